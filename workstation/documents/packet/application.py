"""Paper 1: the application form 个性化分期还款申请书. Every claim names its exhibit and page; nothing reads as granted."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.packet.figures import AccountFigures, PacketFigures, PlanFigures
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
from workstation.money import Money

ANCHOR = "paper.application"


def application(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole form."""
    card = any(account.card for account in figures.accounts)
    title = phrases.text("application.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, phrases.text("application.basis_card" if card else "application.basis_general")),
        Heading(phrases.section(1, phrases.text("application.applicant"))),
        applicant_fields(figures, phrases),
        *_debts(figures, phrases),
        *_hardship(figures, phrases),
        # Nobody should sign on another page than the one that says what is applied for.
        Keep((*_request(figures, phrases), *_declaration(figures, phrases, card))),
    )


def applicant_fields(figures: PacketFigures, phrases: Phrases) -> Fields:
    """Who applies: identity, household, ways to reach them, work."""
    who, label = figures.applicant, "label."
    work = phrases.listed([part for part in (who.employer or who.employment, who.position) if part])
    return Fields(
        (
            (
                LabelledValue(phrases.text(label + "name"), who.name),
                LabelledValue(phrases.text(label + "resident_id"), who.resident_id),
                LabelledValue(
                    phrases.text(label + "sex_dependants"),
                    phrases.listed([one for one in (who.sex, who.dependants) if one]),
                ),
            ),
            (
                LabelledValue(phrases.text(label + "phone"), who.phone),
                LabelledValue(phrases.text(label + "employer"), work),
            ),
            (LabelledValue(phrases.text(label + "residence"), who.residence),),
            *_further(figures, phrases),
        )
    )


def _further(figures: PacketFigures, phrases: Phrases) -> Iterator[tuple[LabelledValue, ...]]:
    """What clerks ask beside it; a field that nobody filled in takes no room."""
    told = {"registered": figures.applicant.registered, "emergency": figures.emergency,
            "repayment_account": figures.repayment_account}  # fmt: skip
    for key, said in told.items():
        if said:
            yield (LabelledValue(phrases.text(f"label.{key}"), said),)


def _card_fields(accounts: list[AccountFigures], phrases: Phrases) -> Fields:
    """The number as the pack shows it here, the statement day and the limit, account by account."""
    return Fields(tuple(tuple(_card(one, phrases)) for one in accounts))


def _card(one: AccountFigures, phrases: Phrases) -> Iterator[LabelledValue]:
    yield LabelledValue(phrases.text("label.account_number"), one.number, True)
    if one.statement_day:
        yield LabelledValue(phrases.text("label.statement_day"), one.statement_day)
    if one.limit:
        yield LabelledValue(phrases.text("label.limit"), phrases.money(one.limit))


