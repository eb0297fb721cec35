"""What an engine answers: the embedded database here."""
