"""The service Payments."""
