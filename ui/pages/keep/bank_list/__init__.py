"""A bank's list of payments or of balances: read, asked about row by row, and taken in."""
