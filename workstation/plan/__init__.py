"""The plan calculator: terms in, exact schedules, rates and costs out."""
