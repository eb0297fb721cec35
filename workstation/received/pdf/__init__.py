"""A foreign PDF: its pages, its words, lists printed into it."""
