"""Proof: what is asked for, what was received, how it was checked."""
