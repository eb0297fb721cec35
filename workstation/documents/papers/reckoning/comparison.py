"""The comparison sheet for the debtor 方案对比单: each plan beside doing nothing, as figures; nothing reads as granted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workstation.documents.packet.application import up_front
from workstation.documents.papers.debtor_figures import (
    ComparedFigures,
    ComparisonFigures,
    OptionFigures,
    WaitingFigures,
)
from workstation.documents.papers.reckoning.orders import orders_page
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Chart,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    Line,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Note,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

_MOST_NAMED = 5  # missing proofs by name; the request for them lists every one
_KEY = "comparison."


def comparison(figures: ComparisonFigures, phrases: Phrases, chart_height: float) -> tuple[Block, ...]:
    """A page an account, then the order of several debts; the chart, ``chart_height`` millimetres high, gives way to text."""
    pages = [block for one in figures.accounts for block in _page(figures, one, phrases, chart_height)]
    return (*pages, *(orders_page(figures.orders, phrases) if figures.orders else ()))


def _page(figures: ComparisonFigures, one: ComparedFigures, phrases: Phrases, chart_height: float) -> Iterator[Block]:
    title = phrases.text(_KEY + "title")
    yield PageBreak()
    yield Anchor(f"paper.comparison.{one.bank}.{one.account}", f"{title} {one.account}")
    yield Title(title, phrases.text(_KEY + "subtitle"))
    yield _who(figures, one, phrases)
    yield Matrix(_columns(one, phrases), tuple(_rows(one, phrases)))
    yield from _waiting(one, phrases)
    yield from _chart(one, phrases, chart_height)
    yield from _remarks(figures, one, phrases)


def _who(figures: ComparisonFigures, one: ComparedFigures, phrases: Phrases) -> Fields:
    account = f"{one.bank} {one.account}"
    if one.overdue:
        account = phrases.text(_KEY + "late", account=account, overdue=one.overdue)
    return Fields(
        (
            (
                LabelledValue(phrases.text("label.name"), figures.name),
                LabelledValue(phrases.text(_KEY + "owed"), phrases.money(one.owed), True),
                LabelledValue(phrases.text(_KEY + "surplus"), phrases.money(one.surplus)),
            ),
            (LabelledValue(phrases.text("label.account"), account),),
        )
    )


def _columns(one: ComparedFigures, phrases: Phrases) -> tuple[MatrixColumn, ...]:
    options = (
        MatrixColumn(
            phrases.text(_KEY + "option", letter=option.letter),
            phrases.text(_KEY + "option_note", method=option.plan.method, version=option.version),
            option.chosen,
        )
        for option in one.options
    )
    return MatrixColumn(phrases.text(_KEY + "wait"), phrases.text(_KEY + "wait_note")), *options


def _rows(one: ComparedFigures, phrases: Phrases) -> Iterator[MatrixRow]:
    """Rows in the order of a person's questions: how much, how long, in all, against waiting, what it takes, who decides."""

    def row(key: str, wait: str, cell: Callable[[OptionFigures], str], strong: bool = False) -> MatrixRow:
        cells = (wait, *(cell(option) for option in one.options))
        return MatrixRow(phrases.text(_KEY + "row." + key), cells, strong)

    none, wait = phrases.text(_KEY + "nothing"), one.waiting
    yield row("payment", none, lambda option: _payment(option, phrases), True)
    yield row("count", none, lambda option: _count(option, phrases))
    yield row("due", none, lambda option: f"{option.plan.first_due}\n{option.plan.last_due}")
    if any(option.plan.up_front for option in one.options):
        yield row("up_front", none, lambda option: up_front(option.plan, phrases) if option.plan.up_front else none)
    yield row("total", _unknown(one, "grows", phrases), lambda option: phrases.money(option.plan.overall), True)
    unknown = phrases.text(_KEY + "unknown")
    yield row(
        "owed_year", phrases.money(wait.owed_year) if wait else unknown, lambda one_: phrases.money(one_.owed_year)
    )
    if wait:
        yield row("saved_year", none, lambda option: _saved(option.saved_year, phrases))
        yield row("saved_end", none, lambda option: _saved(option.saved_end, phrases), True)
    yield row("rates", wait.rate if wait else unknown, lambda option: _rates(option, phrases))
    yield row("share", none, lambda option: option.share or none)
    yield row("relief", none, lambda option: phrases.money(option.plan.waived) if option.plan.waived else none)
    yield row("during", _unknown(one, "accrues", phrases), lambda option: _during(option, phrases))
    yield row("decides", none, lambda option: option.decides)
    yield row("standing", none, lambda option: option.status)


def _unknown(one: ComparedFigures, key: str, phrases: Phrases) -> str:
    return phrases.text(_KEY + (key if one.waiting else "unknown"))


def _payment(option: OptionFigures, phrases: Phrases) -> str:
    """The regular one; below it the one that differs."""
    regular = phrases.money(option.payment)
    if option.odd is None:
        return regular
    return phrases.text(_KEY + "odd", payment=regular, place=option.plan.odd_label, odd=phrases.money(option.odd))


