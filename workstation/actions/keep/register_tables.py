"""The registers as tables that leave the desk: a workbook, or CSV where the name says so, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.keep.register_texts import (
    amount_formula,
    call_text,
    coming_detail,
    count_formula,
    group_text,
    kept_text,
    proofs_text,
    retention_title,
)
from workstation.actions.keep.registers import ComingLine, RateLine, ReviewLine
from workstation.actions.outputs import write_output
from workstation.casework.keeping.oral_register import OralLine
from workstation.casework.keeping.retention import RetentionLine
from workstation.documents.workbook.table_book import PlainTable, Value, plain_csv, plain_workbook
from workstation.errors import Finding, Refused
from workstation.wording import Wording

__all__ = ["PlainTable"]
Columns = tuple[tuple[str, int], ...]
"""Word under ``register.column`` and width in characters of each column."""
_COMING: Final = (
    ("due_on", 12), ("days", 7), ("kind", 16), ("number", 17), ("name", 14), ("phone", 16), ("bank", 16), ("tail", 8),
    ("currency", 8), ("amount", 14), ("detail", 14), ("may_call", 44), ("result", 24),
)  # fmt: skip
_ORAL: Final = (
    ("agreed_at", 17), ("number", 17), ("name", 14), ("bank", 18), ("tail", 8), ("clerk", 14), ("clerk_number", 14),
    ("terms", 48), ("recording", 30), ("settled_on", 12), ("keep_until", 22), ("noted_by", 12),
)  # fmt: skip
_RATES: Final = (
    ("group", 22), ("currency", 8), ("kept", 8), ("due", 8), ("kept_rate", 10), ("formula_count", 34), ("in_time", 16),
    ("promised", 16), ("amount_rate", 10), ("formula_amount", 44), ("moves", 8), ("cancelled", 10),
)  # fmt: skip
_REVIEWS: Final = (
    ("review_on", 12), ("days", 7), ("invite_on", 12), ("adopted_on", 12), ("number", 17), ("name", 14), ("phone", 16),
    ("proofs_missing", 60), ("proofs_came", 60),
)  # fmt: skip
_RETENTION: Final = (
    ("number", 17), ("name", 14), ("settled_on", 12), ("last_record", 22), ("last_on", 12), ("years", 8), ("rule", 44),
    ("keep_until", 12), ("holds", 60),
)  # fmt: skip


def coming_table(lines: Iterable[ComingLine], words: Wording) -> PlainTable:
    """The list of what comes due, with a column in which to write what became of the call."""
    rows = []
    for line in lines:
        one = line.coming
        bank, tail = (one.account.bank, one.account.tail) if one.account else ("", "")
        money = (one.amount.currency if one.amount else "", one.amount)
        who = (line.number, line.name, line.phone)
        rows.append(
            (one.on, line.days, words.text(f"coming_kind.{one.kind}"), *who, bank, tail, *money,
             coming_detail(one, words), call_text(line, words), "")
        )  # fmt: skip
    return _table("coming", _COMING, rows, words)


def oral_table(lines: Iterable[OralLine], words: Wording) -> PlainTable:
    """The register of oral agreements."""
    rows = [
        (line.agreement.agreed_at.astimezone(line.zone).strftime("%Y-%m-%d %H:%M"), line.number, line.name, line.account.bank,
         line.account.tail, line.agreement.clerk, line.agreement.clerk_number, line.agreement.terms,
         line.agreement.recording, line.settled_on, kept_text(line, words), line.agreement.by)
        for line in lines
    ]  # fmt: skip
    return _table("oral", _ORAL, rows, words)


def rates_table(lines: Iterable[RateLine], by: str, words: Wording) -> PlainTable:
    """The kept rates with their formulas."""
    rows = [
        (group_text(line, by, words), line.currency, line.rate.kept, line.rate.due, _share(line.rate.count),
         count_formula(line), line.in_time, line.promised, _share(line.rate.amount), amount_formula(line),
         line.rate.moves, line.rate.cancelled)
        for line in lines
    ]  # fmt: skip
    return _table("rates", _RATES, rows, words)


def reviews_table(lines: Iterable[ReviewLine], words: Wording) -> PlainTable:
    """The reviews with the proofs to ask for."""
    rows = [
        (line.review.on, line.days, line.review.invite_on, line.review.adopted_on, line.number, line.name, line.phone,
         proofs_text(line.review.missing, words), proofs_text([one for one in line.review.proofs if one.came], words))
        for line in lines
    ]  # fmt: skip
    return _table("reviews", _REVIEWS, rows, words)


def retention_table(lines: Iterable[RetentionLine], words: Wording) -> PlainTable:
    """Until when each case is kept, and what holds it."""
    rows = []
    for line in lines:
        one = line.retention
        last = words.text(f"record.{one.last.table}")
        holds = "\n".join(words.finding(finding) for finding in one.holds)
        rows.append(
            (
                retention_title(line, words),
                line.name,
                one.settled_on,
                last,
                one.last.on,
                one.years,
                one.rule.name,
                one.keep_until,
                holds,
            )
        )
    return _table("retention", _RETENTION, rows, words)


def write_listing(desk: Desk, path: Path, table: PlainTable, words: Wording) -> Path:
    """Write PDF, XLSX or CSV, as the name says. Raises `Refused`: export_kind_unknown, and as `write_output`."""
    kind = path.suffix.lower()
    if kind == ".pdf":
        from workstation.documents.papers.listing import ListingFigures, build_listing

        head = (words.language, desk.settings.desk_name, desk.clock.today())
        figures = ListingFigures(*head, table.title, table.header, table.widths, table.rows, table.explained)
        return write_output(path, build_listing(figures).pdf)
    if kind not in (".xlsx", ".csv"):
        raise Refused(Finding("export_kind_unknown", path.name, {"file": path.name}))
    return write_output(path, plain_csv(table) if kind == ".csv" else plain_workbook(table))


def _share(share: Fraction | None) -> Decimal | None:
    return None if share is None else Decimal(share.numerator) / share.denominator


def _table(name: str, columns: Columns, rows: Iterable[tuple[Value, ...]], words: Wording) -> PlainTable:
    header = tuple(words.text(f"register.column.{key}") for key, _ in columns)
    return PlainTable(words.text(f"register.{name}"), header, tuple(width for _, width in columns), tuple(rows))
