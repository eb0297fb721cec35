"""The commands about packs: which there are, what one says, and whether a file is one."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from workstation.actions.rules import changes, check_pack, rule_texts, version_of
from workstation.cli.answers import Answer
from workstation.policy.pack import Pack, packs
from workstation.policy.versions import versions
from workstation.wording import Wording


def pack_answer(given: argparse.Namespace, wording: Wording, today: date) -> Answer:
    """``pack list``, ``show``, ``diff`` and ``check``; none needs a desk. Raises `Refused` (as `version_of` and `check_pack`)."""
    if given.verb == "list":
        return {"packs": [_named(pack, wording) for pack in packs().values()]}
    if given.verb == "diff":
        return _diff(given, wording)
    pack = (
        check_pack(Path(given.file), today) if given.verb == "check" else version_of(given.name, packs(), given.dated)
    )
    if given.verb == "check":
        return {**_named(pack, wording), "rules": len(rule_texts(pack, wording))}
    return {
        **_named(pack, wording),
        "rules": [line._asdict() for line in rule_texts(pack, wording, given.group, packs())],
    }


def _diff(given: argparse.Namespace, wording: Wording) -> Answer:
    """From the version before the newest to the newest, where no days are given."""
    known = packs()
    after = version_of(given.name, known, given.to, "--to")
    every = [one for one in versions(after.id, known) if one.dated < after.dated]
    before = version_of(given.name, known, given.since, "--from") if given.since or not every else every[0]
    return {
        "pack": after.id,
        "from": before.dated.isoformat(),
        "to": after.dated.isoformat(),
        "changes": [one._asdict() for one in changes(before, after, wording)],
    }


def _named(pack: Pack, wording: Wording) -> Answer:
    title = pack.title.get(wording.language) or pack.title["zh-Hans"]
    days = [one.dated.isoformat() for one in versions(pack.id, packs())]
    return {
        "pack": pack.id,
        "title": title,
        "versions": days,
        "dated": pack.dated.isoformat(),
        "currency": pack.currency,
    }
