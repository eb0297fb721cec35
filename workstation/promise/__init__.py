"""Approvals, promises and payments: what was granted by whom, and how it is kept."""
