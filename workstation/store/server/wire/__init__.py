"""The way to a server: how statements travel, how a connection is reached again, and what failures mean."""
