"""One file per paper: a pure function from figures and language to blocks; no sums here."""
