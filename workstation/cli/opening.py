"""What opens a file on the command line: ``--password-file`` and ``--member``."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.evidence.containers import Opening
from workstation.cli.passphrase import read_passphrase


def opening_of(given: argparse.Namespace) -> Opening | None:
    """The password and member that were given, None where neither was. Raises `Refused` as `read_passphrase`."""
    if not given.password_file and not given.member:
        return None
    return Opening(read_passphrase(Path(given.password_file)) if given.password_file else "", given.member)
