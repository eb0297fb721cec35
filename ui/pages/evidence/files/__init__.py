"""The files of a case as tiles, each with its state, and the entry that each of them is proposed for."""
