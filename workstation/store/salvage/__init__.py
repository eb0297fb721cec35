"""What can be read of a damaged database, brought into a new one. `rebuild.py` is the door."""
