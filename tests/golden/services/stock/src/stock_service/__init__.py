"""The service Stock."""
