"""Papers by themselves: figures in, blocks out; one file a paper, `build.py` and `build_for_debtor.py` are the doors."""
