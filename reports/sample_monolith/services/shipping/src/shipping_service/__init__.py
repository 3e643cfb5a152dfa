"""The service Shipping."""
