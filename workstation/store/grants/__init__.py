"""Signatures of supervisors under what they grant from elsewhere."""
