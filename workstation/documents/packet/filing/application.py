"""The application 前置協商申請書 to the largest creditor: all debts, the cause, one plan for all, what each creditor gets."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import applicant_fields, proof_rows, relief
from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.filing.figures import FilingFigures, StageFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    PageBreak,
    Pair,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "filing."
_CHOSEN, _OTHER = "●", "○"  # an empty box would look like a character that no font holds


def application_for_all(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole form."""
    title = phrases.text("application.title")
    return (
        PageBreak(),
        Anchor("paper.application", title),
        Title(title, phrases.text(_KEY + "basis")),
        Fields(((LabelledValue(phrases.text(_KEY + "largest"), filing.largest, True),),)),
        Heading(phrases.section(1, phrases.text(_KEY + "applicant"))),
        applicant_fields(figures, phrases),
        *_debts(figures, phrases),
        *_cause(figures, filing, phrases),
        *_plan(figures, filing, phrases),
        Keep(tuple(_declaration(phrases))),
        *_clocks(filing, phrases),
    )


def _debts(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        heading = phrases.text(_KEY + "all_debts", day=day, currency=phrases.currency(owed.currency))
        yield Heading(phrases.section(2, heading))
        yield debts_table(accounts, owed, phrases, banks=True)
        yield Pair(phrases.text("words", words=owed.words))
        yield from since_then(accounts, phrases)
        for account in accounts:
            if account.due_on:
                late = {
                    "due": account.due_on,
                    "since": account.overdue_since,
                    "days": account.days,
                    "bucket": account.bucket,
                }
                yield Pair(f"{account.bank} {account.label}", phrases.text("application.overdue", **late))


def _cause(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(3, phrases.text(_KEY + "cause")))
    marks = [
        phrases.text(_KEY + "cause_line", mark=_CHOSEN if one.chosen else _OTHER, code=one.code, title=one.title)
        for one in filing.causes
    ]
    yield Text("\n".join(marks), style="list")
    if filing.uncoded:
        yield Text(phrases.text(_KEY + "cause_none", reason=filing.uncoded))
    hardship = figures.hardship
    if hardship.period:
        yield Fields(
            (
                (
                    LabelledValue(phrases.text("label.reason"), hardship.reason),
                    LabelledValue(phrases.text(_KEY + "since"), hardship.period),
                ),
            )
        )
    said = "\n".join(filter(None, (hardship.note, hardship.source, hardship.proposal)))
    yield Text(phrases.text(_KEY + "account"), style="strong")
    yield Text(said or phrases.text(_KEY + "no_account"), style="prose", indent=phrases.language != "en")
    if proofs := proof_rows(figures, phrases):
        columns = (TableColumn(grow=True), TableColumn(quiet=True), TableColumn(quiet=True, align="right"))
        yield TableBlock(columns, proofs, plain=True, small=True)


def _plan(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(4, phrases.text(_KEY + "proposal")))
    yield Keep((Fields(tuple(_plan_rows(figures, filing, phrases))),))
    yield Text(phrases.text(_KEY + "by_creditor"), style="strong")
    yield creditor_shares(filing, phrases)
    if figures.plans:
        yield Text(phrases.text(_KEY + "method"), style="strong")
        yield _plan_table(figures, phrases)
    budget = figures.budget
    spending = budget.expense_total + budget.priority_total
    yield Text(
        phrases.text(
            _KEY + "able",
            income=phrases.money(budget.income_total),
            spending=phrases.money(spending),
            surplus=phrases.money(budget.surplus),
            seen=phrases.seen("statement"),
            schedule=phrases.seen("schedule"),
        )
    )


def _plan_rows(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[tuple[LabelledValue, ...]]:
    yield (LabelledValue(phrases.text(_KEY + "total"), phrases.money(filing.total), True),)
    if filing.rows:
        largest = max((row.total for row in filing.rows), key=lambda amount: amount.minor)
        monthly = phrases.money(filing.rows[0].total if filing.stages else largest)
        yield (
            LabelledValue(phrases.text(_KEY + "count"), str(len(filing.rows))),
            LabelledValue(phrases.text(_KEY + "monthly"), monthly, True),
        )
        span = {"from": filing.rows[0].due_on, "to": filing.rows[-1].due_on}
        yield (LabelledValue(phrases.text(_KEY + "span"), phrases.text("from_to", **span)),)
    if filing.stages:
        yield from _stage_rows(filing.stages, phrases)


def _stage_rows(stages: StageFigures, phrases: Phrases) -> Iterator[tuple[LabelledValue, ...]]:
    monthly = phrases.money(stages.monthly)
    first = phrases.text(_KEY + "first_stage_text", count=stages.count, monthly=monthly)
    last = {
        "last": phrases.money(stages.last),
        "total": phrases.money(stages.total),
        "paid": stages.count - 1,
        "monthly": monthly,
    }
    then = {"count": stages.then_count, "monthly": phrases.money(stages.then_monthly), "rate": stages.then_rate}
    yield (LabelledValue(phrases.text(_KEY + "first_stage"), first),)
    yield (LabelledValue(phrases.text(_KEY + "first_last"), phrases.text(_KEY + "first_last_text", **last)),)
    yield (LabelledValue(phrases.text(_KEY + "second_stage"), phrases.text(_KEY + "second_stage_text", **then)),)


def _plan_table(figures: PacketFigures, phrases: Phrases) -> TableBlock:
    """Each account with its instalments, what is asked to be waived, and what it gets in all."""
    banks = {account.id: account.bank for account in figures.accounts}
    ahead = any(plan.up_front for plan in figures.plans)
    columns = (
        TableColumn(phrases.text("label.account"), grow=True),
        TableColumn(phrases.text(_KEY + "count"), align="right"),
        TableColumn(phrases.text("label.relief"), grow=True),
        *((TableColumn(phrases.text("label.up_front"), "figure"),) if ahead else ()),
        TableColumn(phrases.text("label.overall"), "figure"),
    )
    rows = [
        TableRow(
            (
                f"{banks.get(plan.account_id, '')} {plan.account}".strip(),
                str(plan.count),
                relief(plan, phrases),
                *((plan.up_front.grouped(),) if ahead else ()),
                plan.overall.grouped(),
            )
        )
        for plan in figures.plans
    ]
    return TableBlock(columns, tuple(rows), small=True)


def creditor_shares(filing: FilingFigures, phrases: Phrases) -> TableBlock:
    """Each creditor with its claim, its part of all claims and what it gets of the first payment."""
    columns = (
        TableColumn(phrases.text(_KEY + "creditor"), grow=True),
        TableColumn(phrases.text("label.account"), grow=True),
        TableColumn(phrases.text(_KEY + "claim"), "figure"),
        TableColumn(phrases.text(_KEY + "part"), "right"),
        TableColumn(phrases.text(_KEY + "each_month"), "figure"),
    )
    rows = [
        TableRow(
            (
                phrases.text(_KEY + "mark_largest", bank=one.bank) if one.largest else one.bank,
                one.label,
                one.owed.grouped(),
                one.share,
                one.monthly.grouped() if one.monthly is not None else phrases.text("none"),
            )
        )
        for one in filing.creditors
    ]
    return TableBlock(columns, tuple(rows))


def _declaration(phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(5, phrases.text(_KEY + "declaration")))
    yield Text(phrases.text(_KEY + "declared"), style="list")
    yield Signature(
        (
            SignatureArea(phrases.text(_KEY + "sign"), phrases.text("day_blank")),
            SignatureArea(
                phrases.text(_KEY + "received"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )


def _clocks(filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    if filing.clocks:
        said = (phrases.text(_KEY + "clock", title=one.title, count=one.days) for one in filing.clocks)
        yield Text(f"{phrases.text(_KEY + 'clocks')}{phrases.text('colon')}{phrases.listed(list(said))}", style="quiet")
