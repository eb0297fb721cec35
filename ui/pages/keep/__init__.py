"""Keeping: each account with its schedule, payments, promises, missed instalments and its end."""
