"""Measures Concord against other programs that do the same work, both in one run: ``python -m bench [NAME ...]``."""
