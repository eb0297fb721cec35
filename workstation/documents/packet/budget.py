"""Paper 3: income, expenditure and all debts 收支与债务情况表, by the month."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.packet.figures import BudgetFigures, BudgetLineFigures, PacketFigures
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

ANCHOR = "paper.budget"


def budget(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """Household, the three sides of the budget, the surplus, every debt at every bank."""
    title = phrases.text("budget.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, phrases.text("budget.subtitle")),
        Heading(phrases.section(1, phrases.text("budget.household"))),
        _household(figures, phrases),
        Heading(phrases.section(2, phrases.text("budget.money"))),
        *sides_blocks(figures, phrases),
        Heading(phrases.section(3, phrases.text("budget.balance"))),
        *balance_blocks(figures, phrases),
        *_debts(figures, phrases),
        *_assets(figures, phrases),
        Keep(
            (
                Text(phrases.text("budget.signed"), style="prose"),
                Signature((SignatureArea(phrases.text("label.signature"), phrases.text("day_blank")),)),
            )
        ),
    )


def _household(figures: PacketFigures, phrases: Phrases) -> Fields:
    who = figures.applicant

    def field(key: str) -> LabelledValue:
        return LabelledValue(phrases.text(f"label.{key}"), getattr(who, key))

    rows = [
        (field("name"), field("marital"), field("dependants")),
        (field("housing"), field("employment"), field("pay_day")),
    ]
    work = ((field("employer"), field("position")),) if who.employer or who.position else ()
    return Fields((*rows, *work))


def sides_blocks(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    """One table, so that columns stand under each other; each side ends with its total. Below it where usual costs come from."""
    money = figures.budget
    sides = (
        ("income", money.income, money.income_total),
        ("expense", money.expense, money.expense_total),
        ("priority", money.priority, money.priority_total),
    )
    columns = (
        TableColumn(phrases.text("budget.side"), quiet=True),
        TableColumn(phrases.text("budget.item")),
        TableColumn(phrases.text("budget.note"), quiet=True, grow=True),
        TableColumn(phrases.text("budget.every"), quiet=True),
        TableColumn(phrases.text("budget.amount"), "figure"),
        TableColumn(phrases.text("budget.monthly"), "figure"),
    )
    rows = [row for key, lines, total in sides for row in _side(phrases.text(f"budget.{key}"), lines, total, phrases)]
    yield TableBlock(columns, tuple(rows))
    if money.guideline_source:
        yield Text(phrases.text("budget.usual_source", source=money.guideline_source), style="quiet")


def _side(name: str, lines: tuple[BudgetLineFigures, ...], total: Money, phrases: Phrases) -> Iterator[TableRow]:
    for number, line in enumerate(lines):
        amounts = (line.amount.grouped(), line.monthly.grouped())
        note = " · ".join(filter(None, (line.note, line.usual)))
        yield TableRow((name if not number else "", line.category, note, line.every, *amounts))
    yield TableRow((name if not lines else "", phrases.text("total"), "", "", "", total.grouped()), strong=True)


def balance_blocks(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    """The surplus, what the plans take of it, and how it is reckoned."""
    money = figures.budget
    fields = [LabelledValue(phrases.text("budget.surplus"), phrases.money(money.surplus), True)]
    if money.payments is not None and money.left is not None:
        requested = phrases.money(money.payments)
        shared = f"{requested}（{phrases.text('budget.share')} {money.share}）" if money.share else requested
        fields.append(LabelledValue(phrases.text("budget.payments"), shared if phrases.language != "en" else requested))
        if money.elsewhere is None:
            fields.append(LabelledValue(phrases.text("budget.left"), phrases.money(money.left), True))
    yield Fields((tuple(fields),))
    if money.elsewhere is not None and money.left is not None and money.planned_total is not None:
        yield from _planned(money, money.planned_total, money.left, phrases)
    yield Pair(
        phrases.text(
            "budget.formula",
            income=money.income_total.grouped(),
            expense=money.expense_total.grouped(),
            priority=money.priority_total.grouped(),
            surplus=money.surplus.grouped().replace("-", "−"),
        )
    )


def _planned(money: BudgetFigures, together: Money, left: Money, phrases: Phrases) -> Iterator[Block]:
    """Every plan of the household, at all banks, and what they leave together."""
    columns = (
        TableColumn(phrases.text("budget.bank"), grow=True),
        TableColumn(phrases.text("budget.account")),
        TableColumn(phrases.text("budget.planned"), "figure"),
    )
    rows = [
        TableRow((one.bank, one.account, one.monthly.grouped()), strong=one.here)
        for one in sorted(money.planned, key=lambda one: not one.here)
    ]
    sums = (("budget.all_planned", together), ("budget.left", left))
    rows += [TableRow((phrases.text(key), "", amount.grouped()), strong=True) for key, amount in sums]
    yield TableBlock(columns, tuple(rows))


def _debts(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    for owed in figures.debts_owed:
        debts = [account for account in figures.debts if account.owed.currency == owed.currency]
        yield Heading(phrases.section(4, phrases.text("budget.debts", currency=phrases.currency(owed.currency))))
        yield debts_table(debts, owed, phrases, banks=True)
        yield Pair(phrases.text("words", words=owed.words))
        yield from since_then(debts, phrases)


def _assets(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    shown = [one for one in figures.exhibits if one.requirement == "asset_statement"]
    for exhibit in shown:
        yield Text(phrases.text("budget.assets", place=phrases.exhibit_ref(exhibit.no, exhibit.anchor)))
