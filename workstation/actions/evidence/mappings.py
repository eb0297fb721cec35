"""Statement layouts mapped by hand: tried on a file, remembered by the desk, used without asking the next time, forgotten."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.statements.hand_mapping import DAY_ORDERS, HandMapping, KeptMapping, header_candidates
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.pdf_statement import pdf_statement
from workstation.evidence.statements.readers import known_layouts, read_statement, statement_of, statement_of_sheets
from workstation.evidence.statements.sheets import sheet_rows
from workstation.evidence.statements.statement import analyse
from workstation.evidence.statements.transactions import Statement
from workstation.evidence.verification import EvidenceItem
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.ofd.apart import pages_of
from workstation.received.pdf.grid import PdfList, pdf_list
from workstation.received.regular_file import MAX_SETTINGS, whole
from workstation.received.tables import read_table
from workstation.store.sharing.merging import rebased

Rows = Sequence[Sequence[str]]
FileTables = Sequence[Rows] | PdfList
"""The tables of a file as their rows; of a PDF also what each of its pages gave to them."""

_GUESSES: Final = {
    "day": ("日期", "交易日", "记账日", "时间", "date", "day"),
    "amount": ("金额", "发生额", "amount"),
    "direction": ("收/支", "收支", "借贷", "dr/cr", "direction"),
    "gain": ("收入", "存入", "贷方", "credit", "deposit"),
    "loss": ("支出", "支取", "借方", "debit", "withdraw"),
    "balance": ("余额", "balance"),
    "currency": ("币种", "币别", "currency"),
    "counterparty": ("对方户名", "对手户名", "对方名称", "交易对方", "对方", "对手", "payee", "counterparty"),
    "text": ("摘要", "用途", "备注", "附言", "说明", "description", "memo", "details"),
}
"""Words by which a column is proposed; the person decides."""

_DAY_LAST_YEAR: Final = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b(?![-/.])")
_KEYS: Final = ("name", "header", "columns", "currency", "card", "day_order", "directions")


@dataclass(frozen=True, slots=True)
class MappingTrial:
    """What a file reads like under a mapping: a statement, or what is wrong with the mapping."""

    statement: Statement | None
    findings: tuple[Finding, ...]

    @property
    def told(self) -> tuple[Finding, ...]:
        """What the rows as read leave out or contradict, as it will be told of the statement."""
        return analyse(self.statement).findings if self.statement else ()


def file_tables(desk: Desk, item_id: str) -> Callable[[], FileTables]:
    """What gives the tables of a proof as they are in the file, on any thread. Calling it raises `Refused` or `Damaged`."""
    item, vault, readers = desk.store.get(EvidenceItem, item_id), desk.vault, desk.readers
    return lambda: tables_of(vault.read(item.sha256), item.file_name, readers)


def tables_of(data: bytes, name: str = "", readers: Readers = IN_PROCESS) -> FileTables:
    """The tables of a file: sheets that hold anything, or the lists of a PDF or OFD with what its pages gave to them."""
    data = pages_of(data, Reading(name), readers)
    if b"%PDF-" in data[:1024]:
        return readers.read(Reading(name), pdf_list, data, name)
    sheets = readers.read(Reading(name), read_table, data, name).sheets
    return tuple(sheet_rows(sheet) for sheet in sheets if any(map(any, sheet.rows)))


def rows_of(file: FileTables) -> tuple[Rows, ...]:
    """The rows of each table of a file."""
    return file.tables if isinstance(file, PdfList) else tuple(file)


def read_with(
    data: bytes, name: str, layouts: Sequence[Layout], readers: Readers = IN_PROCESS, computed: bytes = b""
) -> Statement:
    """A statement in whatever form it was submitted, by the layouts of a desk. Raises `Refused` as `read_statement`."""
    data = pages_of(data, Reading(name), readers)
    if b"%PDF-" in data[:1024]:
        return pdf_statement(
            readers.read(Reading(name), pdf_list, data, name), lambda tables: statement_of(tables, layouts)
        )
    return read_statement(data, name, layouts, readers, computed)


def layouts(desk: Desk) -> tuple[Layout, ...]:
    """All layouts that this desk knows: those of the program first, then its own, the one with more columns first."""
    return known_layouts(taught(desk))


def taught(desk: Desk) -> tuple[HandMapping, ...]:
    """The mappings that the desk remembers, oldest first."""
    return tuple(kept.mapping for kept in kept_mappings(desk))


def kept_mappings(desk: Desk) -> tuple[KeptMapping, ...]:
    """What the desk remembers, oldest first."""
    return desk.store.find(KeptMapping)


def proposal(tables: FileTables) -> HandMapping:
    """A first guess from the likeliest header; nothing is meant until a person says so."""
    rows = next(iter(rows_of(tables)), ())
    header = next(iter(header_candidates(rows, 1)), ())
    columns = dict(_guessed(header))
    return HandMapping("", header, columns, day_order=_order(rows, header, columns.get("day", "")))


def _order(rows: Rows, header: Sequence[str], title: str) -> str:
    """The order of the day by the cells of its column: a number above twelve can be no month."""
    index = list(header).index(title) if title else -1
    days = [_DAY_LAST_YEAR.match(row[index]) for row in rows if 0 <= index < len(row)]
    found = [(int(day[1]), int(day[2])) for day in days if day]
    if not found:
        return "ymd"
    return "mdy" if any(second > 12 for _, second in found) else "dmy"


def _guessed(header: Sequence[str]) -> Iterator[tuple[str, str]]:
    left = [title for title in header if title.strip()]
    found = {}
    for meaning, words in _GUESSES.items():
        title = next((one for word in words for one in left if word in one.lower()), "")
        if title:
            left.remove(title)
            found[meaning] = title
    unused = ("gain", "loss") if "amount" in found else ("direction",)
    return ((meaning, title) for meaning, title in found.items() if meaning not in unused)


def attempt(tables: FileTables, mapping: HandMapping) -> MappingTrial:
    """Read a file by a mapping without keeping anything."""
    found = tuple(mapping.findings())
    if any(finding.subject != FieldRef.MAPPING_NAME for finding in found):
        return MappingTrial(None, found)
    try:
        statement = _read_by(tables, replace(mapping, name=mapping.name.strip() or "?").layout())
    except Refused as refused:
        return MappingTrial(None, (*found, *refused.findings))
    if not statement.transactions:
        return MappingTrial(statement, (*found, Finding("mapping_reads_nothing", FieldRef.MAPPING_DAY)))
    return MappingTrial(statement, found)


def _read_by(file: FileTables, layout: Layout) -> Statement:
    if isinstance(file, PdfList):
        return pdf_statement(file, lambda tables: statement_of(tables, (layout,)))
    return statement_of_sheets(file, (layout,))


def keep_mapping(
    desk: Desk,
    mapping: HandMapping,
    tables: FileTables = (),
    kept_id: str = "",
    base: HandMapping | None = None,
) -> KeptMapping:
    """Remember a mapping; one of the same header, or the one of ``kept_id``, is replaced.

    ``base``: the mapping of ``kept_id`` as it was loaded; refused (save_conflict, save_gone) when somebody changed or forgot it.

    Raises `Refused` for a mapping that is incomplete, or that reads no row of the file at hand (``tables``).
    """
    refuse_if(desk.compute(attempt, tables, mapping).findings if rows_of(tables) else mapping.findings())
    return desk.run(_keep, mapping, kept_id, base)


def _keep(desk: Desk, mapping: HandMapping, kept_id: str, base: HandMapping | None) -> KeptMapping:
    if base is not None:
        stored = [one.mapping for one in desk.store.find(KeptMapping, id=kept_id)]
        mapping = rebased(base, mapping, stored[0] if stored else None, "mapping")
        refuse_if(mapping.findings())
    same = [one.id for one in kept_mappings(desk) if one.mapping.header == mapping.header]
    kept = KeptMapping(kept_id or next(iter(same), new_id()), mapping, desk.clock.now(), desk.agent)
    desk.store.save(kept)
    return kept


def forget_mapping(desk: Desk, kept_id: str) -> KeptMapping:
    """Forget a mapping; statements of that layout are unknown again, their files stay. Answers what was forgotten."""
    kept = desk.store.get(KeptMapping, kept_id)
    desk.store.delete(KeptMapping, kept_id)
    return kept


def restore_mapping(desk: Desk, kept: KeptMapping) -> None:
    """Remember again what was forgotten."""
    desk.store.save(kept)


def mapping_of(file: Path) -> HandMapping:
    """A mapping from a TOML file: ``name``, ``[columns]`` meaning = "title", and where they differ from the usual ``header``,
    ``currency``, ``card``, ``day_order``, ``[directions]`` word = "in" or "out". Without ``header`` the mapped columns are what the
    file is known by.

    Raises `Refused`: columns_unreadable, columns_key_unknown, and what the mapping lacks.
    """
    try:
        given = tomllib.loads(whole(file, MAX_SETTINGS).decode("utf-8-sig"))
    except (Refused, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(file, str(error)) from None
    refuse_if(
        Finding("columns_key_unknown", file.name, {"file": file.name, "key": key, "known": ", ".join(_KEYS)})
        for key in given
        if key not in _KEYS
    )
    columns = given.get("columns", {})
    texts = isinstance(columns, dict) and all(isinstance(one, str) for one in columns.values())
    ways = given.get("directions", {})
    if not isinstance(ways, dict) or any(way not in ("in", "out") for way in ways.values()):
        raise _unreadable(file, '[directions] word = "in" | "out"')
    if not texts or given.get("day_order", "ymd") not in DAY_ORDERS or not _right_kinds(given):
        raise _unreadable(file, '[columns] meaning = "title", day_order ymd, dmy, mdy')
    mapping = HandMapping(
        name=given.get("name", file.stem),
        header=tuple(given.get("header", columns.values())),
        columns=columns,
        currency=given.get("currency", "CNY"),
        card=given.get("card", False),
        day_order=given.get("day_order", "ymd"),
        directions=ways,
    )
    refuse_if(mapping.findings())
    return mapping


def _right_kinds(given: dict[str, Any]) -> bool:
    header = given.get("header", [])
    return (
        isinstance(header, list)
        and all(isinstance(title, str) for title in header)
        and isinstance(given.get("card", False), bool)
        and all(isinstance(given.get(key, ""), str) for key in ("name", "currency"))
    )


def _unreadable(file: Path, reason: str) -> Refused:
    return Refused(Finding("columns_unreadable", file.name, {"file": file.name, "reason": reason}))
