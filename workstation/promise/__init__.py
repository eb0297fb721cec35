"""Promises and approvals: what was granted by whom, and whether it was kept."""
