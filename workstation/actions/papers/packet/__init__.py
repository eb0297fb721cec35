"""The packet for a bank: read into a source, built, kept, checked when it comes back. `packets.py` is the door."""
