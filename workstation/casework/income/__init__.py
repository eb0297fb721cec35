"""What a person earns: as declared, as proofs show it, and what is left of it."""
