"""The commands of backups: copy a desk, list copies, make a desk of one again. The last two open no desk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.backup import copying, one_case, recovery, restoring
from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.cli.answers import Answer, finding_json
from workstation.dates import Clock
from workstation.wording import Wording


def back_up(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Copy the desk; a folder that is not there yet is made where its parent is."""
    place = Path(given.dir)
    _make(place)
    made = copying.back_up(desk, place)
    return {
        "copy": str(made.folder),
        "cases": made.manifest.cases,
        "evidence": made.manifest.evidence,
        "files": len(made.manifest.vault),
        "size": made.manifest.size,
        "files_copied": made.copied,
        "files_checked": made.checked,
        "copies_removed": list(made.removed),
        "findings": [finding_json(finding, wording) for finding in made.findings],
    }


def write_recovery(desk: Desk, given: argparse.Namespace, passphrase: str) -> Answer:
    """Write the recovery sheet; a new recovery key opens the desk only once the sheet with its words is on the disk."""
    out = Path(given.out)
    made = recovery.recovery_maker(desk, passphrase)() if given.new_key else None
    write_output(out, recovery.recovery_sheet(desk, made.words if made else ()).pdf)
    if made is not None:
        recovery.recovery_keeper(desk, made)()
    return {"file": str(out), "new_key": made is not None, "has_key": recovery.has_recovery(desk)}


def list_copies(given: argparse.Namespace, passphrase: str, wording: Wording) -> Answer:
    """What each copy holds; every byte is read back, unless that is not wanted."""
    found = restoring.copies_in(Path(given.dir), passphrase)
    if not given.quick:
        found = restoring.check_copies(found)
    return {
        "copies": [_copy_json(copy) for copy in found.copies],
        "findings": [finding_json(finding, wording) for finding in found.findings],
    }


def restore(given: argparse.Namespace, passphrase: str, wording: Wording, clock: Clock) -> Answer:
    """Make a desk of a copy in a new folder."""
    place = Path(given.copy)
    found = restoring.copies_in(place, passphrase)
    copy = restoring.chosen_copy(found, place)
    made = restoring.restore_desk(found, copy, Path(given.new_folder), clock)
    return {
        "desk": str(made.folder),
        "copy": str(copy.folder),
        "made_at": copy.manifest and copy.manifest.made_at.isoformat(),
        "cases": made.cases,
        "evidence": made.evidence,
        "files": made.files,
        "findings": [finding_json(finding, wording) for finding in made.findings],
    }


def _make(place: Path) -> None:
    try:
        if str(place) and place != Path() and place.parent.is_dir() and not _within_desk(place):
            place.mkdir(exist_ok=True)
    except OSError:
        return  # judged, and told, by the copying itself


def _within_desk(place: Path) -> bool:
    from workstation.actions.desk_files import is_desk_folder
    from workstation.store.files import followed

    target = followed(place)
    return any(map(is_desk_folder, (target, *target.parents)))


def _copy_json(copy: restoring.CopyFound) -> dict[str, Any]:
    manifest = copy.manifest
    facts: dict[str, Any] = {"copy": str(copy.folder), "state": copy.state.value, "lacking": len(copy.lacking)}
    if manifest is not None:
        facts |= {
            "made_at": manifest.made_at.isoformat(),
            "cases": manifest.cases,
            "evidence": manifest.evidence,
            "files": len(manifest.vault),
            "size": manifest.size,
            "program": manifest.program,
            "schema": manifest.schema,
        }
    return facts


def restore_case(desk: Desk, given: argparse.Namespace, passphrase: str, wording: Wording) -> Answer:
    """Bring one case of a copy into the open desk; with ``--dry-run`` tell only what it would do."""
    place = Path(given.copy)
    found = restoring.copies_in(place, passphrase)
    case = one_case.read_case(found, restoring.chosen_copy(found, place), given.case)
    plan = one_case.plan_case(desk, case)
    conflicts = [conflict.name for conflict in plan.conflicts]
    answer: dict[str, Any] = {"number": plan.number, "new": plan.new, "equal": plan.equal, "conflicts": conflicts}
    if given.dry_run:
        return answer | {"added": len(plan.added), "changed": len(plan.changed)}
    done = one_case.bring_back(desk, case, plan, frozenset(conflicts if given.all_theirs else ()))
    return answer | {
        "number": done.number,
        "added": done.added,
        "changed": done.changed,
        "findings": [finding_json(finding, wording) for finding in done.notices],
    }
