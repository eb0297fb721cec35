"""What each gate asks of plans and statements."""
