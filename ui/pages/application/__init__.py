"""The page of papers and packets: list, preview, versions, printing, the bank's reply. `page.py` is the door."""
