"""Codes that leave the window: to copy, to save, to scan."""
