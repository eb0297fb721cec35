"""The papers of a packet read back from its final bytes: what they say must be what the figures say, or it does not leave.

Each figure that must be there is looked for, every row of a schedule on one line; every amount and day that stands on a page must
be one of the figures, or stand in a text that a person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from workstation.currencies import SIGNS, minor_digits
from workstation.documents.packet.figures import AccountFigures, PacketFigures, PlanFigures, RowFigures
from workstation.documents.packet.filing.figures import FilingFigures
from workstation.documents.packet.filing.schedule import side_by_side
from workstation.errors import Finding
from workstation.money import Money

_AMOUNT: Final = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]{2}(?![0-9%‰])")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,3}年[0-9]{2}月[0-9]{2}日")
_MINUS: Final = re.compile(f"-({'|'.join(map(re.escape, SIGNS.values()))}) ?")
_SUBJECT: Final = "packet"


def read_back_findings(
    texts: Sequence[str], figures: PacketFigures, printed: Callable[[str], str] = str
) -> tuple[Finding, ...]:
    """``texts``: what a reader of PDF finds on each page of the papers, line by line, exhibits left out.
    ``printed``: a text as the typesetter puts it on paper.

    Codes: ``readback_missing`` (a figure is on no page), ``readback_row`` (an instalment that no line tells whole),
    ``readback_unknown`` (an amount or day on a page that is no figure).
    """
    pages, said = [_plain(text) for text in texts], Said()
    return (*_missing(pages, figures, printed), *_rows(pages, figures, said), *_unknown(pages, figures, said))


class Said(dict[Money, str]):
    """Amounts as they are printed, each worked out once."""

    def __missing__(self, amount: Money) -> str:
        self[amount] = text = _plain(amount.grouped())
        return text


def _plain(text: str) -> str:
    """Blanks and minus signs of one kind; a minus stands before the sign of a currency, but belongs to the figure."""
    return _MINUS.sub("-", text.replace("−", "-").replace("\xa0", " "))


def _missing(pages: Sequence[str], figures: PacketFigures, printed: Callable[[str], str]) -> Iterator[Finding]:
    together = "".join("".join(page.split()) for page in pages)
    for said in dict.fromkeys(_required(figures)):
        if "".join(_plain(printed(said)).split()) not in together:
            yield Finding("readback_missing", _SUBJECT, {"value": said})


def _required(figures: PacketFigures) -> Iterator[str]:
    """What the bank decides by, as it must stand on some page."""
    who, budget = figures.applicant, figures.budget
    yield from (text for text in (who.name, who.resident_id, who.phone, figures.bank, figures.number) if text)
    yield figures.made_on
    for account in figures.accounts:
        yield from _of_account(account)
    yield from _amounts(
        *(one.owed for one in figures.debts),
        *(one.owed for one in (*figures.owed, *figures.debts_owed)),
        *(line.monthly for line in (*budget.income, *budget.expense, *budget.priority)),
        *(budget.income_total, budget.expense_total, budget.surplus),
        *(one.monthly for one in budget.planned if budget.elsewhere is not None),
        *(amount for amount in (budget.payments, budget.left) if amount is not None),
    )
    for plan in figures.plans:
        yield from _of_plan(plan)
    for exhibit in figures.exhibits:
        yield exhibit.sha256[:8]


def _of_account(account: AccountFigures) -> Iterator[str]:
    yield from _amounts(account.principal, account.interest, account.penalty, account.fees, account.owed)
    yield from _amounts(*(one for one in (account.limit,) if one is not None))
    yield account.number
    yield from (day for day in (account.as_of, account.due_on) if day)


def _of_plan(plan: PlanFigures) -> Iterator[str]:
    yield from (plan.first_due, plan.last_due)
    regular = (amount for _, _, amount in plan.steps) if plan.steps else (plan.payment,)
    given_up = (plan.waived_principal, plan.waived_interest, plan.waived_penalty, plan.waived_fees)
    yield from _amounts(*regular, *given_up, plan.up_front, plan.overall)
    yield from (text for text in (plan.simple, plan.compound) if text)


def _amounts(*amounts: Money) -> Iterator[str]:
    """As they are printed; an amount of nothing may be left out."""
    return (_plain(amount.grouped()) for amount in amounts if amount)


def _rows(pages: Sequence[str], figures: PacketFigures, said: Said) -> Iterator[Finding]:
    """Every instalment stands on one line: number, day, and its amounts in the order of the columns."""
    lines = [line.split() for page in pages for line in page.splitlines()]
    by_start: dict[tuple[str, str], list[list[str]]] = {}
    for line in lines:
        if len(line) > 2:
            by_start.setdefault((line[0], line[1]), []).append(line)
    if figures.filing is not None and side_by_side(figures, figures.filing):
        yield from _together(by_start, figures.filing, said)
        return
    for plan in figures.plans:
        for row in plan.rows:
            found = by_start.get((row.no, row.due_on), [])
            told = next((line for line in found if _tells(line[2:], row, said)), None)
            if told is None:
                yield Finding("readback_row", _SUBJECT, {"account": plan.account, "row": row.no, "day": row.due_on})
            else:
                found.remove(told)


def _together(by_start: dict[tuple[str, str], list[list[str]]], filing: FilingFigures, said: Said) -> Iterator[Finding]:
    """One table tells what every account gets of a payment, and the sum."""
    for row in filing.rows:
        cells = [said[amount] for amount in (*row.payments, row.total)]
        if not any(line[2:] == cells for line in by_start.get((row.no, row.due_on), [])):
            yield Finding("readback_row", _SUBJECT, {"account": filing.largest, "row": row.no, "day": row.due_on})


def _tells(cells: Sequence[str], row: RowFigures, said: Said) -> bool:
    """Columns without any amount are left out of the table, so the cells are the row's amounts with some nothings left out."""
    amounts = (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
    at = 0
    for amount in amounts:
        if at < len(cells) and cells[at] == said[amount]:
            at += 1
        elif amount:
            return False
    return at == len(cells)


def _unknown(pages: Sequence[str], figures: PacketFigures, said: Said) -> Iterator[Finding]:
    money, texts = _leaves(figures)
    known = {said[amount] for amount in money}
    for text in map(_plain, texts):
        known.update(_AMOUNT.findall(text), _DAY.findall(text))
    with_cents = all(minor_digits(currency) == 2 for currency in {amount.currency for amount in money})
    for number, page in enumerate(pages, 1):
        tokens = [*(_AMOUNT.findall(page) if with_cents else ()), *_DAY.findall(page)]
        for token in dict.fromkeys(tokens):
            if token not in known:
                yield Finding("readback_unknown", _SUBJECT, {"value": token, "page": str(number)})


@cache
def _names(kind: type) -> tuple[str, ...]:
    """What a value of a dataclass holds and what it works out of itself; nothing of any other kind."""
    if not is_dataclass(kind):
        return ()
    worked_out = (name for name, member in vars(kind).items() if isinstance(member, property))
    return (*(field.name for field in fields(kind)), *worked_out)


def _leaves(value: object) -> tuple[set[Money], set[str]]:
    """Every Money and text that stands anywhere in the figures."""
    money: set[Money] = set()
    texts: set[str] = set()
    left = [value]
    while left:
        one = left.pop()
        kind: Any = one.__class__
        if kind is str:
            texts.add(one)  # type: ignore[arg-type]  # as its class says
        elif kind is Money:
            money.add(one)  # type: ignore[arg-type]
        elif names := _names(kind):
            left += [getattr(one, name) for name in names]
        elif isinstance(one, Iterable):
            left += one
    return money, texts
