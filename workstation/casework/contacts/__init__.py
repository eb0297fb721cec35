"""Contacts of a case: what it holds of them beside the log, and who may be called now."""
