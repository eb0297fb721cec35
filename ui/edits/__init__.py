"""Edits of a case in this sitting: what was saved can be taken back and done again, whatever page is open."""
