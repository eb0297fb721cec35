"""Cases that leave for another desk, and cases that come in."""
