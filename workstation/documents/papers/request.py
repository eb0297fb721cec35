"""The request for missing proofs 材料补充通知: what to bring, from whom and by when. It offers no sample of any proof."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.debtor_figures import RequestedItem, RequestFigures
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
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "request."


def evidence_request(figures: RequestFigures, phrases: Phrases) -> tuple[Block, ...]:
    """A letter of one or more pages; an entry is never broken over two while one page can hold it."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.evidence-request", title),
        Title(title, phrases.text(_KEY + ("subtitle" if figures.requested else "subtitle_complete"))),
        *_opening(figures, phrases),
        *(block for no, one in enumerate(figures.requested, 1) for block in _entry(no, one, phrases)),
        *_held(figures, phrases),
        Keep((*_how(figures, phrases), *_close(figures, phrases))),
    )


def _opening(figures: RequestFigures, phrases: Phrases) -> Iterator[Block]:
    yield Text(phrases.text(_KEY + "greeting", name=figures.name), style="strong")
    values = {"banks": figures.banks, "reason": figures.reason, "count": len(figures.requested)}
    if not figures.requested:
        yield Text(phrases.text(_KEY + "complete", **values), style="prose", indent=phrases.language != "en")
        return
    key = "opening_reason" if figures.reason and figures.banks else "opening"
    yield Text(phrases.text(_KEY + key, **values), style="prose", indent=phrases.language != "en")
    where = {"until": figures.until, "desk": figures.desk, "agent": figures.agent}
    fields = (LabelledValue(phrases.text(f"{_KEY}label.{key}"), said, key == "until") for key, said in where.items())
    yield Fields((tuple(fields),))


def _entry(no: int, one: RequestedItem, phrases: Phrases) -> Iterator[Block]:
    yield Keep((Heading(phrases.text(_KEY + "entry", no=no, title=one.title)), Fields(tuple(_fields(one, phrases)))))


def _fields(one: RequestedItem, phrases: Phrases) -> Iterator[tuple[LabelledValue, ...]]:
    def field(key: str, value: str, strong: bool = False) -> LabelledValue:
        return LabelledValue(phrases.text(_KEY + "label." + key), value, strong)

    yield (field("why", one.why),)
    if one.issuers:
        yield (field("issuers", one.issuers, True),)
    if one.refused:
        yield (field("refused", one.refused),)
    if one.content:
        yield (field("content", one.content),)
    yield (field("form", phrases.text(_KEY + "form_fresh", form=one.form, fresh=one.fresh) if one.fresh else one.form),)
    if one.others:
        yield (field("others", phrases.text(_KEY + "others", others=phrases.text(_KEY + "or").join(one.others))),)
    if one.state:
        yield (field("state", one.state),)


def _held(figures: RequestFigures, phrases: Phrases) -> Iterator[Block]:
    if figures.held:
        yield Text(phrases.text(_KEY + "held", held=phrases.listed(figures.held)))


def _how(figures: RequestFigures, phrases: Phrases) -> Iterator[Block]:
    said = []
    if figures.refused_source:
        said.append(phrases.text(_KEY + "how.committee", source=figures.refused_source))
    if figures.requested:
        said.append(phrases.text(_KEY + "how.cannot"))
    said += [phrases.text(_KEY + "how." + key) for key in ("truth", "no_samples")]
    said.append(phrases.text(_KEY + "how.privacy"))
    said.append(phrases.text(_KEY + ("how.adviser" if figures.adviser else "how.free")))
    said.append(phrases.text(_KEY + "how.decision"))
    yield Heading(phrases.text(_KEY + "how.heading"))
    yield Text("\n".join(f"{no}. {text}" for no, text in enumerate(said, 1)), style="list")


def _close(figures: RequestFigures, phrases: Phrases) -> Iterator[Block]:
    received = phrases.text(_KEY + "received", name=figures.name)
    yield Signature(
        (
            SignatureArea(received, phrases.text("day_blank")),
            SignatureArea(phrases.text(_KEY + "sent", desk=figures.desk, agent=figures.agent), figures.made_on),
        )
    )
