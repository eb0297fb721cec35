"""The rules by which a desk works, to be read and to leave as a table; and a pack of one's own checked before it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from workstation.casework.rule_texts import ChangeText, RuleText, change_texts, rules_since
from workstation.documents.workbook.table_book import PlainTable
from workstation.errors import Finding, Refused, refuse_if
from workstation.policy.pack import Pack, load_pack
from workstation.policy.toml_lines import key_lines, line_of
from workstation.policy.versions import version, versions
from workstation.wording import Wording

_WIDTHS: Final = (14, 28, 30, 24, 60, 12, 22, 30)


def check_pack(file: Path, today: date) -> Pack:
    """Read a pack as the program would. Raises `Refused` with one finding a mistake, as `load_pack`, and ``pack_day_future`` for
    a source that nobody can have read by ``today``, or a version dated after it.
    """
    pack = load_pack(file)
    refuse_if(_not_come(pack, file, today))
    return pack


def _not_come(pack: Pack, file: Path, today: date) -> Iterator[Finding]:
    lines = key_lines(file.read_text("utf-8-sig"))
    days: dict[tuple[str, ...], str] = {("dated",): pack.dated.isoformat()}
    days |= {("sources", name, "dated"): one.dated for name, one in pack.sources.items() if ("sources", name) in lines}
    for path, told in days.items():
        if told > today.isoformat()[: len(told)]:
            line = str(line_of(lines, path))
            figures = {
                "file": file.name,
                "line": line,
                "key": ".".join(path),
                "found": told,
                "today": today.isoformat(),
            }
            yield Finding("pack_day_future", f"{file.name}:{line}", figures)


def rule_texts(
    pack: Pack, words: Wording, group: str = "", newest: Mapping[str, Pack] | None = None
) -> tuple[RuleText, ...]:
    """The rules of a pack in words: all, or those of one group; ``newest`` packs tell what changed since the versions before."""
    before = versions(pack.id, newest)[1:] if newest and newest.get(pack.id) == pack else ()
    told = words.text(f"rule_group.{group}") if group else ""
    return tuple(one for one in rules_since((pack, *before), words) if told in ("", one.group))


def changes(before: Pack, after: Pack, words: Wording) -> tuple[ChangeText, ...]:
    """Which rules two versions of a pack have differently."""
    return change_texts(before, after, words)


def version_of(name: str, newest: Mapping[str, Pack], day: str = "", word: str = "--dated") -> Pack:
    """A version of a pack by its day, the newest without one. Raises `Refused`: pack_unknown, pack_day_unknown.

    ``word``: how the day was given, for the refusal.
    """
    if name not in newest:
        raise Refused(Finding("pack_unknown", "name", {"pack": name, "known": ", ".join(newest)}))
    found = version(f"{name}@{day}", newest) if day else newest[name]
    if found is None:
        known = ", ".join(one.dated.isoformat() for one in versions(name, newest))
        raise Refused(Finding("pack_day_unknown", word, {"pack": name, "day": day, "known": known, "word": word}))
    return found


def rule_table(pack: Pack, lines: tuple[RuleText, ...], words: Wording) -> PlainTable:
    """Rules as they leave."""
    header = tuple(words.text(f"rule_column.{name}") for name in RuleText._fields)
    return PlainTable(pack.title.get(words.language, pack.id), header, _WIDTHS, lines)
