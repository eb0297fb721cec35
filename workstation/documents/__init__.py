"""Papers and workbooks: figures in, bytes out. The only room that knows reportlab and openpyxl."""
