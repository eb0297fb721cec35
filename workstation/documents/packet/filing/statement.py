"""The statement of assets and income 財產及收入狀況說明書: assets, trade, income of two years, necessary spending, dependants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.documents.packet.application import applicant_fields
from workstation.documents.packet.budget import balance_blocks, sides_blocks
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.filing.figures import EntryFigures, FilingFigures, LivingFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    PageBreak,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "statement."


def statement(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The five parts that the Act asks for, and what is left in a month."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.statement", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        applicant_fields(figures, phrases),
        *_assets(filing, phrases),
        *_entries(2, "trade", filing.trade, ("name", "year", "amount", "note"), phrases),
        *_income(figures, filing, phrases),
        *_spending(figures, filing, phrases),
        *_dependants(filing, phrases),
        Heading(phrases.section(6, phrases.text(_KEY + "balance"))),
        *balance_blocks(figures, phrases),
        Keep(
            (
                Text(phrases.text(_KEY + "signed"), style="prose"),
                Signature((SignatureArea(phrases.text("filing.sign"), phrases.text("day_blank")),)),
            )
        ),
    )


def _assets(filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield from _entries(1, "assets", filing.assets, ("kind", "name", "amount", "note"), phrases)
    vehicles, buildings, lands = filing.counts
    counts = phrases.text(_KEY + "counts", vehicles=vehicles, buildings=buildings, lands=lands)
    yield Fields(((LabelledValue(phrases.text(_KEY + "counts_label"), counts),),))


def _entries(
    number: int, key: str, entries: Sequence[EntryFigures], columns: Sequence[str], phrases: Phrases
) -> Iterator[Block]:
    yield Heading(phrases.section(number, phrases.text(_KEY + key)))
    yield _table(entries, columns, phrases) if entries else Text(phrases.text(f"{_KEY}no_{key}"))


def _table(
    entries: Sequence[EntryFigures], columns: Sequence[str], phrases: Phrases, amount: str = "amount"
) -> TableBlock:
    heads = [phrases.text(_KEY + (amount if one == "amount" else "duty" if one == "share" else one)) for one in columns]
    made = [
        TableColumn(head, "figure" if one == "amount" else "left", grow=one in ("name", "note"), quiet=one == "note")
        for head, one in zip(heads, columns, strict=True)
    ]
    return TableBlock(
        tuple(made), tuple(TableRow(tuple(_cell(entry, one, phrases) for one in columns)) for entry in entries)
    )


def _cell(entry: EntryFigures, column: str, phrases: Phrases) -> str:
    if column == "amount":
        return entry.amount.grouped()
    if column == "share":
        return entry.share or phrases.text(_KEY + "unsaid")
    text: str = getattr(entry, column)
    return text


def _income(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    who = figures.applicant
    yield Heading(phrases.section(3, phrases.text(_KEY + "income")))
    yield Text(phrases.text(_KEY + "past"), style="strong")
    yield (
        _table(filing.incomes, ("year", "name", "amount", "note"), phrases)
        if filing.incomes
        else Text(phrases.text(_KEY + "no_past"))
    )
    number = filing.employer_number or phrases.text(_KEY + "unsaid")
    yield Fields(
        (
            (
                LabelledValue(phrases.text(_KEY + "now"), phrases.money(figures.budget.income_total), True),
                LabelledValue(phrases.text(_KEY + "employer"), who.employer or who.employment),
                LabelledValue(phrases.text(_KEY + "employer_number"), number),
            ),
        )
    )


def _spending(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(4, phrases.text(_KEY + "spending")))
    yield from sides_blocks(figures, phrases)
    if filing.living is not None:
        yield Fields(((LabelledValue(phrases.text(_KEY + "living"), living_text(filing.living, phrases)),),))


def living_text(living: LivingFigures, phrases: Phrases) -> str:
    """The standard and what is spent; that no figure is known is said so."""
    spent = phrases.money(living.spent)
    if not living.place:
        return phrases.text(_KEY + "living_nowhere", spent=spent)
    told = {"place": living.place, "year": living.year, "spent": spent}
    if living.minimum is None or living.limit is None:
        return phrases.text(_KEY + "living_unknown", **told)
    limits = {"minimum": phrases.money(living.minimum), "factor": living.factor, "limit": phrases.money(living.limit)}
    if living.stated_source:
        return phrases.text(_KEY + "living_stated", **told, **limits, source=living.stated_source)
    return phrases.text(_KEY + "living_known", **told, **limits)


def _unnamed(filing: FilingFigures, phrases: Phrases) -> str:
    """The same number as above among the facts of the person, where there is one."""
    if filing.dependants_counted:
        return phrases.text(_KEY + "dependants_unnamed", count=filing.dependants_counted)
    return phrases.text(_KEY + "no_dependants")


def _dependants(filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(5, phrases.text(_KEY + "dependants")))
    columns = ("kind", "name", "share", "amount", "note")
    yield (
        _table(filing.dependants, columns, phrases, "support") if filing.dependants else Text(_unnamed(filing, phrases))
    )
