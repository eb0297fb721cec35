"""What opens a file on the command line: ``--password-file`` and ``--member``."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.evidence.containers import Opening
from workstation.cli.passphrase import read_passphrase


def opening_of(given: argparse.Namespace) -> Opening | None:
    """The password and member that were given, None where neither was. Raises `Refused` as `read_passphrase`."""
    found = openings_of(given)
    return found[0] if found else None


def openings_of(given: argparse.Namespace) -> tuple[Opening, ...]:
    """As `opening_of`, one for each member that was named."""
    members = [given.member] if isinstance(given.member, str) else given.member
    if not given.password_file and not any(members):
        return ()
    password = read_passphrase(Path(given.password_file)) if given.password_file else ""
    return tuple(Opening(password, member) for member in dict.fromkeys(members or [""]))
