"""The log of what was done, the timeline of a case, and what a supervisor grants from elsewhere."""
