"""The plan calculator: accounts in columns, schedule, options, shares, stress. `page.py` is the door."""
