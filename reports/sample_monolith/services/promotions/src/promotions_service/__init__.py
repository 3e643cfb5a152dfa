"""The service Promotions."""
