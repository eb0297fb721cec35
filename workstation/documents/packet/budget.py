"""Paper 3: income, expenditure and all debts 收支与债务情况表, by the month."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import debts_table
from workstation.documents.packet.figures import BudgetLineFigures, PacketFigures
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
from workstation.money import Money

ANCHOR = "paper.budget"


def budget(figures: PacketFigures, voice: Phrases) -> tuple[Block, ...]:
    """Household, the three sides of the budget, the surplus, every debt at every bank."""
    title = voice.say("budget.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, voice.say("budget.subtitle")),
        Heading(voice.section(1, voice.say("budget.household"))),
        _household(figures, voice),
        *_sides(figures, voice),
        *_balance(figures, voice),
        *_debts(figures, voice),
        *_assets(figures, voice),
        Keep(
            (
                Text(voice.say("budget.signed"), style="prose"),
                Signature((SignatureArea(voice.say("label.signature"), voice.say("day_blank")),)),
            )
        ),
    )


def _household(figures: PacketFigures, voice: Phrases) -> Fields:
    who = figures.applicant

    def field(key: str) -> Field:
        return Field(voice.say(f"label.{key}"), getattr(who, key))

    rows = [
        (field("name"), field("marital"), field("dependants")),
        (field("housing"), field("employment"), field("pay_day")),
    ]
    work = ((field("employer"), field("position")),) if who.employer or who.position else ()
    return Fields((*rows, *work))


def _sides(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    """One table, so that columns stand under each other; each side ends with its total."""
    money = figures.budget
    sides = (
        ("income", money.income, money.income_total),
        ("expense", money.expense, money.expense_total),
        ("priority", money.priority, money.priority_total),
    )
    columns = (
        Column(voice.say("budget.side"), quiet=True),
        Column(voice.say("budget.item")),
        Column(voice.say("budget.note"), quiet=True, grow=True),
        Column(voice.say("budget.every"), quiet=True),
        Column(voice.say("budget.amount"), "figure"),
        Column(voice.say("budget.monthly"), "figure"),
    )
    rows = [row for key, lines, total in sides for row in _side(voice.say(f"budget.{key}"), lines, total, voice)]
    yield Heading(voice.section(2, voice.say("budget.money")))
    yield Table(columns, tuple(rows))


def _side(name: str, lines: tuple[BudgetLineFigures, ...], total: Money, voice: Phrases) -> Iterator[Row]:
    for number, line in enumerate(lines):
        amounts = (line.amount.grouped(), line.monthly.grouped())
        yield Row((name if not number else "", line.category, line.note, line.every, *amounts))
    yield Row((name if not lines else "", voice.say("total"), "", "", "", total.grouped()), strong=True)


def _balance(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    money = figures.budget
    yield Heading(voice.section(3, voice.say("budget.balance")))
    fields = [Field(voice.say("budget.surplus"), voice.money(money.surplus), True)]
    if money.payments and money.left:
        asked = voice.money(money.payments)
        shared = f"{asked}（{voice.say('budget.share')} {money.share}）" if money.share else asked
        fields.append(Field(voice.say("budget.payments"), shared if voice.language != "en" else asked))
        fields.append(Field(voice.say("budget.left"), voice.money(money.left), True))
    yield Fields((tuple(fields),))
    yield Pair(
        voice.say(
            "budget.formula",
            income=money.income_total.grouped(),
            expense=money.expense_total.grouped(),
            priority=money.priority_total.grouped(),
            surplus=money.surplus.grouped().replace("-", "−"),
        )
    )


def _debts(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    for owed in figures.debts_owed:
        debts = [account for account in figures.debts if account.owed.currency == owed.currency]
        yield Heading(voice.section(4, voice.say("budget.debts", currency=voice.currency(owed.currency))))
        yield debts_table(debts, owed, voice, banks=True)
        yield Pair(voice.say("words", words=owed.words))


def _assets(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    shown = [one for one in figures.exhibits if one.requirement == "asset_statement"]
    for exhibit in shown:
        yield Text(voice.say("budget.assets", place=voice.place(exhibit.no, exhibit.anchor)))
