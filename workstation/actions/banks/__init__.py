"""Banks: how they are reached, their own forms and the mapping of these."""
