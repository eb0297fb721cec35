"""Edits of a case taken back and done again: by the actions that made them, as entries of their own in the log."""
