"""The reply to a bank's counter-offer 对还价的答复: both sides' terms line by line, by version, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.documents.packet.application import payment
from workstation.documents.papers.figures import CounterReplyFigures, ReplyFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Heading,
    Keep,
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

_KEY = "counter-reply."
_LINE: Final = 24  # characters of terms that stand side by side at full size


def counter_reply(figures: CounterReplyFigures, phrases: Phrases) -> tuple[Block, ...]:
    """A letter; a table and an answer for each account."""
    who, title = figures.head.applicant, phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.counter-reply", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Text(phrases.text(_KEY + "greeting", bank=figures.head.bank.name), style="strong"),
        Text(
            phrases.text(_KEY + "opening", name=who.name, resident_id=who.resident_id),
            style="prose",
            indent=phrases.language != "en",
        ),
        *(block for no, one in enumerate(figures.replies, 1) for block in _reply(no, one, figures, phrases)),
        Keep((Text(phrases.text(_KEY + "closing"), style="prose"), _signatures(phrases))),
    )


def _reply(no: int, one: ReplyFigures, figures: CounterReplyFigures, phrases: Phrases) -> Iterator[Block]:
    about = phrases.text(_KEY + "about", account=one.account.label, owed=phrases.money(one.account.owed))
    received = Pair(phrases.text(_KEY + "received", day=one.replied_on, by=one.replied_by))
    yield Keep((Heading(phrases.section(no, about)), received, _table(one, phrases)))
    said = [_answer(one, phrases), *_means(one, figures, phrases)]
    if one.why:
        said.append(phrases.text(_KEY + "why", why=one.why))
    label = f"{phrases.text(_KEY + 'answer')}{phrases.text('colon')}{phrases.word('answer', one.answer)}"
    yield Keep((Text(label, style="strong"), Text("\n".join(said), style="prose")))


def _table(one: ReplyFigures, phrases: Phrases) -> TableBlock:
    """Payments told one by one wrap; on one line they would make the type of the whole table small."""
    wraps = any(len(said) > _LINE for term in one.terms for said in (term.ours, term.theirs, term.now))
    columns = [
        TableColumn(phrases.text(_KEY + "term"), quiet=True, grow=True),
        TableColumn(phrases.text(_KEY + "ours", version=one.ours), "right", grow=wraps),
        TableColumn(phrases.text(_KEY + "theirs", version=one.theirs), "right", grow=wraps),
    ]
    if one.now:
        columns.append(TableColumn(phrases.text(_KEY + "now", version=one.now), "right", grow=wraps))
    columns.append(TableColumn(phrases.text(_KEY + "moved"), "right", quiet=True))
    nothing = phrases.text(_KEY + "nothing")
    rows = []
    for term in one.terms:
        cells = [term.ours, term.theirs, *([term.now] if one.now else []), term.moved]
        rows.append(TableRow((term.name, *(cell or nothing for cell in cells))))
    return TableBlock(tuple(columns), tuple(rows))


def _answer(one: ReplyFigures, phrases: Phrases) -> str:
    if one.answer == "counter" and one.plan is not None:
        return phrases.text(
            _KEY + "counter",
            version=one.now,
            count=one.plan.count,
            payment=payment(one.plan, phrases),
            first=one.plan.first_due,
            total=phrases.money(one.plan.overall),
            words=one.plan.overall_words,
        )
    if one.answer == "accept":
        return phrases.text(_KEY + "accept", total=phrases.money(one.theirs_total), words=one.theirs_words)
    return phrases.text(_KEY + "refuse", version=one.ours)


def _means(one: ReplyFigures, figures: CounterReplyFigures, phrases: Phrases) -> Iterator[str]:
    """What the bank's terms take out of a month, set against what there is."""
    if one.answer == "accept" or one.theirs_monthly is None:
        return
    values = {
        "surplus": phrases.money(figures.surplus),
        "monthly": phrases.money(one.theirs_monthly),
        "share": one.share,
    }
    yield phrases.text(_KEY + ("means" if one.share else "means_short"), **values)


def _signatures(phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(phrases.text(_KEY + "signature"), phrases.text("day_blank_short")),
            SignatureArea(
                phrases.text(_KEY + "reply"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )
