"""Versions of packs. A case names one version, ``cn-card@2026-11-29``, and keeps it until a person moves it.

The newest version of a pack lies in ``policies``, those before it in ``policies/earlier/<day>``, with whatever they take over. A
case from before versions were told names the pack alone: that is the first version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources
from workstation.policy.pack import Pack, load_pack
from workstation.policy.rule_lines import RuleLine, rule_lines


def key_of(pack: Pack) -> str:
    """What a case that follows this version names."""
    return f"{pack.id}@{pack.dated.isoformat()}"


def pack_id(key: str) -> str:
    """The pack that a case names, whatever version of it."""
    return key.partition("@")[0]


def version(key: str, newest: Mapping[str, Pack]) -> Pack | None:
    """The version that a case names; None where there is none of that day, or the desk does not have the pack at all."""
    name, _, day = key.partition("@")
    current, before = newest.get(name), earlier_days(name)
    if current is None:
        return None
    if not day:
        return earlier(name, before[0]) if before else current
    if current.dated.isoformat() == day:
        return current
    return earlier(name, day) if day in before else None


def versions(name: str, newest: Mapping[str, Pack]) -> tuple[Pack, ...]:
    """Every version of a pack, the newest first."""
    current = newest.get(name)
    return (*((current,) if current else ()), *(earlier(name, day) for day in earlier_days(name)[::-1]))


@cache
def earlier_days(name: str) -> tuple[str, ...]:
    """The days of the versions before the newest, the first one first."""
    if not name.replace("-", "").isalnum():
        return ()
    return tuple(sorted(file.parent.name for file in resources.path("policies", "earlier").glob(f"*/{name}.toml")))


@cache
def earlier(name: str, day: str) -> Pack:
    """One of them. Read when a case first asks for it, and once: the files lie inside the program."""
    return load_pack(resources.path("policies", "earlier", day, f"{name}.toml"))


def load_earlier() -> None:
    """Read all of them now, which takes some 20 ms each: on another thread, before a list or a case asks for one."""
    for file in resources.path("policies", "earlier").glob("*/*.toml"):
        earlier(file.stem, file.parent.name)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule in two versions; None where a version does not have it."""

    before: RuleLine | None
    after: RuleLine | None


def rule_changes(before: Pack, after: Pack, language: str) -> tuple[RuleChange, ...]:
    """Every rule whose figure or source differs, in the order of the later version, then what it no longer has."""
    old = {_place(line): line for line in rule_lines(before, language)}
    new = {_place(line): line for line in rule_lines(after, language)}
    changed = [RuleChange(old.get(place), line) for place, line in new.items() if not _alike(old.get(place), line)]
    return (*changed, *(RuleChange(line, None) for place, line in old.items() if place not in new))


def _place(line: RuleLine) -> tuple[str, str, str]:
    return line.group, line.code, line.about


def _alike(one: RuleLine | None, other: RuleLine) -> bool:
    if one is None or one.value != other.value or one.unit != other.unit:
        return False
    mine, theirs = one.source, other.source
    if mine is None or theirs is None:
        return mine is theirs
    return (mine.name, mine.dated, mine.confidence) == (theirs.name, theirs.dated, theirs.confidence)
