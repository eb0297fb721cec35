"""From table rows to a `Statement` by a declared layout. A row that cannot be read is named, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, repeat
from operator import itemgetter
from typing import TypeVar, cast

from workstation.dates import month_end
from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells, control_figures
from workstation.evidence.statements.columns import (
    Columns,
    joined,
    map_unique,
    minors_in,
    money_alike,
    money_where,
    named_currencies,
)
from workstation.evidence.statements.headers import Rows
from workstation.evidence.statements.layout import Layout, Moment, Row, plain_names
from workstation.evidence.statements.moved_amounts import moved_amounts
from workstation.evidence.statements.transactions import Kind, LeftOut, Statement, Transaction
from workstation.money import Money

Cell = TypeVar("Cell")


@dataclass(slots=True)
class _Reading:
    """What the rows say column by column, and what the odd ones among them turned out to be.

    ``first`` is the number of the first row below the header. ``amounts`` are signed; those of ``undirected`` (indexes) are
    None since nothing tells which way they went. ``rows`` is empty unless the layout's rules ask for it.
    """

    body: Columns
    first: int
    moments: Sequence[Moment | None]
    currencies: Sequence[str]
    amounts: Sequence[int | None]
    undirected: frozenset[int]
    rows: Sequence[Row]
    reasons: Sequence[str]
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    totals: Row | None = None
    sums: list[tuple[int, Row]] = field(default_factory=list)


def read_rows(layout: Layout, rows: Rows, header: int) -> Statement:
    """Read all rows below the header."""
    above = "\n".join(" ".join(map(cells.plain, row)) for row in rows[:header])
    body = Columns([cells.title(cell) for cell in rows[header]], rows[header + 1 :])
    layout = plain_names(layout)
    reading = _columns(layout, body, header + 2, above)
    good = [
        moment is not None and amount is not None and not reason
        for moment, amount, reason in zip(reading.moments, reading.amounts, reading.reasons, strict=True)
    ]
    if layout.totals_row:
        first = [row[0] if row else "" for row in rows[header + 1 :]]
        good = [one and not cell.startswith(layout.totals_row) for one, cell in zip(good, first, strict=True)]
    odd = [index for index, one in enumerate(good) if not one] if not all(good) else ()
    for index in odd:
        _odd(layout, reading, index, rows[header + 1 + index])
    reading.findings = list(_still_asked(layout, reading))
    return _statement(layout, above + "\n" + "\n".join(reading.notes), reading, good)


def _columns(layout: Layout, body: Columns, first: int, above: str) -> _Reading:
    rows = body.rows() if layout.sign or layout.kind or layout.leave_out or layout.fee else ()
    printed = body[layout.currency_column] if layout.currency_column else ("",) * body.height
    currencies = named_currencies(
        map_unique(lambda text: cells.currency(text, layout.currency), printed),
        [body[title] for title in (layout.amount, layout.gain, layout.loss) if title],
        printed,
    )
    moved = moved_amounts(layout, body, currencies, rows, first)
    return _Reading(
        body,
        first,
        _moments(layout, body, above),
        currencies,
        moved.amounts,
        moved.undirected,
        rows,
        [layout.leave_out(row) for row in rows] if layout.leave_out else ("",) * body.height,
        findings=list(moved.findings),
    )


def _days(layout: Layout, body: Columns) -> Sequence[str]:
    if not layout.day_else:
        return body[layout.day]
    return [day or other for day, other in zip(body[layout.day], body[layout.day_else], strict=True)]


def _moments(layout: Layout, body: Columns, above: str) -> list[Moment | None]:
    """Day and time of every row, None for a day that cannot be."""
    found = layout.year_above.search(above) if layout.year_above else None

    def moment(day: str, clock: str = "") -> Moment | None:
        try:
            made = layout.when(_with_year(day, found) if found else day, clock)
        except Refused:
            return None
        return made if cells.believable(made[0]) else None

    days = _days(layout, body)
    if layout.clock in ("", layout.day):
        return map_unique(moment, days)
    return map_unique(lambda day_and_time: moment(*day_and_time), list(zip(days, body[layout.clock], strict=True)))


def _with_year(day: str, above: re.Match[str]) -> str:
    """A day printed as 12/29 belongs to the year before when its month lies after the statement's."""
    month, _, rest = day.partition("/")
    if not month.isdigit():
        return day
    year = int(above[1]) - (int(month) > int(above[2]))
    return f"{year}-{month}-{rest}"


