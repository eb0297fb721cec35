"""The list of cases and the search on a server desk."""
