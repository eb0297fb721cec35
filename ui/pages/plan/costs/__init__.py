"""The lender's table of costs of one account: the loan, its items, and what each of them costs a year."""
