"""The trial sheet: change rate, number or amount and the plan follows."""
