"""The log and the grants of supervisors on the command line."""
