"""The day of work over every case of the desk."""
