"""Functions copied whole from the monolith."""
