"""What is owed: balances, the cost of waiting, plans beside doing nothing, allocation of payments."""
