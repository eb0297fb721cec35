"""The list of cases, imports of a portfolio and exports of many cases. `page.py` is the door."""
