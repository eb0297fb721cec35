"""The print queue and the check of a packet that came back."""
