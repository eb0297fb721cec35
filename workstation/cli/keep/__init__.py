"""Keeping on the command line: replies, adopted schedules, payments, promises, and how accounts end."""
