"""What was done, and what a supervisor grants from elsewhere."""
