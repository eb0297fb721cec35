"""Checklist, files, checks, copies and contradictions of a case. `page.py` is the door."""
