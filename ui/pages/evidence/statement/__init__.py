"""A statement over the page: rows, months, findings, income. `sheet.py` is the door."""
