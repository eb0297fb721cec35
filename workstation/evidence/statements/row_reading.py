"""From table rows to a `Statement` by a declared layout. A row that cannot be read is named, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import compress
from operator import itemgetter
from typing import TypeVar, cast

from workstation.dates import month_end
from workstation.errors import Finding
from workstation.evidence.statements import cells, control_figures
from workstation.evidence.statements.columns import (
    Columns,
    joined,
    minors_in,
)
from workstation.evidence.statements.headers import Rows
from workstation.evidence.statements.layout import Layout, Moment, Row, plain_names
from workstation.evidence.statements.moved_amounts import (
    in_major_units,
    list_says,
    moved_amounts,
    row_currencies,
    unit_of_list,
)
from workstation.evidence.statements.rules import Rules, failed_rows, kinds_by_words, moments_of, printed_days
from workstation.evidence.statements.transactions import LeftOut, Statement, TransactionColumns
from workstation.money import Money

Cell = TypeVar("Cell")


@dataclass(slots=True)
class _Reading:
    """What the rows say column by column, and what the odd ones among them turned out to be.

    ``first`` is the number of the first row below the header. ``amounts`` are signed; those of ``undirected`` (indexes) are
    None since nothing tells which way they went. ``unit``: what one is worth in the sums around the list;
    ``balances``: as they are printed; ``unknown``: a word that names no currency known.
    """

    body: Columns
    first: int
    moments: Sequence[Moment | None]
    currencies: Sequence[str]
    amounts: Sequence[int | None]
    undirected: frozenset[int]
    rules: Rules
    reasons: Sequence[str]
    unit: Fraction
    balances: Sequence[str]
    unknown: str
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    totals: Row | None = None
    sums: list[tuple[int, Row]] = field(default_factory=list)


def read_rows(layout: Layout, rows: Rows, header: int, upper: Sequence[str] = ()) -> Statement:
    """Read all rows below the header. ``upper``: the upper row of a heading of two."""
    body = Columns([cells.title(cell) for cell in rows[header]], rows[header + 1 :])
    layout = plain_names(layout)
    reading = _columns(layout, body, rows, header, upper)
    odd = _odd_indexes(layout, reading, rows[header + 1 :])
    for index in odd:
        _odd(layout, reading, index, rows[header + 1 + index])
    reading.findings = list(_still_asked(layout, reading))
    return _statement(layout, _lines_above(rows, header) + "\n" + "\n".join(reading.notes), reading, odd)


def _lines_above(rows: Rows, header: int) -> str:
    return "\n".join(" ".join(map(cells.plain, row)) for row in rows[:header])


def _odd_indexes(layout: Layout, reading: _Reading, rows: Rows) -> Sequence[int]:
    """The rows that are no transactions, or no readable ones."""
    columns = (reading.moments, reading.amounts, reading.reasons)
    odd: Sequence[int] = ()
    if None in reading.moments or None in reading.amounts or any(reading.reasons):
        told = enumerate(zip(*columns, strict=True))
        odd = [index for index, (moment, amount, why) in told if moment is None or amount is None or why]
    if layout.totals_row:
        totals = {index for index, row in enumerate(rows) if row and row[0].startswith(layout.totals_row)}
        odd = sorted(totals.union(odd))
    return odd


def _columns(layout: Layout, body: Columns, rows: Rows, header: int, upper: Sequence[str]) -> _Reading:
    rules, first, told = Rules(layout, body), header + 2, list_says(rows, header, upper)
    above = _lines_above(rows, header)
    currencies, unknown = row_currencies(layout, body, rows[header + 1 :], told)
    balances = body[layout.balance]
    in_major_units(layout, body, currencies, told)
    moved = moved_amounts(layout, body, currencies, rules, first)
    return _Reading(
        body,
        first,
        moments_of(layout, body, above),
        currencies,
        moved.amounts,
        moved.undirected,
        rules,
        _reasons(layout, body, rules, currencies),
        unit_of_list(layout, told),
        balances,
        unknown,
        findings=list(moved.findings),
    )


def _reasons(layout: Layout, body: Columns, rules: Rules, currencies: Sequence[str]) -> Sequence[str]:
    """Why rows are no transactions of this account, by the issuer's own word or for want of a currency; nothing of the others."""
    told = rules.told(layout.leave_out) if layout.leave_out else failed_rows(body)
    if cells.NO_CURRENCY not in currencies:
        return told
    nowhere = ["currency_unknown" if code == cells.NO_CURRENCY else "" for code in currencies]
    return [why or other for why, other in zip(told, nowhere, strict=True)]


# ── Rows that are no transactions ──


def _odd(layout: Layout, reading: _Reading, index: int, raw: Sequence[str]) -> None:
    """A row that is a sum, a remark, left out by the issuer's own word, or cannot be read."""
    number = reading.first + index
    lead = next(filter(None, raw), "")
    day = printed_days(layout, reading.body)[index]
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
    elif not has_amount and (note := _balance_note(layout, reading, index)):
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


