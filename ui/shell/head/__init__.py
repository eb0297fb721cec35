"""The head of an open case: what it is, in a line."""
