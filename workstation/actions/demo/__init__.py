"""The sample desk and the sample case, worked through the gates."""
