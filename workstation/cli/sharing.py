"""The commands for what is kept beside the work: imports with their rejected rows, and the quarantine of the vault."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions import imports
from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.sharing import empty_quarantine, quarantine_held
from workstation.cli.answers import Answer
from workstation.wording import Wording


def import_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every import, the last one first."""
    return {
        "imports": [
            {
                "id": one.id,
                "file": one.file_name,
                "at": one.at.isoformat(),
                "by": one.by,
                "accepted": one.accepted,
                "rejected": one.rejected,
                "undone_at": one.undone_at.isoformat() if one.undone_at else None,
            }
            for one in imports.past_imports(desk)
        ]
    }


def import_rejects(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Write the rejected rows of an earlier import again."""
    work = imports.kept_rejects(desk, given.import_id, wording.language)
    return {"rejected_file": str(write_output(Path(given.out), desk.compute(work)))}


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
