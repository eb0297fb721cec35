"""The record that cannot be bent: an entry for each action that changed something, each bound to the one before by its digest."""
