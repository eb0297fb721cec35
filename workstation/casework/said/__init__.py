"""What a person says of papers beyond the figures of the case."""
