"""The proofs that are bound into a packet: which, how they are shown, and their pages."""
