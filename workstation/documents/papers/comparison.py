"""The comparison sheet for the debtor 方案对比单: each plan beside doing nothing, as figures; nothing reads as granted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workstation.documents.papers.debtor_figures import (
    ComparedFigures,
    ComparisonFigures,
    OptionFigures,
    WaitingFigures,
)
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Chart,
    Column,
    Field,
    Fields,
    Heading,
    Keep,
    Line,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Note,
    PageBreak,
    Row,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

_MOST_NAMED = 5  # missing proofs by name; the request for them lists every one
_KEY = "comparison."


def comparison(figures: ComparisonFigures, voice: Phrases, chart_height: float) -> tuple[Block, ...]:
    """A page an account; the chart, ``chart_height`` millimetres high, is what may give way to longer texts."""
    return tuple(block for one in figures.accounts for block in _page(figures, one, voice, chart_height))


def _page(figures: ComparisonFigures, one: ComparedFigures, voice: Phrases, chart_height: float) -> Iterator[Block]:
    title = voice.say(_KEY + "title")
    yield PageBreak()
    yield Anchor(f"paper.comparison.{one.bank}.{one.account}", f"{title} {one.account}")
    yield Title(title, voice.say(_KEY + "subtitle"))
    yield _who(figures, one, voice)
    yield Matrix(_columns(one, voice), tuple(_rows(one, voice)))
    yield from _waiting(one, voice)
    yield from _chart(one, voice, chart_height)
    yield from _remarks(figures, one, voice)


def _who(figures: ComparisonFigures, one: ComparedFigures, voice: Phrases) -> Fields:
    account = f"{one.bank} {one.account}"
    if one.overdue:
        account = voice.say(_KEY + "late", account=account, overdue=one.overdue)
    return Fields(
        (
            (
                Field(voice.say("label.name"), figures.name),
                Field(voice.say(_KEY + "owed"), voice.money(one.owed), True),
                Field(voice.say(_KEY + "surplus"), voice.money(one.surplus)),
            ),
            (Field(voice.say("label.account"), account),),
        )
    )


def _columns(one: ComparedFigures, voice: Phrases) -> tuple[MatrixColumn, ...]:
    options = (
        MatrixColumn(
            voice.say(_KEY + "option", letter=option.letter),
            voice.say(_KEY + "option_note", method=option.plan.method, version=option.version),
            option.chosen,
        )
        for option in one.options
    )
    return MatrixColumn(voice.say(_KEY + "wait"), voice.say(_KEY + "wait_note")), *options


def _rows(one: ComparedFigures, voice: Phrases) -> Iterator[MatrixRow]:
    """Rows in the order of a person's questions: how much, how long, in all, against waiting, what it takes, who decides."""

    def row(key: str, wait: str, cell: Callable[[OptionFigures], str], strong: bool = False) -> MatrixRow:
        cells = (wait, *(cell(option) for option in one.options))
        return MatrixRow(voice.say(_KEY + "row." + key), cells, strong)

    none, wait = voice.say(_KEY + "nothing"), one.waiting
    yield row("payment", none, lambda option: _payment(option, voice), True)
    yield row("count", none, lambda option: _count(option, voice))
    yield row("due", none, lambda option: f"{option.plan.first_due}\n{option.plan.last_due}")
    if any(option.plan.up_front for option in one.options):
        yield row("up_front", none, lambda option: voice.money(option.plan.up_front) if option.plan.up_front else none)
    yield row("total", _unknown(one, "grows", voice), lambda option: voice.money(option.plan.overall), True)
    unknown = voice.say(_KEY + "unknown")
    yield row("owed_year", voice.money(wait.owed_year) if wait else unknown, lambda one_: voice.money(one_.owed_year))
    if wait:
        yield row("saved_year", none, lambda option: _saved(option.saved_year, voice))
        yield row("saved_end", none, lambda option: _saved(option.saved_end, voice), True)
    yield row("rates", wait.rate if wait else unknown, lambda option: _rates(option, voice))
    yield row("share", none, lambda option: option.share or none)
    yield row("relief", none, lambda option: voice.money(option.plan.waived) if option.plan.waived else none)
    yield row("during", _unknown(one, "accrues", voice), lambda option: _during(option, voice))
    yield row("decides", none, lambda option: option.decides)
    yield row("standing", none, lambda option: option.standing)


def _unknown(one: ComparedFigures, key: str, voice: Phrases) -> str:
    return voice.say(_KEY + (key if one.waiting else "unknown"))


def _payment(option: OptionFigures, voice: Phrases) -> str:
    """The regular one; below it the one that differs."""
    regular = voice.money(option.payment)
    if option.odd is None:
        return regular
    return voice.say(_KEY + "odd", payment=regular, place=option.plan.odd_label, odd=voice.money(option.odd))


