"""The service Shop."""
