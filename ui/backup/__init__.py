"""Copies of the open desk, made in the background."""
