"""Papers that compare and explain: plans side by side, formulas, costs, the order of several debts."""
