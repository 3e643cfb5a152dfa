"""The words of the analysis: frozen, typed values that import nothing but each other."""
