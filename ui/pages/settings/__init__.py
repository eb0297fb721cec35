"""Settings of the desk: banks, layouts, vault, rules. `page.py` is the door."""
