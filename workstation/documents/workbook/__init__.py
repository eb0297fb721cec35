"""Workbooks with live formulas, lists of cases and tables as CSV. The only room that knows openpyxl."""
