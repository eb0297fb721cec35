"""Evidence received, checked, waived and read; the vault checked."""
