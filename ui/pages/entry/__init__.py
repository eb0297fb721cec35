"""Before a desk is open: first start and unlocking. `page.py` is the door."""
