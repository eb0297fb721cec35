"""Reading a case whole, and judging one that was written by hand."""
