"""Who the debtor is, what is owed and what the household can spare."""
