"""Fields for what a calendar counts."""
