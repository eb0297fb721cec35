"""Printers, pages painted for them, and the queue."""
