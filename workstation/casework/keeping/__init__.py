"""Accounts as they are kept: derived states, the line of progress, and the check before a promise."""
