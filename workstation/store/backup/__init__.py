"""Copies of a desk in another place: made, proven, kept by a rule, listed and restored."""
