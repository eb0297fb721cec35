"""Contacts of one case: numbers and what was agreed, complaints, vulnerability. `page.py` is the door."""
