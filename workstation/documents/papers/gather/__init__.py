"""What each single paper reads from the case: one gatherer a file, figures out."""
