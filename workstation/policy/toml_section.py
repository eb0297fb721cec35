"""Checked reading of one table of a pack. Every mistake becomes a finding with file, line and key; reading goes on
with a stand-in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import resources
from workstation.errors import Finding
from workstation.policy.rules import LANGUAGES, Labels, Source
from workstation.policy.toml_lines import Path, key_lines, line_of

_UNREAD: Final = Source("", "", "", "open")


@cache
def traditional_texts() -> Mapping[str, str]:
    """Texts of packs in Traditional Chinese by the simplified one, for packs that bring none of their own."""
    file = resources.path("policies", "texts", "zh-Hant.toml")
    return MappingProxyType(tomllib.loads(file.read_text("utf-8")))


class Review:
    """The mistakes of one file, gathered while it is read, and the sources that its rules may name."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = key_lines(text)
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}

    def place(self, path: Path) -> str:
        """Where the key at ``path`` stands: ``file:line``."""
        return f"{self.file}:{line_of(self.lines, path)}"

    def report(self, code: str, path: Path, **figures: str) -> None:
        """Add a finding about the key at ``path``; its subject is ``file:line``."""
        line = line_of(self.lines, path)
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        self.findings.append(
            Finding(code, self.place(path), {"file": self.file, "line": str(line), "key": key, **figures})
        )


