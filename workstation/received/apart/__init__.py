"""Readers of foreign bytes in a process of their own: what they break is a worker, never the window."""
