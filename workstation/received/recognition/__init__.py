"""Text recognised on pictures, by an engine that a desk may have: an extra, offline, in the process of the readers."""