# ── Rows that are no transactions ──


def _odd(layout: Layout, reading: _Reading, index: int, raw: Sequence[str]) -> None:
    """A row that is a sum, a remark, left out by the issuer's own word, or cannot be read."""
    number = reading.first + index
    lead = next(filter(None, raw), "")
    day = _days(layout, reading.body)[index]
    has_amount = _has_amount(layout, reading.body, index)
    if layout.totals_row and lead.startswith(layout.totals_row):
        reading.totals = reading.body.row(index)
    elif not cells.looks_like_day(day) and (
        lead.startswith(control_figures.TOTALS) or not (has_amount or _has_figure(layout, reading.body, index))
    ):
        if any(raw):
            reading.notes.append(cells.plain(" ".join(raw)))
        if has_amount:
            reading.sums.append((number, reading.body.row(index)))
    elif not has_amount and (note := _balance_note(layout, reading.body, index)):
        reading.notes.append(note)
    elif reading.reasons[index]:
        reading.left_out.append(LeftOut(number, reading.reasons[index]))
    elif index in reading.undirected:
        reading.left_out.append(LeftOut(number, "direction_unknown"))
        if not layout.direction:
            reading.findings.append(Finding("row_direction_unknown", f"row {number}"))
    elif reading.amounts[index] is None:
        reading.left_out.append(LeftOut(number, "unreadable"))
        texts = [reading.body[column][index] for column in (layout.amount, layout.gain, layout.loss) if column]
        text = next((one for one in texts if not cells.is_blank(one)), "")
        reading.findings.append(Finding("row_unreadable", f"row {number}", {"text": text}))
    else:
        reading.left_out.append(LeftOut(number, "impossible_date"))
        reading.findings.append(Finding("impossible_date", f"row {number}", {"text": day}))


def _still_asked(layout: Layout, reading: _Reading) -> Iterator[Finding]:
    """The findings without questions about words that only sums and remarks bear."""
    words = reading.body[layout.direction]
    asked = Counter(words[left.row - reading.first] for left in reading.left_out if left.why == "direction_unknown")
    for finding in reading.findings:
        if finding.code != "direction_unknown" or not layout.direction:
            yield finding
        elif count := asked[finding.figures["text"]]:
            yield replace(finding, figures={**finding.figures, "rows": str(count)})


def _has_figure(layout: Layout, body: Columns, index: int) -> bool:
    """Whether a figure stands where an amount should, readable or not: no remark, then."""
    texts = [body[column][index] for column in (layout.amount, layout.gain, layout.loss) if column]
    return any(
        text.startswith(("#", "="))
        or (any(map(str.isdigit, text)) and not cells.looks_like_day(text) and "页" not in text)
        for text in texts
    )


def _balance_note(layout: Layout, body: Columns, index: int) -> str:
    """A dated row without an amount that tells the balance before or after the list."""
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    blank = all(cells.is_blank(body[column][index]) for column in columns)
    return control_figures.balance_note(body.row(index), body[layout.balance][index]) if blank else ""


def _has_amount(layout: Layout, body: Columns, index: int) -> bool:
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    return any(cells.amount(body[column][index], layout.currency) is not None for column in columns)


# ── The whole ──


