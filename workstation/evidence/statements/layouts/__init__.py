"""Layouts of statements: one file an issuer, told apart by their content."""
