"""The request for missing proofs 材料补充通知: what to bring, from whom and by when. It offers no sample of any proof."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.debtor_figures import RequestedItem, RequestFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Field,
    Fields,
    Heading,
    Keep,
    PageBreak,
    Signature,
    SignatureArea,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "request."


def evidence_request(figures: RequestFigures, voice: Phrases) -> tuple[Block, ...]:
    """A letter of one or more pages; an entry is never broken over two while one page can hold it."""
    title = voice.say(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.evidence-request", title),
        Title(title, voice.say(_KEY + ("subtitle" if figures.asked else "subtitle_complete"))),
        *_opening(figures, voice),
        *(block for no, one in enumerate(figures.asked, 1) for block in _entry(no, one, voice)),
        *_held(figures, voice),
        Keep((*_how(figures, voice), *_close(figures, voice))),
    )


def _opening(figures: RequestFigures, voice: Phrases) -> Iterator[Block]:
    yield Text(voice.say(_KEY + "greeting", name=figures.name), style="strong")
    told = {"banks": figures.banks, "reason": figures.reason, "count": len(figures.asked)}
    if not figures.asked:
        yield Text(voice.say(_KEY + "complete", **told), style="prose", indent=voice.language != "en")
        return
    key = "opening_reason" if figures.reason and figures.banks else "opening"
    yield Text(voice.say(_KEY + key, **told), style="prose", indent=voice.language != "en")
    where = {"until": figures.until, "desk": figures.desk, "agent": figures.agent}
    fields = (Field(voice.say(f"{_KEY}label.{key}"), said, key == "until") for key, said in where.items())
    yield Fields((tuple(fields),))


def _entry(no: int, one: RequestedItem, voice: Phrases) -> Iterator[Block]:
    yield Keep((Heading(voice.say(_KEY + "entry", no=no, title=one.title)), Fields(tuple(_fields(one, voice)))))


def _fields(one: RequestedItem, voice: Phrases) -> Iterator[tuple[Field, ...]]:
    def field(key: str, value: str, strong: bool = False) -> Field:
        return Field(voice.say(_KEY + "label." + key), value, strong)

    yield (field("why", one.why),)
    if one.issuers:
        yield (field("issuers", one.issuers, True),)
    if one.refused:
        yield (field("refused", one.refused),)
    if one.content:
        yield (field("content", one.content),)
    yield (field("form", voice.say(_KEY + "form_fresh", form=one.form, fresh=one.fresh) if one.fresh else one.form),)
    if one.others:
        yield (field("others", voice.say(_KEY + "others", others=voice.say(_KEY + "or").join(one.others))),)
    if one.state:
        yield (field("state", one.state),)


def _held(figures: RequestFigures, voice: Phrases) -> Iterator[Block]:
    if figures.held:
        yield Text(voice.say(_KEY + "held", held=voice.listed(figures.held)))


def _how(figures: RequestFigures, voice: Phrases) -> Iterator[Block]:
    said = []
    if figures.refused_source:
        said.append(voice.say(_KEY + "how.committee", source=figures.refused_source))
    if figures.asked:
        said.append(voice.say(_KEY + "how.cannot"))
    said += [voice.say(_KEY + "how." + key) for key in ("truth", "no_samples")]
    said.append(voice.say(_KEY + "how.privacy"))
    said.append(voice.say(_KEY + ("how.adviser" if figures.adviser else "how.free")))
    said.append(voice.say(_KEY + "how.decision"))
    yield Heading(voice.say(_KEY + "how.heading"))
    yield Text("\n".join(f"{no}. {text}" for no, text in enumerate(said, 1)), style="list")


def _close(figures: RequestFigures, voice: Phrases) -> Iterator[Block]:
    received = voice.say(_KEY + "received", name=figures.name)
    yield Signature(
        (
            SignatureArea(received, voice.say("day_blank")),
            SignatureArea(voice.say(_KEY + "sent", desk=figures.desk, agent=figures.agent), figures.made_on),
        )
    )
