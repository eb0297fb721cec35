"""Signed case bundles: a desk's keys, the sealed stream, and what is inside."""
