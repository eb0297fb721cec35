"""The list of cases: a line for each case and the words it is found by, kept beside the records and made anew from them."""
