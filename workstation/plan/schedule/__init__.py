"""From terms to rows: due days, accrual, solving. `calculate.py` is the door."""