def _statement(layout: Layout, about: str, reading: _Reading, good: Sequence[bool]) -> Statement:
    transactions, masked = _transactions(layout, reading, good)
    days = [one.on for one in transactions]
    printed = control_figures.period(layout, about)
    start, end = printed or (min(days, default=None), max(days, default=None))
    if layout.monthly and end:
        end = month_end(end.year, end.month)
    currencies = Counter(compress(reading.currencies, good))
    currency = currencies.most_common(1)[0][0] if currencies else layout.currency
    cards = Counter(card for card in compress(reading.body[layout.card_column], good) if card)
    found = layout.account.search(about) if layout.account else None
    account = found[1] if found else (cards.most_common(1)[0][0] if cards else "")
    if len(currencies) > 1:
        reading.findings.append(Finding("currency_mixed", "statement", {"currencies": ", ".join(sorted(currencies))}))
    return Statement(
        layout=layout.id, account=cells.tail(account), currency=currency, from_on=start, to_on=end,
        rows_read=len(transactions) + len(reading.left_out), rows_left_out=tuple(reading.left_out),
        transactions=tuple(transactions), findings=tuple(reading.findings),
        printed=control_figures.printed(layout, about, reading.totals, reading.sums, currency), period_printed=printed is not None,
        masked_balances=tuple(masked), ordered=layout.ordered, shows_income=layout.shows_income, monthly=layout.monthly,
    )  # fmt: skip


def _transactions(layout: Layout, reading: _Reading, good: Sequence[bool]) -> tuple[list[Transaction], list[int]]:
    """The transactions, and the rows whose balance is printed but hidden."""
    whole = all(good)

    def kept(column: Sequence[Cell | None]) -> Sequence[Cell]:
        """The cells of the good rows, of which all are known."""
        return cast("Sequence[Cell]", column if whole else list(compress(column, good)))

    body = reading.body
    numbers = kept(range(reading.first, reading.first + body.height))
    moments = kept(reading.moments)
    currencies = kept(reading.currencies)
    amounts = kept(reading.amounts)
    printed = kept(body[layout.balance])
    balances = minors_in(printed, currencies) if numbers else []
    masked = [
        numbers[index]
        for index, balance in enumerate(balances if None in balances else ())
        if balance is None and not cells.is_blank(printed[index])
    ]
    peers, texts = (
        joined([kept(body[one]) for one in names or ("",)]) for names in (layout.counterparties, layout.texts)
    )
    sums = money_alike(amounts, currencies)
    rows = kept(reading.rows) if reading.rows else ()
    columns = (
        numbers,
        map(itemgetter(0), moments),
        sums,
        _kinds(layout, rows, sums, amounts, peers, texts),
        map(itemgetter(1), moments),
        money_where(balances, currencies),
        peers,
        texts,
        _fees(layout, rows, currencies),
        _numbers(reading, layout.reference, kept(body[layout.reference])),
        kept(body[layout.card_column]),
    )
    made = map(tuple.__new__, repeat(Transaction), zip(*columns, strict=True))  # `Transaction._make` without its call
    return cast("list[Transaction]", list(made)), masked


def _numbers(reading: _Reading, title: str, numbers: Sequence[str]) -> Sequence[str]:
    """The numbers of transactions; those that a spreadsheet has cut tell nothing apart any more and are told."""
    lost = [number for number in numbers if cells.is_shortened(number)] if "+" in "".join(numbers) else ()
    if not lost:
        return numbers
    figures = {"column": title, "text": lost[0], "rows": str(len(lost))}
    reading.findings.append(Finding("column_digits_lost", "statement", figures))
    return ["" if cells.is_shortened(number) else number for number in numbers]


def _kinds(
    layout: Layout,
    rows: Sequence[Row],
    sums: Sequence[Money],
    amounts: Sequence[int],
    peers: Sequence[str],
    texts: Sequence[str],
) -> list[Kind]:
    if layout.kind:
        return [layout.kind(row, amount) for row, amount in zip(rows, sums, strict=True)]

    def kind_of(seen: tuple[bool, str, str]) -> Kind:
        return layout.words(seen[0], f"{seen[1]} {seen[2]}".strip())

    return map_unique(kind_of, list(zip(map((0).__lt__, amounts), peers, texts, strict=True)))


def _fees(layout: Layout, rows: Sequence[Row], currencies: Sequence[str]) -> Sequence[Money | None]:
    if not layout.fee:
        return (None,) * len(currencies)
    charged = [layout.fee(row) for row in rows]
    return [cells.amount(fee, currency) if fee else None for fee, currency in zip(charged, currencies, strict=True)]
