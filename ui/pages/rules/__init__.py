"""The rules by which the desk works, to be read."""