def _rates(option: OptionFigures, voice: Phrases) -> str:
    """Always both, as each alone says something else."""
    plan = option.plan
    if not plan.simple:
        return voice.say(_KEY + "nothing")
    return voice.say(_KEY + "rates", simple=plan.simple, compound=plan.compound)


def _during(option: OptionFigures, voice: Phrases) -> str:
    """Interest or fees while the plan runs, as applied for; the application says it at length."""
    plan = option.plan
    if plan.rate:
        said = voice.say(_KEY + "during.rate", rate=plan.rate)
    elif plan.total.fee:
        said = voice.say(_KEY + "during.fee", fee=voice.money(plan.total.fee))
    else:
        said = voice.say(_KEY + "during.nothing")
    return voice.say(_KEY + "during.deferral", months=plan.deferral, said=said) if plan.deferral else said


def _count(option: OptionFigures, voice: Phrases) -> str:
    plan = option.plan
    if plan.count == 1 or plan.every == voice.say("plan.every_month"):
        return voice.say(_KEY + "count", count=plan.count)
    return voice.say(_KEY + "count_every", count=plan.count, every=plan.every)


def _saved(amount: Money | None, voice: Phrases) -> str:
    """Said in words which way it goes, never by a sign alone."""
    if amount is None:
        return voice.say(_KEY + "unknown")
    if amount.minor < 0:
        return voice.say(_KEY + "more", amount=voice.money(-amount))
    return voice.money(amount)


def _waiting(one: ComparedFigures, voice: Phrases) -> Iterator[Block]:
    yield Heading(voice.section(1, voice.say(_KEY + "waiting")))
    if one.waiting is None:
        yield Text(voice.say(_KEY + "waiting_unknown"))
        return
    yield Keep((_horizons(one.waiting, voice),))
    if one.meanwhile is not None:
        half = one.meanwhile
        said = {
            "label": half.label,
            "waited": voice.money(half.waited),
            "more": voice.money(half.more),
            "letter": half.letter,
            "paid": voice.money(half.paid),
            "left": voice.money(half.left),
        }
        yield Text(voice.say(_KEY + "meanwhile", **said))


def _horizons(waiting: WaitingFigures, voice: Phrases) -> Table:
    columns = (Column(), *(Column(f"{point.label}\n{point.on}", "figure") for point in waiting.horizons))
    none = voice.say(_KEY + "nothing")
    return Table(
        columns,
        (
            Row((voice.say(_KEY + "would_owe"), *(point.owed.grouped() for point in waiting.horizons))),
            Row((voice.say(_KEY + "more_than_today"), *(_more(point.more, none) for point in waiting.horizons))),
        ),
        small=True,
    )


def _more(amount: Money, none: str) -> str:
    return f"+{amount.grouped()}" if amount else none


def _chart(one: ComparedFigures, voice: Phrases, height: float) -> Iterator[Block]:
    lines = [Line(option.letter, option.curve, option.chosen) for option in one.options]
    if one.waiting:
        lines.insert(0, Line(voice.say(_KEY + "wait"), one.waiting.curve, dotted=True))
    heading = voice.say(_KEY + "chart", currency=voice.currency(one.owed.currency))
    chart = Chart(tuple(lines), one.across, one.upward, height)
    yield Keep((Heading(voice.section(2, heading)), chart))


def _remarks(figures: ComparisonFigures, one: ComparedFigures, voice: Phrases) -> Iterator[Block]:
    if figures.missing:
        named, more = voice.listed(figures.missing[:_MOST_NAMED]), len(figures.missing) > _MOST_NAMED
        key = _KEY + ("missing_more" if more else "missing")
        yield Note(voice.say(key, count=len(figures.missing), missing=named))
    else:
        yield Note(voice.say(_KEY + "nothing_missing"))
    said = [voice.say(_KEY + "basis.share"), voice.say(_KEY + "basis.rates")]
    if one.waiting:
        grows = voice.say(_KEY + ("basis.compound" if one.waiting.compounds else "basis.simple"))
        daily = voice.say(_KEY + "basis.daily", daily=one.waiting.daily) if one.waiting.daily else ""
        counted = voice.say(_KEY + ("basis.with_penalty" if one.waiting.penalised else "basis.interest_only"))
        waits = voice.say(_KEY + "basis.waiting", rate=one.waiting.rate, daily=daily, grows=grows, counted=counted)
        said = [waits, voice.say(_KEY + "basis.saved"), *said, *filter(None, [one.waiting.cap])]
    yield Text(" ".join(said) if voice.language == "en" else "".join(said), style="quiet")
