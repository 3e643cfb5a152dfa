"""The service Catalogue."""
