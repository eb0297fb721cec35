"""The formula behind every amount, with its values."""
