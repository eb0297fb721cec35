"""Every permitted option, ranked: caps, affordability, shares over all accounts, counter-offers. `options.py` is the door."""
