"""The talk: reason, request, contact log. `page.py` is the door."""
