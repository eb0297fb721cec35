"""What is claimed of an account held against what it can be: rebuilt balance, amount received, creditor, time limit."""
