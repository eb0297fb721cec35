"""Readers of bank and payment statements: one layout a file, all into one `Statement`."""
