"""Reading the questions of the command line: every value checked, every refusal naming its key (``steps[0].amount``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Final

from workstation.dates import parse_day
from workstation.errors import Finding, Refused
from workstation.money import MINOR_DIGITS, Money

DIGITS_MAX: Final = 40
"""No amount, rate or time of the trade has more digits; longer ones are refused before they cost time."""
ABSENT: Final = object()


class Question:
    """One JSON object at ``base``; asking for a key marks it known, `refuse_unknown` names those never asked for."""

    def __init__(self, value: object, base: str = "") -> None:
        if not isinstance(value, Mapping):
            raise Refused(Finding("value_shape", base or "question", {"expected": "object", "value": shown(value)}))
        self._value: Mapping[str, Any] = value
        self._base = base
        self._read: set[str] = set()

    def path(self, key: str) -> str:
        """The key as a person would write it."""
        return f"{self._base}.{key}" if self._base else key

    def has(self, key: str) -> bool:
        """Whether the key is given and not null."""
        self._read.add(key)
        return self._value.get(key) is not None

    def get(self, key: str, default: object = ABSENT) -> Any:
        """The raw value; a missing key without default is refused."""
        self._read.add(key)
        value = self._value.get(key)
        if value is not None:
            return value
        if default is ABSENT:
            raise Refused(Finding("key_missing", self.path(key)))
        return default

    def text(self, key: str, default: object = ABSENT) -> str:
        """A string."""
        value = self.get(key, default)
        return str(value) if isinstance(value, str) else self._misshapen(key, "string", value)

    def choice(self, key: str, choices: Collection[str], default: object = ABSENT) -> Any:
        """One of the words."""
        value = self.text(key, default)
        if value not in choices:
            figures = {"value": shown(value), "choices": ", ".join(choices)}
            raise Refused(Finding("choice_unknown", self.path(key), figures))
        return value

    def whole(self, key: str, default: object = ABSENT) -> int:
        """A whole number."""
        value = self.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            return int(self._misshapen(key, "integer", value))
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is not given."""
        value = self.get(key, False)
        return value if isinstance(value, bool) else bool(self._misshapen(key, "true or false", value))

    def money(self, key: str, currency: str, default: object = ABSENT) -> Money:
        """An amount given as text, read by `Money.parse`."""
        with Placed(self.path(key)):
            return Money.parse(self._short(key, default), currency)

    def decimal(self, key: str, default: object = ABSENT) -> Decimal:
        """An exact decimal given as text."""
        text = self._short(key, default)
        try:
            value = Decimal(text.strip())
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or abs(value.adjusted()) > DIGITS_MAX:
            raise Refused(Finding("rate_unreadable", self.path(key), {"text": text}))
        return value

    def fraction(self, key: str, default: object = ABSENT) -> Fraction:
        """A rational given as text, ``19/30``, ``0.5``, ``3/366+1/12``, or a whole number."""
        value = self.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return Fraction(value)
        text = self._short(key, default)
        try:
            return sum((_term(part) for part in text.split("+")), Fraction(0))
        except (ValueError, ZeroDivisionError):
            raise Refused(Finding("number_unreadable", self.path(key), {"text": text})) from None

    def day(self, key: str, default: object = ABSENT) -> date:
        """A calendar day."""
        with Placed(self.path(key)):
            return parse_day(self._short(key, default))

    def inner(self, key: str, default: object = ABSENT) -> Question:
        """The object below a key."""
        return Question(self.get(key, default), self.path(key))

    def each(self, key: str, default: object = ABSENT) -> Iterator[Question]:
        """The objects of a list below a key."""
        for i, value in enumerate(self.list(key, default)):
            yield Question(value, f"{self.path(key)}[{i}]")

    def list(self, key: str, default: object = ABSENT) -> tuple[Any, ...]:
        """A list below a key."""
        value = self.get(key, default)
        return tuple(value) if isinstance(value, (list, tuple)) else self._misshapen(key, "array", value)

    def refuse_unknown(self, *also: str) -> None:
        """Refuse keys that nobody asked for: a misspelt key must not be passed over in silence."""
        unknown = [key for key in self._value if key not in self._read and key not in also]
        if unknown:
            raise Refused(*[Finding("key_unknown", self.path(str(key))) for key in unknown])

    def _short(self, key: str, default: object) -> str:
        """Digits as text; a whole number of the JSON is exact too, a float is not and is refused."""
        value = self.get(key, default)
        exact = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**DIGITS_MAX
        text = str(value) if exact else self.text(key, default)
        if len(text) > 3 * DIGITS_MAX:
            raise Refused(Finding("value_too_long", self.path(key), {"most": str(3 * DIGITS_MAX)}))
        return text

    def _misshapen(self, key: str, expected: str, value: object) -> Any:
        figures = {"expected": expected, "value": shown(value)}
        raise Refused(Finding("value_shape", self.path(key), figures))


class Placed:
    """Gives findings raised inside the place they speak of."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Refused):
            raise Refused(*[Finding(f.code, self.base, f.figures) for f in error.findings]) from None


def currency_of(question: Question) -> str:
    """The currency of a question, CNY when it names none."""
    return str(question.choice("currency", tuple(MINOR_DIGITS), "CNY"))


def shown(value: object) -> str:
    """A value as it may appear in a sentence, cut short."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _term(text: str) -> Fraction:
    plain = text.strip()
    if "e" in plain.lower() or "_" in plain:
        raise ValueError(text)
    return Fraction(plain)


FLOWS_MAX: Final = 20_000
"""More flows than a century of months on fifteen accounts are no question about one plan."""


def flows_of(question: Question, key: str) -> list[Question]:
    """The questions of a list. Raises `Refused` (number_range) for more than `FLOWS_MAX`."""
    found = list(question.each(key))
    if len(found) > FLOWS_MAX:
        figures = {"value": str(len(found)), "least": "1", "most": str(FLOWS_MAX)}
        raise Refused(Finding("number_range", key, figures))
    return found