def _debts(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        heading = phrases.text("application.debts", day=day, currency=phrases.currency(owed.currency))
        yield Heading(phrases.section(2, heading))
        yield debts_table(accounts, owed, phrases)
        late = _overdue(accounts[0], phrases) if len(accounts) == 1 and accounts[0].days else ""
        yield Pair(phrases.text("words", words=owed.words), late)
        yield from since_then(accounts, phrases)
        yield _card_fields(accounts, phrases)


def _overdue(alone: AccountFigures, phrases: Phrases) -> str:
    days = {"due": alone.due_on, "since": alone.overdue_since}
    return phrases.text("application.overdue", **days, days=alone.days, bucket=alone.bucket)


def _hardship(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    hardship = figures.hardship
    yield Heading(phrases.section(3, phrases.text("application.hardship")))
    fields = [
        LabelledValue(phrases.text("label.reason"), hardship.reason),
        LabelledValue(phrases.text("label.period"), hardship.period),
    ]
    if hardship.gaps:
        fields.append(LabelledValue(phrases.text("label.gaps"), hardship.gaps))
    yield Fields((tuple(fields),))
    claims = proof_rows(figures, phrases)
    if claims:
        columns = (TableColumn(grow=True), TableColumn(quiet=True), TableColumn(quiet=True, align="right"))
        yield TableBlock(columns, claims, plain=True, small=True)
    else:
        yield Text(phrases.text("application.no_claims"))


def proof_rows(figures: PacketFigures, phrases: Phrases) -> tuple[TableRow, ...]:
    """The proofs of hardship and income, each with its exhibit, page and the day it was verified."""
    claimed = [exhibit for exhibit in figures.exhibits if exhibit.claimed]
    rows = []
    for no, exhibit in enumerate(claimed, 1):
        facts = phrases.listed([part for part in (exhibit.issuer, exhibit.covers) if part])
        state = (
            phrases.text("application.checked", day=exhibit.verified, check=exhibit.check) if exhibit.verified else ""
        )
        key = "application.claim_facts" if facts else "application.claim"
        claim = phrases.text(key, no=no, title=exhibit.title, facts=facts)
        rows.append(
            TableRow(
                (
                    claim,
                    phrases.exhibit_ref(exhibit.no, exhibit.anchor),
                    state or phrases.text("application.unverified"),
                )
            )
        )
    return tuple(rows)


def _request(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(4, phrases.text("application.request")))
    for plan in figures.plans:
        yield Keep((Fields(tuple(_plan_rows(plan, phrases, named=len(figures.plans) > 1))),))
    yield Text("".join(_sentences(figures, phrases)))


def _plan_rows(plan: PlanFigures, phrases: Phrases, named: bool) -> Iterator[tuple[LabelledValue, ...]]:
    if named:
        yield (LabelledValue(phrases.text("label.account"), plan.account),)
    yield (
        LabelledValue(
            phrases.text("label.instalments"),
            phrases.text("unit.instalments", count=plan.count, every=plan.every),
            True,
        ),
        LabelledValue(phrases.text("label.payment"), payment(plan, phrases), True),
    )
    yield (
        LabelledValue(
            phrases.text("label.due"), phrases.text("from_to", **{"from": plan.first_due, "to": plan.last_due})
        ),
        LabelledValue(phrases.text("label.during"), during(plan, phrases)),
    )
    yield (LabelledValue(phrases.text("label.relief"), relief(plan, phrases)),)
    if plan.up_front:
        yield (LabelledValue(phrases.text("label.up_front"), up_front(plan, phrases)),)
    overall = f"{phrases.money(plan.overall)}  {plan.overall_words}"
    yield (LabelledValue(phrases.text("label.overall"), overall, True),)


def up_front(plan: PlanFigures, phrases: Phrases) -> str:
    """What is paid before the schedule, and when: the ledger counts it as due on the day on which the plan is adopted."""
    return phrases.text("schedule.up_front_on", amount=phrases.money(plan.up_front))


def payment(plan: PlanFigures, phrases: Phrases) -> str:
    """``¥ 833.34（末期 ¥ 832.94）``."""
    regular = phrases.money(plan.payment)
    if plan.steps:
        return phrases.listed([_step(first, last, amount, phrases) for first, last, amount in plan.steps])
    if plan.uneven:
        return phrases.text("application.payment_uneven", payment=regular)
    key = f"application.payment{'_range' if plan.least else ''}{'_odd' if plan.odd_payment else ''}"
    if key == "application.payment":
        return regular
    least = phrases.money(plan.least) if plan.least else ""
    odd = phrases.money(plan.odd_payment) if plan.odd_payment else ""
    return phrases.text(key, payment=regular, least=least, place=plan.odd_label, odd=odd)


def _step(first: int, last: int, amount: Money, phrases: Phrases) -> str:
    """``1–12: ¥ 1,200.00``."""
    return phrases.text(
        "application.step", numbers=str(first) if first == last else f"{first}–{last}", payment=phrases.money(amount)
    )


def relief(plan: PlanFigures, phrases: Phrases) -> str:
    """What the bank is asked to give up, component by component."""
    parts = ("principal", "interest", "penalty", "fees")
    requested = [(part, getattr(plan, f"waived_{part}")) for part in parts]
    named = [
        phrases.text("application.relief", component=phrases.text(f"component.{part}"), amount=phrases.money(amount))
        for part, amount in requested
        if amount
    ]
    return phrases.listed(named) or phrases.text("application.no_relief")


def during(plan: PlanFigures, phrases: Phrases) -> str:
    """Whether interest and fees run during the plan, as Art. 70 wants it said."""
    if plan.rate:
        said = phrases.text("application.rate", rate=plan.rate)
    elif plan.total.fee:
        said = phrases.text("application.fee", fee=phrases.money(plan.total.fee), rate=plan.simple)
    else:
        said = phrases.text("application.no_interest")
    return phrases.text("application.deferral", months=plan.deferral, said=said) if plan.deferral else said


def _sentences(figures: PacketFigures, phrases: Phrases) -> Iterator[str]:
    space = " " if phrases.language == "en" else ""
    if figures.hardship.requests:
        yield phrases.text("application.ability", requests=phrases.listed(figures.hardship.requests)) + space
    budget, seen = figures.budget, phrases.seen("budget")
    surplus = phrases.money(budget.surplus)
    if budget.payments and budget.share:
        told = {"surplus": surplus, "seen": seen, "payments": phrases.money(budget.payments), "share": budget.share}
        if budget.elsewhere is not None and budget.left is not None:
            told |= {"others": phrases.money(budget.elsewhere), "left": phrases.money(budget.left)}
        yield phrases.text("application.surplus_of_all" if "others" in told else "application.surplus", **told) + space
    else:
        yield phrases.text("application.surplus_short", surplus=surplus, seen=seen) + space
    if figures.plans:
        yield phrases.text("application.schedule", seen=phrases.seen("schedule"))


def _declaration(figures: PacketFigures, phrases: Phrases, card: bool) -> Iterator[Block]:
    yield Heading(phrases.section(5, phrases.text("application.declaration")))
    consent = next((one for one in figures.exhibits if one.requirement == "privacy_consent"), None)
    said = [
        phrases.text("application.declaration_true"),
        phrases.text("application.declaration_" + ("cards" if card else "contract")),
        phrases.text("application.declaration_privacy_exhibit", no=consent.no)
        if consent
        else phrases.text("application.declaration_privacy"),
    ]
    yield Text("\n".join(f"{no}. {text}" for no, text in enumerate(said, 1)), style="list")
    yield Signature(
        (
            SignatureArea(phrases.text("label.signature"), phrases.text("day_blank")),
            SignatureArea(
                phrases.text("label.reply"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )
