"""The guide inside the window, without a network."""