class Section:
    """One table. Each reading method names the key it wants; `done` reports the keys that nobody asked for."""

    def __init__(self, review: Review, tree: Mapping[str, Any], path: Path = ()) -> None:
        self.review = review
        self._tree = tree
        self.path = path
        self._read: set[str] = set()
        self._mistaken: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._tree

    def report(self, code: str, key: str, **figures: str) -> None:
        """Add a finding about one key of this table."""
        self._mistaken.add(key)
        self.review.report(code, (*self.path, key), **figures)

    def refuse(self, findings: Iterable[Finding], key: str = "") -> None:
        """Take over findings of another reader about one key of this table, or about the table."""
        path = (*self.path, key) if key else self.path
        self._mistaken.add(key)
        self.review.findings += [replace(one, subject=self.review.place(path)) for one in findings]

    def sound(self, key: str) -> bool:
        """Whether the key could be read, so that what it says may be judged further."""
        return key in self._tree and key not in self._mistaken

    def blank(self, key: str) -> bool:
        """Whether nothing is said under the key: it is not there, or an empty text."""
        self._read.add(key)
        return bool(self._tree.get(key, "") == "")

    def done(self) -> None:
        """Report every key that has no meaning here."""
        for key in self._tree:
            if key not in self._read:
                self.report("pack_unknown_key", key, known=", ".join(sorted(self._read)))

    def _take(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        """The raw value, or None when it is missing or of a wrong type (both reported)."""
        self._read.add(key)
        if key not in self._tree:
            self.report("pack_missing", key, expected=expected)
            return None
        value = self._tree[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.report("pack_type", key, expected=expected, found=_kind(value))
            return None
        return value

    def text(self, key: str, default: str | None = None, choices: Sequence[str] = ()) -> str:
        """A non-empty text, one of ``choices`` if given; ``default`` makes it optional."""
        if default is not None and not self._present(key):
            return default
        value = self._take(key, str, "text")
        if value is not None and not value.strip():
            self.report("pack_value", key, expected="text", found='""')
        elif value is not None and choices and value not in choices:
            self.report("pack_value", key, expected=", ".join(choices), found=value)
        return value or ""

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number between two bounds, both allowed."""
        if default is not None and not self._present(key):
            return default
        value = self._take(key, int, "whole number")
        if value is not None and not least <= value <= most:
            self.report("pack_value", key, expected=f"{least}-{most}", found=str(value))
        return least if value is None else int(value)

    def yes(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        if default is not None and not self._present(key):
            return default
        return bool(self._take(key, bool, "true, false"))

    def decimal(self, key: str, least: str, most: str, default: str | None = None) -> Decimal:
        """An exact decimal written as text (``"0.24"``) between two bounds; a bare float is refused, it is not
        exact.
        """
        if default is not None and not self._present(key):
            return Decimal(default)
        written = self._take(key, str, 'decimal in quotes, "0.24"')
        try:
            value = Decimal(written or least)
        except InvalidOperation:
            self.report("pack_value", key, expected='decimal, "0.24"', found=str(written))
            return Decimal(least)
        if not value.is_finite() or not Decimal(least) <= value <= Decimal(most):
            self.report("pack_value", key, expected=f"{least}-{most}", found=str(written))
            return Decimal(least)
        return value

    def day(self, key: str) -> date:
        """A calendar day, written bare: ``2025-12-20``."""
        value = self._take(key, date, "date, 2025-12-20")
        if isinstance(value, datetime):
            self.report("pack_type", key, expected="date, 2025-12-20", found=value.isoformat())
        return value if isinstance(value, date) and not isinstance(value, datetime) else date.min

    def instant(self, key: str, zone: tzinfo) -> datetime:
        """An instant in UTC, written bare: ``2026-11-18T10:30:00+08:00``; without an offset in the local time of ``zone``."""
        value = self._take(key, datetime, "2026-11-18T10:30:00+08:00")
        if not isinstance(value, datetime):
            return datetime.min.replace(tzinfo=UTC)
        return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)

    def clock_time(self, key: str) -> time:
        """A time of day, written bare: ``22:00:00``."""
        value = self._take(key, time, "time, 22:00:00")
        return value if isinstance(value, time) else time()

    def texts(
        self, key: str, choices: Sequence[str] | None = None, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """A list of texts without repeats, each one of ``choices`` if given."""
        if default is not None and not self._present(key):
            return default
        values = self._take(key, list, "list of texts") or []
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.report("pack_type", key, expected="list of texts", found=", ".join(_kind(value) for value in values))
            return ()
        if len(set(values)) != len(values):
            self.report("pack_duplicate", key, found=", ".join(sorted({v for v in values if values.count(v) > 1})))
        for value in values:
            if choices is not None and value not in choices:
                self.report("pack_reference", key, expected=", ".join(choices), found=value)
        return tuple(values)

    def counts(self, key: str, least: int, most: int, default: tuple[int, ...] | None = None) -> tuple[int, ...]:
        """A rising list of whole numbers between two bounds."""
        if default is not None and not self._present(key):
            return default
        values = self._take(key, list, "list of whole numbers") or []
        if not all(type(value) is int for value in values):
            self.report(
                "pack_type", key, expected="list of whole numbers", found=", ".join(_kind(value) for value in values)
            )
            return ()
        if any(not least <= value <= most for value in values):
            self.report("pack_value", key, expected=f"{least}-{most}", found=str(values))
        if values != sorted(set(values)):
            self.report("pack_order", key, found=str(values))
        return tuple(values)

    def wholes(self, key: str, count: int, least: int, most: int) -> tuple[int, ...]:
        """So many whole numbers in any order, each between two bounds."""
        values = self._take(key, list, f"{count} whole numbers") or []
        if len(values) != count or not all(type(value) is int and least <= value <= most for value in values):
            if key not in self._mistaken:
                self.report("pack_value", key, expected=f"{count} × {least}-{most}", found=str(values))
            return (least,) * count
        return tuple(values)

    def raw(self) -> Mapping[str, Any]:
        """All of the table as it stands, for a reader of its own; no key of it is reported as unknown."""
        self._read |= self._tree.keys()
        return self._tree

    def keys(self) -> tuple[str, ...]:
        """The keys that are there, in the order of the file."""
        return tuple(self._tree)

    def labels(self, key: str) -> Labels:
        """Texts by language, ``{ "zh-Hans" = …, en = … }``; both of these are needed.

        zh-Hant may be added; where it is not, `traditional_texts` is asked.
        """
        table = self._take(key, dict, "texts by language") or {"zh-Hans": "-", "en": "-"}
        section = Section(self.review, table, (*self.path, key))
        texts = {language: section.text(language, "" if language == "zh-Hant" else None) for language in LANGUAGES}
        section.done()
        texts["zh-Hant"] = texts["zh-Hant"] or traditional_texts().get(texts["zh-Hans"], "")
        return {language: text for language, text in texts.items() if text}

    def source(self) -> Source:
        """The source that the rule names."""
        name = self.text("source", choices=tuple(self.review.sources))
        return self.review.sources.get(name, _UNREAD)

    def table(self, key: str) -> Section:
        """A table below this one; a missing one is reported and answers as empty."""
        return Section(self.review, self._take(key, dict, "table") or {}, (*self.path, key))

    def tables(self, key: str) -> Iterator[Section]:
        """The tables of an array ``[[key]]``; at least one is expected."""
        rows = self._take(key, list, "tables [[" + key + "]]") or []
        for index, row in enumerate(rows):
            if isinstance(row, dict):
                yield Section(self.review, row, (*self.path, key, index))
            else:
                self.report("pack_type", key, expected="table", found=_kind(row))

    def named_tables(self, key: str) -> Iterator[tuple[str, Section]]:
        """Name → table for every table below ``key``."""
        section = self.table(key)
        for name in section._tree:
            yield name, section.table(name)

    def _present(self, key: str) -> bool:
        self._read.add(key)
        return key in self._tree


def _kind(value: object) -> str:
    names = {bool: "true/false", int: "whole number", float: "fraction", str: "text", list: "list", dict: "table"}
    return names.get(type(value), type(value).__name__)