def _balance_note(layout: Layout, reading: _Reading, index: int) -> str:
    """A dated row without an amount that tells the balance before or after the list, as it is printed."""
    body = reading.body
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    blank = all(cells.is_blank(body[column][index]) for column in columns)
    return control_figures.balance_note(body.row(index), reading.balances[index]) if blank else ""


def _has_amount(layout: Layout, body: Columns, index: int) -> bool:
    columns = [column for column in (layout.amount, layout.gain, layout.loss) if column]
    return any(cells.amount(body[column][index], layout.currency) is not None for column in columns)


# ── The whole ──


def _statement(layout: Layout, about: str, reading: _Reading, odd: Sequence[int]) -> Statement:
    good = _Good(reading.body.height, odd)
    moments = good.of(reading.moments)
    days = list(map(itemgetter(0), moments))
    currencies = good.of(reading.currencies)
    transactions, masked = _transactions(layout, reading, good, days, currencies)
    printed = control_figures.period(layout, about)
    start, end = printed or (min(days, default=None), max(days, default=None))
    if layout.monthly and end:
        end = month_end(end.year, end.month)
    often = Counter(currencies)
    currency = often.most_common(1)[0][0] if often else layout.currency
    cards = Counter(filter(None, good.of(reading.body[layout.card_column])))
    found = layout.account.search(about) if layout.account else None
    account = found[1] if found else (cards.most_common(1)[0][0] if cards else "")
    lost = [left.row for left in reading.left_out if left.why == "currency_unknown"]
    if lost:
        figures = {"text": reading.unknown, "rows": str(len(lost))}
        reading.findings.append(Finding("row_currency_unknown", f"row {lost[0]}", figures))
    sums = control_figures.printed(layout, about, reading.totals, reading.sums, currency, reading.unit)
    if len(often) > 1:
        reading.findings.append(Finding("currency_mixed", "statement", {"currencies": ", ".join(sorted(often))}))
    return Statement(
        layout=layout.id, account=cells.tail(account), currency=currency, from_on=start, to_on=end,
        rows_read=len(transactions) + len(reading.left_out), rows_left_out=tuple(reading.left_out),
        transactions=transactions, findings=tuple(reading.findings),
        printed=sums, period_printed=printed is not None,
        masked_balances=tuple(masked), ordered=layout.ordered, shows_income=layout.shows_income, monthly=layout.monthly,
    )  # fmt: skip


class _Good:
    """The rows that are transactions, all but the odd ones."""

    def __init__(self, height: int, odd: Sequence[int]) -> None:
        self._flags: list[bool] = [True] * height if odd else []
        for index in odd:
            self._flags[index] = False

    def of(self, column: Sequence[Cell | None]) -> Sequence[Cell]:
        """Their cells, of which all are known."""
        return cast("Sequence[Cell]", list(compress(column, self._flags)) if self._flags else column)


def _transactions(
    layout: Layout, reading: _Reading, good: _Good, days: Sequence[date], currencies: Sequence[str]
) -> tuple[TransactionColumns, list[int]]:
    """The transactions, and the rows whose balance is printed but hidden."""
    body = reading.body
    indexes = good.of(range(body.height))
    numbers = good.of(range(reading.first, reading.first + body.height))
    amounts = good.of(reading.amounts)
    printed = good.of(body[layout.balance])
    balances = minors_in(printed, currencies) if numbers else []
    masked = [
        numbers[at]
        for at, balance in enumerate(balances if None in balances else ())
        if balance is None and not cells.is_blank(printed[at])
    ]
    peers, texts = (
        joined([good.of(body[one]) for one in names or ("",)]) for names in (layout.counterparties, layout.texts)
    )
    gains = [amount > 0 for amount in amounts]
    told = layout.kind
    kinds = reading.rules.kinds(told, indexes, gains) if told else kinds_by_words(layout.words, gains, peers, texts)
    transactions = TransactionColumns(
        numbers,
        days,
        amounts,
        currencies,
        kinds,
        list(map(itemgetter(1), good.of(reading.moments))),
        balances,
        peers,
        texts,
        _fees(layout, reading, good, currencies),
        _numbers(reading, layout.reference, good.of(body[layout.reference])),
        good.of(body[layout.card_column]),
    )
    return transactions, masked


def _numbers(reading: _Reading, title: str, numbers: Sequence[str]) -> Sequence[str]:
    """The numbers of transactions; those that a spreadsheet has cut tell nothing apart any more and are told."""
    lost = [number for number in numbers if cells.is_shortened(number)] if "+" in "".join(numbers) else ()
    if not lost:
        return numbers
    figures = {"column": title, "text": lost[0], "rows": str(len(lost))}
    reading.findings.append(Finding("column_digits_lost", "statement", figures))
    return ["" if cells.is_shortened(number) else number for number in numbers]


def _fees(layout: Layout, reading: _Reading, good: _Good, currencies: Sequence[str]) -> Sequence[Money | None]:
    if not layout.fee:
        return (None,) * len(currencies)
    charged = good.of(reading.rules.told(layout.fee))
    return [cells.amount(fee, currency) if fee else None for fee, currency in zip(charged, currencies, strict=True)]
