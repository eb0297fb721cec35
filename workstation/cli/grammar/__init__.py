"""The words of the command line as data: what can be said, what it means, and how it is understood."""
