"""The true yearly rate of dated payments. `true_rate.py` is the door."""
