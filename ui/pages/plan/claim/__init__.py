"""Claimed against rebuilt: contract, entries and facts on one tab of the plan."""
