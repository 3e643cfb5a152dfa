"""The service Customers."""
