"""From table rows to a `Statement` by a declared layout. A row that cannot be read is named, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout, Moment, Row, plain_names
from workstation.evidence.statements.transactions import LeftOut, Printed, Statement, Transaction
from workstation.money import Money

Rows = Sequence[Sequence[str]]

_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b\d{8}\b")
_UNTITLED = "\0"  # so that a column the layout does not have, named "", is never found
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
    moments: dict[tuple[str, str], Moment | None] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)


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
    reading, layout = _Reading(), plain_names(layout)
    turned, width = [title or _UNTITLED for title in reversed(titles)], len(titles)
    for index, row in enumerate(rows[header + 1 :], start=header + 1):
        padded = [cell.strip() for cell in row]
        padded += [""] * (width - len(padded))
        # Read from the right, so that of two columns of one title the first counts.
        named = dict(zip(turned, padded[width - 1 :: -1], strict=True))
        _take(layout, named, padded, index + 1, above, reading)
    return _statement(layout, above + "\n" + "\n".join(reading.notes), reading)


def _take(layout: Layout, row: Row, raw: Sequence[str], number: int, above: str, reading: _Reading) -> None:
    if layout.totals_row and raw[0].startswith(layout.totals_row):
        reading.totals = row
        return
    if not cells.looks_like_day(_day(layout, row)) and (raw[0].startswith(_TOTALS) or not _has_amount(layout, row)):
        if any(raw):
            reading.notes.append(cells.plain(" ".join(raw)))
        return
    why = layout.leave_out(row)
    if why:
        reading.left_out.append(LeftOut(number, why))
        return
    _read_transaction(layout, row, number, above, reading)


def _day(layout: Layout, row: Row) -> str:
    return row.get(layout.day, "") or row.get(layout.day_else, "")


def _has_amount(layout: Layout, row: Row) -> bool:
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    return any(cells.amount(row.get(column, ""), layout.currency) is not None for column in columns)


def _read_transaction(layout: Layout, row: Row, number: int, above: str, reading: _Reading) -> None:
    """One row into a transaction, or left out and named. A column the layout does not have reads as empty."""
    currency = _currency(layout, row.get(layout.currency_column, ""), reading)
    amount = _amount(layout, row, currency)
    if amount is None:
        reading.left_out.append(LeftOut(number, "unreadable"))
        told = row.get(layout.amount or layout.loss, "")
        reading.findings.append(Finding("row_unreadable", f"row {number}", {"text": told}))
        return
    moment = _moment(layout, row, above, reading)
    if moment is None:
        reading.left_out.append(LeftOut(number, "impossible_date"))
        reading.findings.append(Finding("impossible_date", f"row {number}", {"text": _day(layout, row)}))
        return
    printed = row.get(layout.balance, "")
    balance = cells.amount(printed, currency)
    if balance is None and not cells.is_blank(printed):
        reading.masked.append(number)
    counterparty, text = _joined(row, layout.counterparties), _joined(row, layout.texts)
    kind = layout.kind(row, amount, f"{counterparty} {text}".strip())
    charged = layout.fee(row)
    reading.transactions.append(
        Transaction(
            number,
            moment[0],
            amount,
            kind,
            moment[1],
            balance,
            counterparty,
            text,
            cells.amount(charged, currency) if charged else None,
            row.get(layout.reference, ""),
            row.get(layout.card_column, ""),
        )
    )


def _currency(layout: Layout, printed: str, reading: _Reading) -> str:
    """The currency of a row; a list names few, each is read once."""
    if printed not in reading.currencies:
        reading.currencies[printed] = cells.currency(printed, layout.currency)
    return reading.currencies[printed]


def _moment(layout: Layout, row: Row, above: str, reading: _Reading) -> Moment | None:
    """Day and time of a row, None for a day that cannot be; what stands there decides alone, so each is read once."""
    told = (_day(layout, row), row.get(layout.clock, ""))
    if told in reading.moments:
        return reading.moments[told]
    try:
        found = layout.when(row, _with_year(layout, told[0], above), told[1])
        reading.moments[told] = found if cells.believable(found[0]) else None
    except Refused:
        reading.moments[told] = None
    return reading.moments[told]


def _amount(layout: Layout, row: Row, currency: str) -> Money | None:
    """The signed amount of a row from the holder's side."""

    if layout.amount:
        found = cells.amount(row.get(layout.amount, ""), currency)
        turned = -layout.sign(row) if layout.card else layout.sign(row)
        return found if found is None or turned > 0 else -found
    gain = cells.amount(row.get(layout.gain, ""), currency)
    loss = cells.amount(row.get(layout.loss, ""), currency)
    if gain is None and loss is None:
        return None
    return Money((gain.minor if gain else 0) - (loss.minor if loss else 0), currency)


def _joined(row: Row, columns: Sequence[str]) -> str:
    if len(columns) == 1:
        text = row.get(columns[0], "")
        return "" if not text.strip("-") or cells.is_blank(text) else text
    texts = [
        text for column in columns if (text := row.get(column, "")) and text.strip("-") and not cells.is_blank(text)
    ]
    return " ".join(dict.fromkeys(texts)) if len(texts) > 1 else "".join(texts)


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
            return cells.amount(totals.get(column, ""), currency)
        found = pattern.search(about) if pattern else None
        return cells.amount(found[1], currency) if found else None

    count = layout.count.search(about) if layout.count else None
    income, expense = amount(layout.income, layout.gain), amount(layout.expense, layout.loss)
    return Printed(
        int(count[1]) if count else None, income, expense, layout.totals_binding, layout.totals_without_neutral
    )
