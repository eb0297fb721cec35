"""Paper 1: the application form 个性化分期还款申请书. Every claim names its exhibit and page; nothing reads as granted."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.figures import AccountFigures, OwedFigures, PacketFigures, PlanFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Field,
    Fields,
    Heading,
    Keep,
    PageBreak,
    Pair,
    Row,
    Signature,
    SignatureArea,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.application"


def application(figures: PacketFigures, voice: Phrases) -> tuple[Block, ...]:
    """The whole form."""
    card = any(account.card for account in figures.accounts)
    title = voice.say("application.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, voice.say("application.basis_card" if card else "application.basis_general")),
        Heading(voice.section(1, voice.say("application.applicant"))),
        _applicant(figures, voice),
        *_debts(figures, voice),
        *_hardship(figures, voice),
        # Nobody should sign on another page than the one that says what is applied for.
        Keep((*_request(figures, voice), *_declaration(figures, voice, card))),
    )


def _applicant(figures: PacketFigures, voice: Phrases) -> Fields:
    who, label = figures.applicant, "label."
    work = voice.listed([part for part in (who.employer or who.employment, who.position) if part])
    return Fields(
        (
            (
                Field(voice.say(label + "name"), who.name),
                Field(voice.say(label + "resident_id"), who.resident_id),
                Field(
                    voice.say(label + "sex_dependants"), voice.listed([one for one in (who.sex, who.dependants) if one])
                ),
            ),
            (Field(voice.say(label + "phone"), who.phone), Field(voice.say(label + "employer"), work)),
            (Field(voice.say(label + "residence"), who.residence),),
        )
    )


def _debts(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        heading = voice.say("application.debts", day=day, currency=voice.currency(owed.currency))
        yield Heading(voice.section(2, heading))
        yield debts_table(accounts, owed, voice)
        alone = accounts[0] if len(accounts) == 1 and accounts[0].overdue_since else None
        late = (
            voice.say("application.overdue", since=alone.overdue_since, days=alone.days, bucket=alone.bucket)
            if alone
            else ""
        )
        yield Pair(voice.say("words", words=owed.words), late)


def debts_table(
    accounts: list[AccountFigures], owed: OwedFigures, voice: Phrases, banks: bool = False, buckets: bool = True
) -> Table:
    """Accounts with their components; a line of totals when there are several.

    ``banks``: with the bank's name. ``buckets``: the trade's name for how late it is, which tells a debtor nothing.
    """
    late_key = "application.overdue_short" if buckets else "application.overdue_days"
    several = len(accounts) > 1
    parts = ("principal", "interest", "penalty", "fees")
    columns = [Column(voice.say("label.account"), grow=True)]
    if several:
        columns.append(Column(voice.say("label.overdue"), quiet=True))
    columns += [Column(voice.say(f"component.{part}"), "figure") for part in parts]
    columns.append(Column(voice.say("total"), "figure"))
    rows = []
    for account in accounts:
        late = voice.say(late_key, days=account.days, bucket=account.bucket) if account.days else ""
        name = f"{account.bank} {account.label}" if banks else account.label
        amounts = [getattr(account, part).grouped() for part in parts]
        rows.append(Row((name, *([late] if several else []), *amounts, account.owed.grouped()), not several))
    if several:
        amounts = [getattr(owed, part).grouped() for part in (*parts, "owed")]
        rows.append(Row((voice.say("total"), "", *amounts), strong=True))
    return Table(tuple(columns), tuple(rows))


def _hardship(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    hardship = figures.hardship
    yield Heading(voice.section(3, voice.say("application.hardship")))
    fields = [
        Field(voice.say("label.reason"), hardship.reason),
        Field(voice.say("label.period"), hardship.period),
    ]
    if hardship.gaps:
        fields.append(Field(voice.say("label.gaps"), hardship.gaps))
    yield Fields((tuple(fields),))
    claims = proof_rows(figures, voice)
    if claims:
        columns = (Column(grow=True), Column(quiet=True), Column(quiet=True, align="right"))
        yield Table(columns, claims, plain=True, small=True)
    else:
        yield Text(voice.say("application.no_claims"))


def proof_rows(figures: PacketFigures, voice: Phrases) -> tuple[Row, ...]:
    """The proofs of hardship and income, each with its exhibit, page and the day it was verified."""
    claimed = [exhibit for exhibit in figures.exhibits if exhibit.claimed]
    rows = []
    for no, exhibit in enumerate(claimed, 1):
        facts = voice.listed([part for part in (exhibit.issuer, exhibit.covers) if part])
        state = voice.say("application.checked", day=exhibit.verified, check=exhibit.check) if exhibit.verified else ""
        key = "application.claim_facts" if facts else "application.claim"
        claim = voice.say(key, no=no, title=exhibit.title, facts=facts)
        rows.append(Row((claim, voice.place(exhibit.no, exhibit.anchor), state or voice.say("application.unverified"))))
    return tuple(rows)


def _request(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    yield Heading(voice.section(4, voice.say("application.request")))
    for plan in figures.plans:
        yield Keep((Fields(tuple(_plan_rows(plan, voice, named=len(figures.plans) > 1))),))
    yield Text("".join(_sentences(figures, voice)))


def _plan_rows(plan: PlanFigures, voice: Phrases, named: bool) -> Iterator[tuple[Field, ...]]:
    if named:
        yield (Field(voice.say("label.account"), plan.account),)
    yield (
        Field(voice.say("label.instalments"), voice.say("unit.instalments", count=plan.count, every=plan.every), True),
        Field(voice.say("label.payment"), payment(plan, voice), True),
    )
    yield (
        Field(voice.say("label.due"), voice.say("from_to", **{"from": plan.first_due, "to": plan.last_due})),
        Field(voice.say("label.during"), during(plan, voice)),
    )
    yield (Field(voice.say("label.relief"), relief(plan, voice)),)
    if plan.up_front:
        yield (Field(voice.say("label.up_front"), voice.money(plan.up_front)),)
    overall = f"{voice.money(plan.overall)}  {plan.overall_words}"
    yield (Field(voice.say("label.overall"), overall, True),)


def payment(plan: PlanFigures, voice: Phrases) -> str:
    """``¥ 833.34（末期 ¥ 832.94）``."""
    regular = voice.money(plan.payment)
    if plan.uneven:
        return voice.say("application.payment_uneven", payment=regular)
    key = f"application.payment{'_range' if plan.least else ''}{'_odd' if plan.odd_payment else ''}"
    if key == "application.payment":
        return regular
    least = voice.money(plan.least) if plan.least else ""
    odd = voice.money(plan.odd_payment) if plan.odd_payment else ""
    return voice.say(key, payment=regular, least=least, place=plan.odd_label, odd=odd)


def relief(plan: PlanFigures, voice: Phrases) -> str:
    """What the bank is asked to give up, component by component."""
    parts = ("principal", "interest", "penalty", "fees")
    asked = [(part, getattr(plan, f"waived_{part}")) for part in parts]
    named = [
        voice.say("application.relief", component=voice.say(f"component.{part}"), amount=voice.money(amount))
        for part, amount in asked
        if amount
    ]
    return voice.listed(named) or voice.say("application.no_relief")


def during(plan: PlanFigures, voice: Phrases) -> str:
    """Whether interest and fees run during the plan, as Art. 70 wants it said."""
    if plan.rate:
        said = voice.say("application.rate", rate=plan.rate)
    elif plan.total.fee:
        said = voice.say("application.fee", fee=voice.money(plan.total.fee))
    else:
        said = voice.say("application.no_interest")
    return voice.say("application.deferral", months=plan.deferral, said=said) if plan.deferral else said


def _sentences(figures: PacketFigures, voice: Phrases) -> Iterator[str]:
    space = " " if voice.language == "en" else ""
    if figures.hardship.requests:
        yield voice.say("application.ability", requests=voice.listed(figures.hardship.requests)) + space
    budget, seen = figures.budget, voice.seen("budget")
    surplus = voice.money(budget.surplus)
    if budget.payments and budget.share:
        asked = voice.money(budget.payments)
        yield voice.say("application.surplus", surplus=surplus, seen=seen, payments=asked, share=budget.share) + space
    else:
        yield voice.say("application.surplus_short", surplus=surplus, seen=seen) + space
    if figures.plans:
        yield voice.say("application.schedule", seen=voice.seen("schedule"))


def _declaration(figures: PacketFigures, voice: Phrases, card: bool) -> Iterator[Block]:
    yield Heading(voice.section(5, voice.say("application.declaration")))
    consent = next((one for one in figures.exhibits if one.requirement == "privacy_consent"), None)
    said = [
        voice.say("application.declaration_true"),
        voice.say("application.declaration_" + ("cards" if card else "contract")),
        voice.say("application.declaration_privacy_exhibit", no=consent.no)
        if consent
        else voice.say("application.declaration_privacy"),
    ]
    yield Text("\n".join(f"{no}. {text}" for no, text in enumerate(said, 1)), style="list")
    yield Signature(
        (
            SignatureArea(voice.say("label.signature"), voice.say("day_blank")),
            SignatureArea(voice.say("label.reply"), voice.say("day_blank_short"), seal=voice.say("label.seal")),
        )
    )
