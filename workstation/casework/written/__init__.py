"""A case written by hand: one TOML file in, checked values out; every mistake is told with its line."""
