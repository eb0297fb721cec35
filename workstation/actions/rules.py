"""The rules by which a desk works, to be read and to leave as a table; and a pack of one's own checked before it is used."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workstation.casework.rule_texts import RuleText, rule_text
from workstation.documents.workbook.table_book import PlainTable
from workstation.policy.pack import Pack, load_pack
from workstation.policy.rule_lines import rule_lines
from workstation.wording import Wording

_WIDTHS: Final = (14, 28, 30, 24, 60, 12, 22)


def check_pack(file: Path) -> Pack:
    """Read a pack as the program would. Raises `Refused` with one finding a mistake, as `load_pack`."""
    return load_pack(file)


def rule_texts(pack: Pack, words: Wording, group: str = "") -> tuple[RuleText, ...]:
    """The rules of a pack in words: all, or those of one group."""
    lines = rule_lines(pack, words.language)
    return tuple(rule_text(line, pack.currency, words) for line in lines if group in ("", line.group))


def rule_table(pack: Pack, lines: tuple[RuleText, ...], words: Wording) -> PlainTable:
    """Rules as they leave."""
    header = tuple(words.text(f"rule_column.{name}") for name in RuleText._fields)
    return PlainTable(pack.title.get(words.language, pack.id), header, _WIDTHS, lines)
