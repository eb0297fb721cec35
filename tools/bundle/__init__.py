"""Bundles for desks without a network: the program with its own Python, assembled from locked wheels and sources."""
