"""A bank's own forms: fill one, bring one in, map its fields. `page.py` is the door."""
