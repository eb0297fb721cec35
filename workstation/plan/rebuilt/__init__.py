"""A debt rebuilt from its contract and what happened since, to be held against what the bank claims."""
