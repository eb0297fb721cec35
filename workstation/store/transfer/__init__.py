"""One case as a whole: which records belong to it, what they hold as plain values, and its way from one desk to another."""
