"""What a person types for a value that may not be known: ``500``, ``500-800``, ``500-`` (at least), ``?`` (nothing known)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, Literal

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.rate_text import read_agreed_rate

BoundKind = Literal["money", "days", "share", "rate"]
UNKNOWN: Final = ("?", "？", "不详", "不詳", "unknown")
_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|~|～|至)\s*")
_HUNDRED: Final = Decimal(100)
_DAYS_MOST: Final = 27


def read_bounds(text: str, kind: BoundKind, currency: str = "CNY") -> Any:
    """The value of a question: text for a known one, an object with ``least`` and ``most`` for bounds; None for nothing typed.

    Raises `Refused`: amount_…, rate_…, count_unreadable, bounds_reversed, bounds_unreadable.
    """
    plain = text.strip()
    if not plain:
        return None
    if plain.lower() in UNKNOWN:
        return dict(_NOTHING[kind])
    parts = _BETWEEN.split(plain.removeprefix("≥").strip(), maxsplit=1)
    if len(parts) == 1 and not plain.startswith("≥"):
        return _known(plain, kind, currency)
    return _within(parts, text, kind, currency)


def _within(parts: list[str], text: str, kind: BoundKind, currency: str) -> Any:
    if not parts[0]:
        raise Refused(Finding("bounds_unreadable", "", {"text": text[:40]}))
    least, most = _known(parts[0], kind, currency), _known(parts[1], kind, currency) if parts[1:] and parts[1] else None
    if most is None:
        if "most" in _NOTHING[kind]:
            most = _NOTHING[kind]["most"]
    elif kind == "rate" and most["per"] != least["per"]:
        raise Refused(Finding("rate_other_span", "", {"text": text[:40]}))
    elif _size(most, kind) < _size(least, kind):
        raise Refused(Finding("bounds_reversed", "", {"least": parts[0], "most": parts[1]}))
    if kind == "rate":
        per = least["per"]
        return {"least": least["rate"], **({} if most is None else {"most": most["rate"]}), "per": per}
    return {"least": least, **({} if most is None else {"most": most})}


_NOTHING: Final[dict[str, dict[str, Any]]] = {
    "money": {"least": "0"}, "rate": {"least": "0", "per": "annual"}, "days": {"least": 0, "most": _DAYS_MOST},
    "share": {"least": "0", "most": "1"},
}  # fmt: skip
"""What is certain when nothing is known; days and shares have an end by themselves."""


def _known(text: str, kind: BoundKind, currency: str) -> Any:
    match kind:
        case "money":
            return Money.parse(text, currency).text()
        case "rate":
            rate = read_agreed_rate(text)
            return {"rate": rate.text(), "per": rate.per}
        case "share":
            return _share(text)
    if not text.isdecimal() or int(text) > _DAYS_MOST:
        raise Refused(Finding("count_unreadable", "", {"text": text[:40], "least": "0", "most": str(_DAYS_MOST)}))
    return int(text)


def _share(text: str) -> str:
    number = text.strip().removesuffix("%").removesuffix("％").strip()
    if not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,6})?", number) or Decimal(number) > _HUNDRED:
        raise Refused(Finding("claim_share_unreadable", "", {"text": text[:40]}))
    return format((Decimal(number) / _HUNDRED).normalize(), "f")


def _size(value: Any, kind: BoundKind) -> Decimal:
    return Decimal(value["rate"] if kind == "rate" else value)


def bounds_text(value: Any, kind: BoundKind, currency: str = "CNY") -> str:
    """How a value of a question is shown in the field from which `read_bounds` reads it again."""
    if value is None:
        return ""
    if not isinstance(value, dict) or (kind == "rate" and "rate" in value):
        return _shown(value, kind, currency)
    if value == _NOTHING[kind]:
        return "?"
    per = {"per": value["per"]} if kind == "rate" else {}
    least = _shown({"rate": value["least"], **per} if per else value["least"], kind, currency)
    if value.get("most") is None:
        return f"≥ {least}"
    most = _shown({"rate": value["most"], **per} if per else value["most"], kind, currency)
    return f"{least} – {most}"


def _shown(value: Any, kind: BoundKind, currency: str) -> str:
    show: dict[str, Callable[[Any], str]] = {
        "money": lambda one: Money.parse(str(one), currency).grouped(),
        "days": str,
        "share": lambda one: f"{(Decimal(one) * _HUNDRED).normalize():f}%",
        "rate": _rate_shown,
    }
    return show[kind](value)


def _rate_shown(value: Any) -> str:
    span = {"daily": "/day", "monthly": "/month"}.get(value.get("per", "annual"), "")
    return f"{(Decimal(value['rate']) * _HUNDRED).normalize():f}%{span}"
