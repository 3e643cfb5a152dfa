"""The service Cart."""
