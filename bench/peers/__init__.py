"""Other programs that write a packet."""
