"""Papers handed to a printer, each on record."""
