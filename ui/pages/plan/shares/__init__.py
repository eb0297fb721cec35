"""What each account gets of the money that is there: the sheet, its orders, and what is offered on each."""
