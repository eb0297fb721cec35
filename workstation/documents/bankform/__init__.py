"""A bank's own PDF: read, checked, filled, drawn and written. `fill.py` is the door."""
