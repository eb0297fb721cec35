"""Registers over every case: what comes due, oral agreements, kept rates, yearly reviews, and until when cases are kept."""
