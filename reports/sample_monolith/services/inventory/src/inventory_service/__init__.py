"""The service Inventory."""
