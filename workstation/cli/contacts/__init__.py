"""Commands on contacts of a case: who may be called, terms, complaints, vulnerability. `commands.py` is the door."""
