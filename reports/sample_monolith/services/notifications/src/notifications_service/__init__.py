"""The service Notifications."""
