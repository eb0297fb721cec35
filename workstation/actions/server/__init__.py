"""A desk whose records lie on a server: how it gets there and back, and how further workstations join it."""
