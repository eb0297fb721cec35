"""Questions of the command line as JSON, and their answers. `calc.py` is the door."""
