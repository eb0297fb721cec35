"""The commands about packs: which there are, what one says, and whether a file is one."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.rules import check_pack, rule_texts
from workstation.cli.answers import Answer
from workstation.errors import Finding, Refused
from workstation.policy.pack import Pack, packs
from workstation.wording import Wording


def pack_answer(given: argparse.Namespace, wording: Wording) -> Answer:
    """``pack list``, ``pack show`` and ``pack check``; none needs a desk. Raises `Refused` (pack_unknown, and as `check_pack`)."""
    if given.verb == "list":
        return {"packs": [_named(pack, wording) for pack in packs().values()]}
    pack = check_pack(Path(given.file)) if given.verb == "check" else _known(given.name)
    if given.verb == "check":
        return {**_named(pack, wording), "rules": len(rule_texts(pack, wording))}
    return {**_named(pack, wording), "rules": [line._asdict() for line in rule_texts(pack, wording, given.group)]}


def _known(name: str) -> Pack:
    known = packs()
    if name not in known:
        raise Refused(Finding("pack_unknown", "--pack", {"pack": name, "known": ", ".join(known)}))
    return known[name]


def _named(pack: Pack, wording: Wording) -> Answer:
    title = pack.title.get(wording.language) or pack.title["zh-Hans"]
    return {"pack": pack.id, "title": title, "dated": pack.dated.isoformat(), "currency": pack.currency}