def _rates(option: OptionFigures, phrases: Phrases) -> str:
    """Always both, as each alone says something else."""
    plan = option.plan
    if not plan.simple:
        return phrases.text(_KEY + "nothing")
    return phrases.text(_KEY + "rates", simple=plan.simple, compound=plan.compound)


def _during(option: OptionFigures, phrases: Phrases) -> str:
    """Interest or fees while the plan runs, as applied for; the application says it at length."""
    plan = option.plan
    if plan.rate:
        said = phrases.text(_KEY + "during.rate", rate=plan.rate)
    elif plan.total.fee:
        said = phrases.text(_KEY + "during.fee", fee=phrases.money(plan.total.fee))
    else:
        said = phrases.text(_KEY + "during.nothing")
    return phrases.text(_KEY + "during.deferral", months=plan.deferral, said=said) if plan.deferral else said


def _count(option: OptionFigures, phrases: Phrases) -> str:
    plan = option.plan
    if plan.count == 1 or plan.every == phrases.text("plan.every_month"):
        return phrases.text(_KEY + "count", count=plan.count)
    return phrases.text(_KEY + "count_every", count=plan.count, every=plan.every)


def _saved(amount: Money | None, phrases: Phrases) -> str:
    """Said in words which way it goes, never by a sign alone."""
    if amount is None:
        return phrases.text(_KEY + "unknown")
    if amount.minor < 0:
        return phrases.text(_KEY + "more", amount=phrases.money(-amount))
    return phrases.money(amount)


def _waiting(one: ComparedFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(1, phrases.text(_KEY + "waiting")))
    if one.waiting is None:
        yield Text(phrases.text(_KEY + "waiting_unknown"))
        return
    yield Keep((_horizons(one.waiting, phrases),))
    if one.meanwhile is not None:
        half = one.meanwhile
        said = {
            "label": half.label,
            "waited": phrases.money(half.waited),
            "more": phrases.money(half.more),
            "letter": half.letter,
            "paid": phrases.money(half.paid),
            "left": phrases.money(half.left),
        }
        yield Text(phrases.text(_KEY + "meanwhile", **said))


def _horizons(waiting: WaitingFigures, phrases: Phrases) -> TableBlock:
    columns = (TableColumn(), *(TableColumn(f"{point.label}\n{point.on}", "figure") for point in waiting.horizons))
    none = phrases.text(_KEY + "nothing")
    return TableBlock(
        columns,
        (
            TableRow((phrases.text(_KEY + "would_owe"), *(point.owed.grouped() for point in waiting.horizons))),
            TableRow(
                (phrases.text(_KEY + "more_than_today"), *(_more(point.more, none) for point in waiting.horizons))
            ),
        ),
        small=True,
    )


def _more(amount: Money, none: str) -> str:
    return f"+{amount.grouped()}" if amount else none


def _chart(one: ComparedFigures, phrases: Phrases, height: float) -> Iterator[Block]:
    lines = [Line(option.letter, option.curve, option.chosen) for option in one.options]
    if one.waiting:
        lines.insert(0, Line(phrases.text(_KEY + "wait"), one.waiting.curve, dotted=True))
    heading = phrases.text(_KEY + "chart", currency=phrases.currency(one.owed.currency))
    alt = phrases.text(_KEY + "chart_alt", heading=heading, lines=phrases.listed([line.label for line in lines]))
    chart = Chart(tuple(lines), one.across, one.upward, height, alt)
    yield Keep((Heading(phrases.section(2, heading)), chart))


def _remarks(figures: ComparisonFigures, one: ComparedFigures, phrases: Phrases) -> Iterator[Block]:
    if figures.missing:
        named, more = phrases.listed(figures.missing[:_MOST_NAMED]), len(figures.missing) > _MOST_NAMED
        key = _KEY + ("missing_more" if more else "missing")
        yield Note(phrases.text(key, count=len(figures.missing), missing=named))
    else:
        yield Note(phrases.text(_KEY + "nothing_missing"))
    said = [phrases.text(_KEY + "basis.share"), phrases.text(_KEY + "basis.rates")]
    if one.waiting:
        grows = phrases.text(_KEY + ("basis.compound" if one.waiting.compounds else "basis.simple"))
        daily = phrases.text(_KEY + "basis.daily", daily=one.waiting.daily) if one.waiting.daily else ""
        counted = phrases.text(_KEY + ("basis.with_penalty" if one.waiting.penalised else "basis.interest_only"))
        waits = phrases.text(_KEY + "basis.waiting", rate=one.waiting.rate, daily=daily, grows=grows, counted=counted)
        said = [waits, phrases.text(_KEY + "basis.saved"), *said, *filter(None, [one.waiting.cap])]
    yield Text(" ".join(said) if phrases.language == "en" else "".join(said), style="quiet")
