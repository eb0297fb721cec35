"""A list of a bank on its way in and out, and long work told on a terminal."""
