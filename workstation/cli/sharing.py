"""The commands for what is kept beside the work: imports with their rejected rows, and the quarantine of the vault."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.sharing import empty_quarantine, quarantine_held
from workstation.cli.answers import Answer
from workstation.wording import Wording


def quarantine(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What lies in quarantine; with ``--remove-old`` what was kept long enough is deleted first, for good."""
    removed = desk.run(empty_quarantine) if given.remove_old else 0
    return {**quarantine_json(desk), "removed": removed}


def quarantine_json(desk: Desk) -> dict[str, Any]:
    """What lies in quarantine, for any command."""
    found = quarantine_held(desk)
    since = found.since.isoformat() if found.since else None
    return {"files": found.files, "bytes": found.size, "since": since, "removable": found.removable}


def open_json(desk: Desk) -> list[dict[str, str]]:
    """Who else has the desk open."""
    return [{"person": one.person, "host": one.host, "since": one.since.isoformat()} for one in desk.others]
