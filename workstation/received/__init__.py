"""What people hand in: bytes become kinds, tables, pages, texts and pictures. Nothing of the trade is known here."""
