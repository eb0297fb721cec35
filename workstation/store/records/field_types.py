"""Typed columns: each converts one kind of value to what the database holds and back, exactly; no amount is ever a float."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Final, get_type_hints

from peewee import SQL, IntegerField, TextField

from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.money import Money
from workstation.plan.calc.terms_json import terms_from_json, terms_to_json
from workstation.plan.schedule.terms import Terms
from workstation.rates import Rate
from workstation.store.sharing.stamp import Stamp

_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class MoneyField(IntegerField):
    """Whole minor units. The currency is that of the record's ``currency`` column; the repository joins and checks them."""

    def db_value(self, value: Money | None) -> int | None:
        """Minor units."""
        return None if value is None else value.minor


class FlagField(IntegerField):
    """True or false as 1 or 0."""

    def db_value(self, value: bool) -> int:
        """1 or 0."""
        return int(value)

    def python_value(self, value: int) -> bool:
        """True or False."""
        return bool(value)


class ChoiceField(IntegerField):
    """A member of an IntEnum by its number."""

    def __init__(self, choice: type[IntEnum], **options: Any) -> None:
        super().__init__(**options)
        self.choice = choice

    def db_value(self, value: IntEnum) -> int:
        """The member's number."""
        return value.value

    def python_value(self, value: int) -> IntEnum:
        """The member; raises ValueError for a number it does not know."""
        return self.choice(value)


class RateField(TextField):
    """A rate as the decimal that was agreed and its span: ``0.18 annual``."""

    def db_value(self, value: Rate | None) -> str | None:
        """Decimal and span."""
        return None if value is None else f"{value.text()} {value.per}"

    def python_value(self, value: str | None) -> Rate | None:
        """The rate, digit for digit."""
        if value is None:
            return None
        number, per = value.split(" ")
        return Rate(Decimal(number), per)  # type: ignore[arg-type]  # written by db_value only


class DayField(TextField):
    """A calendar day, ISO ``2026-11-23``."""

    def db_value(self, value: date | None) -> str | None:
        """ISO text."""
        return None if value is None else value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        """The day."""
        return None if value is None else date.fromisoformat(value)


class InstantField(TextField):
    """An aware UTC instant, ISO with offset, so that text order is time order."""

    def db_value(self, value: datetime | None) -> str | None:
        """ISO text; raises ValueError for an instant without zone or in another zone than UTC."""
        if value is None:
            return None
        if value.utcoffset() is None or value.utcoffset():
            raise ValueError(f"not an aware UTC instant: {value}")
        return value.isoformat()

    def python_value(self, value: str | None) -> datetime | None:
        """The aware UTC instant."""
        return None if value is None else datetime.fromisoformat(value)


class ListField(TextField):
    """A tuple of texts or of small dataclasses (phones, addresses, budget lines) as JSON."""

    def __init__(self, member: type, **options: Any) -> None:
        super().__init__(**options)
        self._write, self._build = _writer(member), _builder(member)

    def db_value(self, value: tuple[Any, ...]) -> str:
        """A JSON array; an empty tuple is the shortest one."""
        if not value:
            return "[]"
        return f"[{','.join(map(self._write, value))}]"

    def python_value(self, value: str) -> tuple[Any, ...]:
        """The tuple; members lacking a later field take its default."""
        return () if value == "[]" else tuple([self._build(item) for item in json.loads(value)])


class TermsField(TextField):
    """Plan terms as the JSON that the command line speaks, so that an old plan stays readable for good."""

    def db_value(self, value: Terms) -> str:
        """JSON text of the terms."""
        return _COMPACT.encode(terms_to_json(value))

    def python_value(self, value: str) -> Terms:
        """The terms, lossless."""
        return terms_from_json(json.loads(value))


class HandMappingField(TextField):
    """A statement layout mapped by hand, as JSON."""

    def db_value(self, value: HandMapping) -> str:
        """JSON text of the mapping."""
        return _COMPACT.encode(value.to_json())

    def python_value(self, value: str) -> HandMapping:
        """The mapping; one that lacks a later key takes its default."""
        return HandMapping.from_json(json.loads(value))


class ReferenceField(TextField):
    """The key of a record in another table, held true by the database. With ``null`` an empty text means none."""

    def __init__(self, table: str, **options: Any) -> None:
        super().__init__(index=True, constraints=[SQL(f'REFERENCES "{table}" ("id")')], **options)
        self.table = table

    def db_value(self, value: str) -> str | None:
        """The key, or NULL for none."""
        return (value or None) if self.null else value

    def python_value(self, value: str | None) -> str:
        """The key, or an empty text for none."""
        return value or ""


class DerivedField(TextField):
    """A column made from the entity when it is written, never read back into it: ``derive(entity, stamp)``.

    ``made_of``: the fields that it is made of; it is made anew where one of them changed. What is made of the stamp alone is set
    for each case that a transaction touched (`Counters.finish`).
    """

    def __init__(
        self, derive: Callable[[Any, Stamp], str], made_of: frozenset[str] = frozenset(), **options: Any
    ) -> None:
        super().__init__(**options)
        self.derive, self.made_of = derive, made_of


class DerivedNumber(IntegerField):
    """As `DerivedField`, a whole number."""

    made_of: Final[frozenset[str]] = frozenset()

    def __init__(self, derive: Callable[[Any, Stamp], int], **options: Any) -> None:
        super().__init__(**options)
        self.derive = derive


def _writer(kind: type) -> Callable[[Any], str]:
    """What writes a member as JSON. One of plain fields is put together by hand, in a third of the time; the text is the same."""
    pack = _packer(kind)
    if not is_dataclass(kind) or len(fields(kind)) == 1 or not all(part is _itself for _, part in _parts(kind)):
        return lambda value: _COMPACT.encode(pack(value))
    names = [item.name for item in fields(kind)]
    form, values = f"{{{','.join(f'{encode_basestring(name)}:%s' for name in names)}}}", attrgetter(*names)
    return lambda value: form % tuple([_plain_json(one) for one in values(value)])


def _plain_json(value: Any) -> str:
    if type(value) is str:
        return encode_basestring(value)
    return "true" if value is True else "false" if value is False else _COMPACT.encode(value)


def _parts(kind: type) -> list[tuple[str, Callable[[Any], Any]]]:
    hints = get_type_hints(kind)
    return [(item.name, _packer(hints[item.name])) for item in fields(kind)]


def _packer(kind: type) -> Callable[[Any], Any]:
    """What turns a member into plain JSON values: itself, or a dataclass's fields by name, dataclasses within too."""
    if not is_dataclass(kind):
        return _itself
    parts = _parts(kind)
    names = [name for name, _ in parts]
    if len(parts) > 1 and all(pack is _itself for _, pack in parts):
        values = attrgetter(*names)
        return lambda value: dict(zip(names, values(value), strict=True))
    return lambda value: {name: pack(getattr(value, name)) for name, pack in parts}


def _builder(kind: type) -> Callable[[Any], Any]:
    """The way back of `_packer`."""
    if not is_dataclass(kind):
        return _itself
    hints = get_type_hints(kind)
    parts = {item.name: _builder(hints[item.name]) for item in fields(kind)}
    if all(build is _itself for build in parts.values()):
        return lambda value: kind(**value)
    return lambda value: kind(**{name: parts[name](item) for name, item in value.items()})


def _itself(value: Any) -> Any:
    return value
