"""Several openers of one desk: who they are, in which order things happened, and how saves of both are merged."""
