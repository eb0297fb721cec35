"""From table rows to a `Statement` by a declared layout. A row that cannot be read is named, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout, Moment, Row
from workstation.evidence.statements.transactions import LeftOut, Printed, Statement, Transaction
from workstation.money import Money

Rows = Sequence[Sequence[str]]

_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b\d{8}\b")
_TOTALS = ("合计", "总计", "小计", "本页", "Total", "TOTAL")
_SEARCHED = 60  # rows above a header; the longest known preamble has 25


@dataclass(slots=True)
class _Reading:
    """What has been gathered so far."""

    transactions: list[Transaction] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    masked: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    totals: Row | None = None


def header_row(layout: Layout, rows: Rows) -> int | None:
    """Index of the row that holds all columns of the layout below its marks; None when this is another layout."""
    wanted = {cells.plain(title) for title in layout.header}
    above = ""
    for index, row in enumerate(rows[:_SEARCHED]):
        if wanted <= {cells.title(cell) for cell in row}:
            return index if all(mark in above for mark in layout.marks) else None
        above += "\n" + " ".join(row)
    return None


def read_rows(layout: Layout, rows: Rows, header: int) -> Statement:
    """Read all rows below the header."""
    titles = [cells.title(cell) for cell in rows[header]]
    above = "\n".join(" ".join(cells.plain(cell) for cell in row) for row in rows[:header])
    reading = _Reading()
    for index, row in enumerate(rows[header + 1 :], start=header + 1):
        padded = [cell.strip() for cell in row] + [""] * (len(titles) - len(row))
        # Read from the right, so that of two columns of one title the first counts.
        named = dict(zip(reversed(titles), reversed(padded[: len(titles)]), strict=True))
        _take(layout, named, padded, index + 1, above, reading)
    return _statement(layout, above + "\n" + "\n".join(reading.notes), reading)


def _take(layout: Layout, row: Row, raw: Sequence[str], number: int, above: str, reading: _Reading) -> None:
    if not any(raw):
        return
    if layout.totals_row and raw[0].startswith(layout.totals_row):
        reading.totals = row
        return
    total = raw[0].startswith(_TOTALS)
    if not cells.looks_like_day(_day(layout, row)) and (total or not _has_amount(layout, row)):
        reading.notes.append(cells.plain(" ".join(raw)))
        return
    why = layout.leave_out(row)
    if why:
        reading.left_out.append(LeftOut(number, why))
        return
    _read_transaction(layout, row, number, above, reading)


def _day(layout: Layout, row: Row) -> str:
    return row.get(cells.plain(layout.day), "") or row.get(cells.plain(layout.day_else), "")


def _has_amount(layout: Layout, row: Row) -> bool:
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    return any(cells.amount(row.get(cells.plain(column), ""), layout.currency) is not None for column in columns)


def _read_transaction(layout: Layout, row: Row, number: int, above: str, reading: _Reading) -> None:
    def cell(column: str) -> str:
        return row.get(cells.plain(column), "") if column else ""

    currency = cells.currency(cell(layout.currency_column), layout.currency)
    amount = _amount(layout, row, currency)
    if amount is None:
        reading.left_out.append(LeftOut(number, "unreadable"))
        reading.findings.append(
            Finding("row_unreadable", f"row {number}", {"text": cell(layout.amount or layout.loss)})
        )
        return
    moment = _moment(layout, _with_year(layout, _day(layout, row), above), row, cell(layout.clock))
    if moment is None:
        reading.left_out.append(LeftOut(number, "impossible_date"))
        reading.findings.append(Finding("impossible_date", f"row {number}", {"text": _day(layout, row)}))
        return
    on, at = moment
    balance = cells.amount(cell(layout.balance), currency)
    if balance is None and not cells.is_blank(cell(layout.balance)):
        reading.masked.append(number)
    counterparty = _joined(row, layout.counterparties)
    text = _joined(row, layout.texts)
    kind = layout.kind(row, amount, f"{counterparty} {text}".strip())
    fee = cells.amount(layout.fee(row), currency)
    one = Transaction(
        number, on, amount, kind, at, balance, counterparty, text, fee, cell(layout.reference), cell(layout.card_column)
    )
    reading.transactions.append(one)


def _moment(layout: Layout, day: str, row: Row, clock: str) -> Moment | None:
    try:
        found = layout.when(row, day, clock)
    except Refused:
        return None
    return found if cells.believable(found[0]) else None


def _amount(layout: Layout, row: Row, currency: str) -> Money | None:
    """The signed amount of a row from the holder's side."""

    def read(column: str) -> Money | None:
        return cells.amount(row.get(cells.plain(column), ""), currency) if column else None

    if layout.amount:
        found = read(layout.amount)
        turned = -layout.sign(row) if layout.card else layout.sign(row)
        return found if found is None or turned > 0 else -found
    gain, loss = read(layout.gain), read(layout.loss)
    if gain is None and loss is None:
        return None
    return (gain or Money.zero(currency)) - (loss or Money.zero(currency))


