"""What is wrong with the papers of a case: each sentence names paper, bank and figure. Nothing wrong is nothing said.

Every figure must be one that the case file states or that `reckoning` makes of it; what a reader decides by must be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tests.actions.papers.generated.building import PAID, Built, Made
from tests.actions.papers.generated.choices import TODAY
from tests.actions.papers.generated.claimed import claim_amounts, claim_faults
from tests.actions.papers.generated.code_text import code_faults
from tests.actions.papers.generated.cost_rates import cost_faults
from tests.actions.papers.generated.instalment_lines import instalments, rows_told
from tests.actions.papers.generated.known_sums import of_groups, of_plan, sums, waived
from tests.actions.papers.generated.one_filing import of_all, shown
from tests.actions.papers.generated.reading import (
    Sheet,
    grouped,
    is_tagged,
    pages_of,
    plain,
    poppler_pages,
    sheets_of,
    squeezed,
)
from tests.actions.papers.generated.reckoning import PARTS, Plan, Reckoned, counter_plan
from tests.actions.papers.generated.true_cost import true_cost
from workstation.wording import Wording

OF_PACKET: Final = (
    "application", "statement", "creditors", "hardship", "budget", "schedule", "evidence", "provenance",
)  # fmt: skip
DERIVED: Final = ("comparison", "formulas", "workbook")
"""What tells more than the case file does: options, waiting, formulas. Of these only what must be there is asked."""

_AMOUNT: Final = re.compile(r"(?<![\d.,])-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d(?![\d%‰])")
_PERCENT: Final = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?)%")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|(?<!\d)\d{2,3}年\d\d月\d\d日")
_KEY: Final = re.compile(r"(?<![\w./@-])[a-z]+(?:[._][a-z]+)+(?![\w./@-])")
_PLACEHOLDER: Final = re.compile(
    r"\{[\w.]*\}|\bNone\b(?! charged)|\bnan\b|\bNaN\b|\bTODO\b|�|□|〔U\+|#REF!|#NAME\?|#VALUE!|#DIV/0!|Err:\d"
)
_NOTHING_TYPED: Final = ("agreement", "answer", "claim-questions", "consent", "cost-table", "id-copy")
"""Papers that hold no sentence of a person."""
_HIDDEN: Final = ("try_", "proof-")


def faults(case: Reckoned, built: Built, folder: Path) -> Iterator[str]:
    """Everything that is wrong with what was made of a case."""
    for made in built.made:
        where = f"{made.kind} {made.bank}".strip()
        yield from (f"{where}: {fault}" for fault in _faults(case, built, made, folder))


def _faults(case: Reckoned, built: Built, made: Made, folder: Path) -> Iterator[str]:
    if made.kind == "workbook":
        yield from _of_workbook(case, built, sheets_of(made.data))
        return
    readings = [pages_of(made.data)]
    yield from _by_kind(readings[0], case, built, made)
    if made.kind in ("packet", "agreement") and (second := poppler_pages(made.data, folder)) is not None:
        readings.append(second)
    for pages in readings:
        text = "\n".join(pages)
        yield from _raw(text.replace("□", "") if made.kind == "answer" else text)  # its boxes are to be ticked
        yield from _missing(text, _required(case, built, made))
        if made.kind not in DERIVED:
            yield from _unknown(text, case, built, made)
        if made.kind in ("packet", "schedule"):
            yield from rows_told(pages, case, built, made.bank)
        if made.kind == "agreement":
            yield from _missing(text, instalments(case, built, made.bank))
        if made.kind in ("packet", "budget"):
            yield from _remainder(text, case, built)


def _by_kind(pages: Sequence[str], case: Reckoned, built: Built, made: Made) -> Iterator[str]:
    """What one kind of paper alone tells, and that our own are tagged."""
    if not made.kind.startswith("form ") and not is_tagged(made.data):
        yield "it is not tagged"
    if built.file.case.language == "en" and made.kind in _NOTHING_TYPED and "。" in "".join(pages):
        yield "a Chinese sentence stands in it"
    if made.kind == "packet":
        yield from code_faults(pages, case, built, made)
    if made.kind == "claim-questions":
        yield from claim_faults([line.split() for page in pages for line in page.splitlines()], case, made.bank)
    if made.kind == "cost-table":
        yield from cost_faults("\n".join(pages), case)


def _raw(text: str) -> Iterator[str]:
    """Keys that nobody worded, places that nobody filled."""
    keys = (key for key in _KEY.findall(text) if not key.startswith(_HIDDEN) and not key.endswith(".pdf"))
    yield from (f"raw key {key!r}" for key in dict.fromkeys(keys))
    yield from (f"placeholder {found!r}" for found in dict.fromkeys(_PLACEHOLDER.findall(text)))


def _missing(text: str, required: Iterable[str]) -> Iterator[str]:
    together = squeezed(text)
    yield from (f"{one!r} is missing" for one in dict.fromkeys(required) if squeezed(plain(one)) not in together)


def _required(case: Reckoned, built: Built, made: Made) -> Iterator[str]:
    """What must stand on a paper, by what it is for."""
    kind, bank = made.kind, made.bank
    if kind not in ("schedule", "evidence"):  # these go by the number of the case
        yield built.file.debtor.name
    if bank and kind != "form general-budget":  # one for all banks
        yield bank
    if kind in ("packet", "application", "agreement"):
        yield built.file.debtor.resident_id
    yield from map(grouped, (*_of_debts(case, kind, bank), *_of_household(case, kind, bank)))
    if kind in _TOLD_WHOLE:
        yield from map(grouped, _TOLD_WHOLE[kind](case, case.plans_at(bank)))


def _of_debts(case: Reckoned, kind: str, bank: str) -> Iterator[int]:
    """Of the accounts at a bank; those with a plan in an agreement, those overdue in a letter, one in a form for one."""
    debts, plans = case.at(bank), case.plans_at(bank)
    late = [debt for debt in debts if debt.due_on and debt.due_on < TODAY]
    chosen = {
        "agreement": [plan.debt for plan in plans],
        "form general-application": case.with_bank(bank)[:1],
        "collection-letter": late,
    }
    asked = chosen.get(kind, debts)
    if kind in ("packet", "application", "agreement"):
        yield from (debt.parts[part] for debt in asked for part in PARTS if debt.parts[part])
        yield from (amount for plan in plans for amount in (plan.overall, plan.up_front) if amount)
        given_up = sums(plans) if case.single and kind == "agreement" else waived(plans)  # one sentence for all
        yield from (amount for amount in given_up if amount)
    if kind in ("packet", "application", "agreement", "collection-letter", "authorisation", "form general-application"):
        yield from (debt.owed for debt in asked)


def _of_household(case: Reckoned, kind: str, bank: str) -> Iterator[int]:
    if kind in ("packet", "budget"):
        yield from (debt.owed for debt in case.accounts)
        yield from (
            *case.sides.values(),
            *(monthly for _, monthly in case.lines),
            *case.usual,
            *_told_plans(case, bank),
        )
    if kind in ("packet", "budget", "form general-budget"):
        yield from (case.sides["income"], case.surplus)


def _told_plans(case: Reckoned, bank: str) -> list[int]:
    """Each plan a month where other banks have plans as well, else their sum."""
    return case.planned() if case.planned() != case.planned(bank) else [sum(case.planned())]


_TOLD_WHOLE: Final[Mapping[str, Callable[[Reckoned, list[Plan]], Iterable[int]]]] = {
    "receipt": lambda case, plans: (PAID,),
    "counter-reply": lambda case, plans: (plan.overall for plan in plans),
    "comparison": lambda case, plans: (amount for plan in case.plans for amount in (plan.debt.owed, plan.overall)),
    "formulas": lambda case, plans: (row.payment for plan in case.plans for row in plan.rows),
}


def _unknown(text: str, case: Reckoned, built: Built, made: Made) -> Iterator[str]:
    typed = plain(" ".join((built.file.case.reason_note, built.file.case.repayment_source)))
    amounts = {grouped(amount) for amount in (*_amounts(case, made), *_usual(built))} | set(_AMOUNT.findall(typed))
    yield from (
        f"amount {one} has no source"
        for one in dict.fromkeys(_AMOUNT.findall(text))
        if one.removeprefix("-") not in amounts and one not in amounts
    )
    if made.kind in ("packet", *OF_PACKET):
        days = {shown(day, built) for day in _days(case, built)}
        yield from (f"day {one} has no source" for one in dict.fromkeys(_DAY.findall(text)) if one not in days)
        rates = list(_percents(case, built, made.bank))
        for found in dict.fromkeys(_PERCENT.findall(text)):
            places = len(found.partition(".")[2])
            if not any(abs(float(found) - rate) <= 0.51 * 10**-places for rate in rates):
                yield f"{found}% has no source"


def _usual(built: Built) -> Iterator[int]:
    """What the rules call usual a month for this household, in plain integers, half up."""
    persons = 1 + (built.file.debtor.children or 0) + (built.file.debtor.other_dependants or 0)
    yield from ((2 * one.yearly * persons + 12) // 24 for one in built.file.pack.guidelines)


def _amounts(case: Reckoned, made: Made) -> Iterator[int]:
    yield 0
    yield from of_groups(case, made)
    for debt in case.accounts:
        yield from (*debt.parts.values(), debt.owed)
    for plan in case.plans:
        yield from of_plan(plan)
    yield from sums(case.plans_at(made.bank))
    yield from (amount for line in case.lines for amount in line)
    yield from (*case.sides.values(), case.surplus, case.left, sum(case.planned()), *case.planned())
    yield from (sum(case.planned(bank)) for bank in case.banks)
    yield sum(case.planned()) - sum(case.planned(made.bank))
    yield from case.usual
    if case.single:
        yield from of_all(case)
    if made.kind == "claim-questions":
        yield from claim_amounts(case, made.bank)
    if made.kind == "receipt":
        yield from (PAID, case.with_bank(made.bank)[0].owed - PAID)
    if made.kind == "counter-reply":
        for plan in case.plans_at(made.bank):
            theirs = counter_plan(plan)
            yield from (
                *of_plan(theirs),
                theirs.monthly or 0,
                *(abs(a - b) for a, b in zip(_told(plan), _told(theirs), strict=True)),
            )


def _told(plan: Plan) -> tuple[int, ...]:
    return plan.overall, plan.sum("interest"), plan.rows[0].payment, max(row.payment for row in plan.rows)


def _days(case: Reckoned, built: Built) -> Iterator[date]:
    yield built.file.today
    for debt in case.accounts:
        yield from (day for day in (debt.as_of, debt.due_on, debt.due_on and debt.due_on + timedelta(days=1)) if day)
    yield from (row.due for plan in case.plans for row in plan.rows)
    if built.file.case.reason_from:
        yield built.file.case.reason_from
    for item in built.file.items:
        ends = (item.issued_on, item.covers_from, item.covers_to and item.covers_to - timedelta(days=1))
        yield from (day for day in ends if day)


def _percents(case: Reckoned, built: Built, bank: str) -> Iterator[float]:
    yield from (float(account.rate.value) * 100 for account in built.file.accounts if account.rate)
    for plan in case.plans_at(bank):
        yield from (plan.rate * 100, *(100 * rate for rate in true_cost(plan)))
    if case.single:
        claims = [debt for debt in case.accounts if debt.currency == "TWD"]
        whole = sum(debt.owed for debt in claims) or 1
        yield from (100 * debt.owed / whole for debt in claims)
        yield from (100 * sum(debt.owed for debt in claims if debt.bank == one) / whole for one in case.banks)
    if case.surplus > 0:
        yield 100 * sum(case.planned(bank)) / case.surplus


def _remainder(text: str, case: Reckoned, built: Built) -> Iterator[str]:
    """What the household keeps after all plans: one figure, in every packet."""
    label = squeezed(Wording(built.file.paper_language).text("paper.budget.left"))
    found = re.findall(re.escape(label) + r"(-?[\d,]+\.\d\d)", squeezed(text))
    wanted = [grouped(case.left)] if case.planned() else []
    if found != wanted:
        yield f"the household keeps {found}, not {wanted}"


def _of_workbook(case: Reckoned, built: Built, sheets: dict[str, Sheet]) -> Iterator[str]:
    cells = [cell for rows in sheets.values() for row in rows for cell in row]
    texts = "\n".join(cell for cell in cells if isinstance(cell, str))
    yield from _raw(texts)
    yield from _missing(texts, (built.file.debtor.name, *case.banks))
    rows = [_minor_row(row) for sheet in sheets.values() for row in sheet]
    for plan in case.plans:
        for row in plan.rows:
            told = [row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing]
            wanted = [row.no * 100, row.due, *told]
            if not any([*one[:2], *one[3:10]] == wanted for one in rows):
                yield f"row {row.no} of {plan.debt.tail} is in no sheet"
    words = Wording(built.file.case.language)
    for key, amount in (("surplus", case.surplus), ("left", case.left)):
        label = words.text(f"workbook.summary.{key}")
        found = [row[1] for row in rows if len(row) > 1 and row[0] == label and isinstance(row[1], int)]
        if set(found) != {amount}:
            yield f"{label}: {found}, not {amount}"


def _minor_row(row: Sequence[object]) -> list[object]:
    return [round(cell * 100) if isinstance(cell, float) else cell for cell in row]
