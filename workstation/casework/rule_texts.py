"""A rule of a pack in words: what it governs, its figure, its source and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from workstation.money import Money
from workstation.policy.pack import Pack
from workstation.policy.rule_lines import RuleLine, Value, rule_lines
from workstation.policy.versions import RuleChange, rule_changes
from workstation.rates import Rate
from workstation.wording import Wording

_STATED: Final = ("agreement", "letter", "consent", "caution")
_PLACE: Final = re.compile(r"\{\w+\}")
"""Where a sentence leaves room for a figure of the case."""


class RuleText(NamedTuple):
    """The cells of one line; ``changed``: what the rule said before, and until which version; empty where it always said this."""

    group: str
    about: str
    rule: str
    value: str
    source: str
    dated: str
    confidence: str
    changed: str = ""


class ChangeText(NamedTuple):
    """The cells of a rule that two versions of a pack have differently; the source is that of the later one, if it has any."""

    group: str
    about: str
    rule: str
    before: str
    after: str
    source: str
    dated: str
    confidence: str


def change_texts(before: Pack, after: Pack, words: Wording) -> tuple[ChangeText, ...]:
    """What a case gets when it is moved from one version to another: which figures change, old and new, and by which source."""
    return tuple(_change(one, after.currency, words) for one in rule_changes(before, after, words.language))


def _change(one: RuleChange, currency: str, words: Wording) -> ChangeText:
    line = one.after or one.before
    assert line is not None
    told = rule_text(line, currency, words)
    before = value_text(one.before, currency, words) if one.before else words.text("rule.new")
    after = value_text(one.after, currency, words) if one.after else words.text("rule.gone")
    return ChangeText(told.group, told.about, told.rule, before, after, told.source, told.dated, told.confidence)


def rules_since(packs: Sequence[Pack], words: Wording) -> tuple[RuleText, ...]:
    """The rules of the first pack in words, each with what it said in the latest of the others that has it otherwise."""
    pack = packs[0]
    told: dict[tuple[str, str, str], str] = {}
    for after, before in pairwise(packs):
        for one in rule_changes(before, after, words.language):
            if one.after is not None:
                place = (one.after.group, one.after.code, one.after.about)
                told.setdefault(place, _since(one, after, words))
    lines = rule_lines(pack, words.language)
    return tuple(
        rule_text(line, pack.currency, words)._replace(changed=told.get((line.group, line.code, line.about), ""))
        for line in lines
    )


def _since(one: RuleChange, after: Pack, words: Wording) -> str:
    day = after.dated.isoformat()
    if one.before is None:
        return words.text("rule.new_since", {"day": day})
    return words.text("rule.was", {"day": day, "value": value_text(one.before, after.currency, words)})


def rule_text(line: RuleLine, currency: str, words: Wording) -> RuleText:
    """A rule as a person reads it; one that nobody knows says so."""
    source = line.source
    return RuleText(
        words.text(f"rule_group.{line.group}"),
        _named(line.about, words),
        _rule_name(line, words),
        value_text(line, currency, words),
        source.name if source else "",
        source.dated if source else "",
        words.text(f"confidence.{source.confidence}") if source else "",
    )


def _rule_name(line: RuleLine, words: Wording) -> str:
    """What a paper has to state is a sentence of its own: its code would tell a reader nothing."""
    if line.group in _STATED and not words.has(f"rule.{line.code}"):
        return words.text("rule.stated")
    return _named(line.code, words, f"rule.{line.code}")


def value_text(line: RuleLine, currency: str, words: Wording) -> str:
    """The figure alone."""
    value = line.value
    match line.unit, value:
        case _, None:
            return words.text("rule.unknown")
        case "share", Decimal():
            return Rate(value).percent()
        case "reference_times", Decimal():
            return words.text("rule.reference_times", {"times": f"{value.normalize():f}"})
        case "amount", int():
            return f"{Money(value, currency).grouped()} {currency}"
        case "yes", bool():
            return words.text("rule.yes" if value else "rule.no")
        case "codes", tuple():
            between = words.text("rule.then" if line.group == "allocation" else "rule.and")
            return between.join(_code(code, words) for code in value)
        case _:
            return _PLACE.sub("…", _plain(value)) or words.text("rule.any")


def _plain(value: Value) -> str:
    match value:
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _code(code: str, words: Wording) -> str:
    name, _, figure = code.partition(" ")
    return words.text(f"rule_value.{name}", {"count": figure})


def _named(code: str, words: Wording, key: str = "") -> str:
    if key and words.has(key):
        return words.text(key)
    return words.text(code) if words.has(code) else code
