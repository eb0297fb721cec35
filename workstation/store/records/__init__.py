"""The tables as records: one for each stored entity, how their columns hold values, and the mapper between the two."""
