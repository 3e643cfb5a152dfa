"""The service Common."""
