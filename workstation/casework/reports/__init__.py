"""What reports are reckoned from: each account as it stood on a day, each packet with what became of it."""
