"""The commands that hand a case to another desk and take one in: key file, bundle out, bundle in, desks that are known."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.actions.transfer.known_desks import PublicDesk, grouped
from workstation.actions.transfer.merge_plan import FieldChange, MergePlan
from workstation.cli.answers import Answer, finding_json
from workstation.cli.outputs import inputs
from workstation.errors import Finding, Refused
from workstation.profile.case import Case
from workstation.store.transfer.plain import Entry
from workstation.wording import Wording


def bundle_key(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Write this desk's public key file."""
    write_output(Path(given.out), known_desks.own_key_file(desk))
    return {"file": given.out, **_desk_json(known_desks.own_public(desk))}


def bundle_write(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Write a case for another desk."""
    found = desk.store.find(Case, number=given.case) or desk.store.find(Case, id=given.case)
    if not found:
        raise Refused(Finding("case_unknown", given.case, {"case": given.case}))
    other = known_desks.recipient(desk, given.recipient)
    left = outgoing.hand_over(desk, found[0].id, other, Path(given.out), inputs(given))
    return {
        "file": given.out,
        "id": left.id,
        "case": found[0].number,
        "for": _desk_json(other),
        "entries": left.entries,
        "files": left.files,
        "size": left.size,
    }


def bundle_read(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Prove a bundle and merge it; with ``--dry-run`` tell only what it would do."""
    bundle = desk.compute(incoming.bundle_file(desk, Path(given.file)).read)
    arrived = incoming.arrival(desk, bundle)
    trusted = known_desks.ungrouped(given.trust)
    answer = {
        "file": given.file,
        "id": bundle.header.id,
        "case": bundle.header.number,
        "sender": {**_desk_json(bundle.sender), "known": arrived.known, "by": bundle.header.by},
        "sent_at": bundle.header.at.isoformat(),
        "files": len(bundle.header.files),
        "size": bundle.header.size,
        "plan": _plan_json(arrived.plan),
    }
    if given.dry_run:
        unknown = [] if arrived.known else [incoming.sender_unknown(bundle.sender)]
        told = (*unknown, *arrived.notices, *arrived.plan.notices)
        return answer | {"taken_in": False, "findings": [finding_json(finding, wording) for finding in told]}
    if not arrived.known and trusted != bundle.sender.fingerprint:
        raise Refused(incoming.sender_unknown(bundle.sender))
    chosen = _chosen(arrived.plan, given)
    desk.compute(bundle.take_files, desk.vault)
    done = desk.run(incoming.take_in, arrived, chosen, trusted, given.remember)
    return answer | {
        "taken_in": True,
        "number": done.number,
        "added": done.added,
        "changed": done.changed,
        "removed": done.removed,
        "theirs": sorted(chosen),
        "findings": [finding_json(finding, wording) for finding in done.notices],
    }


def bundle_desks(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The desks that are known here."""
    return {"desks": [_desk_json(known_desks.public_of(one)) for one in known_desks.known_desks(desk)]}


def bundle_forget(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Forget a known desk."""
    desk.run(known_desks.forget, given.fingerprint)
    return {"forgotten": given.fingerprint}


def _chosen(plan: MergePlan, given: argparse.Namespace) -> frozenset[str]:
    """The conflicts in which theirs is taken. Raises `Refused` (transfer_no_conflict) for a name that is none."""
    known = {conflict.name for conflict in plan.conflicts}
    if given.all_theirs:
        return frozenset(known)
    for name in given.theirs:
        if name not in known:
            raise Refused(
                Finding("transfer_no_conflict", "--theirs", {"name": name, "known": ", ".join(sorted(known))})
            )
    return frozenset(given.theirs)


def _desk_json(other: PublicDesk) -> Answer:
    return {"desk": other.name, "fingerprint": grouped(other.fingerprint)}


def _plan_json(plan: MergePlan) -> Answer:
    return {
        "new": plan.new,
        "number": plan.number,
        "added": _counted(plan.added),
        "equal": plan.equal,
        "changed": list(map(_change_json, plan.changed)),
        "kept": list(map(_change_json, plan.kept)),
        "removed": _counted(plan.removed),
        "stay_removed": _counted(plan.gone),
        "conflicts": list(map(_change_json, plan.conflicts)),
    }


def _counted(entries: Iterable[Entry]) -> dict[str, int]:
    return dict(Counter(entry.table for entry in entries))


def _change_json(change: FieldChange) -> Answer:
    return {
        "name": change.name,
        "record": change.ref[0],
        "field": change.field,
        "mine": change.mine,
        "theirs": change.theirs,
        "was": change.was,
    }
