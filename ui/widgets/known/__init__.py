"""What is known already of a thing that is being typed, offered beside its field."""
