"""A guided tour of the window: marks that point at its true parts, one at a time."""
