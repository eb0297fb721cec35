"""Debtor, contacts, accounts and budget of a case. `page.py` is the door."""
