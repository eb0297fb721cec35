"""Parts that fit themselves into the room there is."""
