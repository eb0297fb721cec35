"""The window. Knows Qt; no SQL, no arithmetic on money."""
