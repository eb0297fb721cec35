"""A bank's list of cases: columns mapped, rows read, a dry run. `dry_run.py` is the door."""
