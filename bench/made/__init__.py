"""What is made to be measured."""
