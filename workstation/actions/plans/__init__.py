"""Plan versions, options, shares, stress tests and the bank's counter-offers."""
