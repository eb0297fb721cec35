"""Where cases lie, with whom, and by what their list is chosen: the archive, agents, kept views, buckets and reasons."""