def _joined(row: Row, columns: Sequence[str]) -> str:
    texts = [row.get(cells.plain(column), "") for column in columns]
    return " ".join(dict.fromkeys(text for text in texts if not cells.is_blank(text) and text.strip("-")))


def _with_year(layout: Layout, day: str, above: str) -> str:
    """A day printed as 12/29 belongs to the year before when its month lies after the statement's."""
    if layout.year_above is None or not (found := layout.year_above.search(above)):
        return day
    month, _, rest = day.partition("/")
    if not month.isdigit():
        return day
    year = int(found[1]) - (int(month) > int(found[2]))
    return f"{year}-{month}-{rest}"


def _statement(layout: Layout, about: str, reading: _Reading) -> Statement:
    days = [one.on for one in reading.transactions]
    printed = _period(layout, about)
    start, end = printed or (min(days, default=None), max(days, default=None))
    currencies = Counter(one.amount.currency for one in reading.transactions)
    currency = currencies.most_common(1)[0][0] if currencies else layout.currency
    cards = Counter(one.card for one in reading.transactions if one.card)
    found = layout.account.search(about) if layout.account else None
    account = found[1] if found else (cards.most_common(1)[0][0] if cards else "")
    if len(currencies) > 1:
        reading.findings.append(Finding("currency_mixed", "statement", {"currencies": ", ".join(sorted(currencies))}))
    return Statement(
        layout=layout.id, account=cells.tail(account), currency=currency, from_on=start, to_on=end,
        rows_read=len(reading.transactions) + len(reading.left_out), rows_left_out=tuple(reading.left_out),
        transactions=tuple(reading.transactions), findings=tuple(reading.findings),
        printed=_printed(layout, about, reading.totals, currency), period_printed=printed is not None,
        masked_balances=tuple(reading.masked), ordered=layout.ordered, shows_income=layout.shows_income,
    )  # fmt: skip


def _period(layout: Layout, about: str) -> tuple[date, date] | None:
    found = layout.period.search(about) if layout.period else None
    if not found:
        return None
    days = _DAY.findall(found[0])
    try:
        start, end = (cells.moment(day)[0] for day in (days[0], days[-1]))
    except (Refused, IndexError):
        return None
    return (start, end) if start <= end and cells.believable(start) and cells.believable(end) else None


def _printed(layout: Layout, about: str, totals: Row | None, currency: str) -> Printed:
    def amount(pattern: re.Pattern[str] | None, column: str) -> Money | None:
        if totals is not None and column:
            return cells.amount(totals.get(cells.plain(column), ""), currency)
        found = pattern.search(about) if pattern else None
        return cells.amount(found[1], currency) if found else None

    count = layout.count.search(about) if layout.count else None
    income, expense = amount(layout.income, layout.gain), amount(layout.expense, layout.loss)
    return Printed(
        int(count[1]) if count else None, income, expense, layout.totals_binding, layout.totals_without_neutral
    )
