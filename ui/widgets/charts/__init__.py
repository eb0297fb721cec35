"""Charts: balances over time, months of a statement, what is left of the income."""
