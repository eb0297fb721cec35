"""Copies of the desk: made, listed, restored."""
