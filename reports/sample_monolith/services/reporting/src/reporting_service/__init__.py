"""The service Reporting."""
