"""Later versions of the program, brought as one signed file and laid beside this one: no network, one step back."""
