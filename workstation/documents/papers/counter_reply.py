"""The reply to a bank's counter-offer 对还价的答复: both sides' terms line by line, by version, and the answer."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import payment
from workstation.documents.papers.figures import CounterReplyFigures, ReplyFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
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

_KEY = "counter-reply."


def counter_reply(figures: CounterReplyFigures, voice: Phrases) -> tuple[Block, ...]:
    """A letter; a table and an answer for each account."""
    who, title = figures.head.applicant, voice.say(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.counter-reply", title),
        Title(title, voice.say(_KEY + "subtitle")),
        Text(voice.say(_KEY + "greeting", bank=figures.head.bank.name), style="strong"),
        Text(
            voice.say(_KEY + "opening", name=who.name, resident_id=who.resident_id),
            style="prose",
            indent=voice.language != "en",
        ),
        *(block for no, one in enumerate(figures.replies, 1) for block in _reply(no, one, figures, voice)),
        Keep((Text(voice.say(_KEY + "closing"), style="prose"), _signatures(voice))),
    )


def _reply(no: int, one: ReplyFigures, figures: CounterReplyFigures, voice: Phrases) -> Iterator[Block]:
    about = voice.say(_KEY + "about", account=one.account.label, owed=voice.money(one.account.owed))
    yield Heading(voice.section(no, about))
    yield Pair(voice.say(_KEY + "received", day=one.replied_on, by=one.replied_by))
    yield _table(one, voice)
    said = [_answer(one, voice), *_means(one, figures, voice)]
    if one.why:
        said.append(voice.say(_KEY + "why", why=one.why))
    label = f"{voice.say(_KEY + 'answer')}{voice.say('colon')}{voice.word('answer', one.answer)}"
    yield Keep((Text(label, style="strong"), Text("\n".join(said), style="prose")))


def _table(one: ReplyFigures, voice: Phrases) -> Table:
    columns = [
        Column(voice.say(_KEY + "term"), quiet=True, grow=True),
        Column(voice.say(_KEY + "ours", version=one.ours), "right"),
        Column(voice.say(_KEY + "theirs", version=one.theirs), "right"),
    ]
    if one.now:
        columns.append(Column(voice.say(_KEY + "now", version=one.now), "right"))
    columns.append(Column(voice.say(_KEY + "moved"), "right", quiet=True))
    nothing = voice.say(_KEY + "nothing")
    rows = []
    for term in one.terms:
        cells = [term.ours, term.theirs, *([term.now] if one.now else []), term.moved]
        rows.append(Row((term.name, *(cell or nothing for cell in cells))))
    return Table(tuple(columns), tuple(rows))


def _answer(one: ReplyFigures, voice: Phrases) -> str:
    if one.answer == "counter" and one.plan is not None:
        return voice.say(
            _KEY + "counter",
            version=one.now,
            count=one.plan.count,
            payment=payment(one.plan, voice),
            first=one.plan.first_due,
            total=voice.money(one.plan.overall),
            words=one.plan.overall_words,
        )
    if one.answer == "accept":
        return voice.say(_KEY + "accept", total=voice.money(one.theirs_total), words=one.theirs_words)
    return voice.say(_KEY + "refuse", version=one.ours)


def _means(one: ReplyFigures, figures: CounterReplyFigures, voice: Phrases) -> Iterator[str]:
    """What the bank's terms take out of a month, set against what there is."""
    if one.answer == "accept" or one.theirs_monthly is None:
        return
    told = {"surplus": voice.money(figures.surplus), "monthly": voice.money(one.theirs_monthly), "share": one.share}
    yield voice.say(_KEY + ("means" if one.share else "means_short"), **told)


def _signatures(voice: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(voice.say(_KEY + "signature"), voice.say("day_blank_short")),
            SignatureArea(voice.say(_KEY + "reply"), voice.say("day_blank_short"), seal=voice.say("label.seal")),
        )
    )
