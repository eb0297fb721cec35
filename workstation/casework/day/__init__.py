"""What is to be done today in a case, each thing with the place where it is done."""
