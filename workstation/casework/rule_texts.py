"""A rule of a pack in words: what it governs, its figure, its source and how sure that is."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from workstation.money import Money
from workstation.policy.rule_lines import RuleLine, Value
from workstation.rates import Rate
from workstation.wording import Wording


class RuleText(NamedTuple):
    """The cells of one line."""

    group: str
    about: str
    rule: str
    value: str
    source: str
    dated: str
    confidence: str


def rule_text(line: RuleLine, currency: str, words: Wording) -> RuleText:
    """A rule as a person reads it; one that nobody knows says so."""
    source = line.source
    return RuleText(
        words.text(f"rule_group.{line.group}"),
        _named(line.about, words),
        _named(line.code, words, f"rule.{line.code}"),
        value_text(line, currency, words),
        source.name if source else "",
        source.dated if source else "",
        words.text(f"confidence.{source.confidence}") if source else "",
    )


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
            return _plain(value) or words.text("rule.any")


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
