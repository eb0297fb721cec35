"""The recovery sheet 恢复表: how the desk and its copies are opened, where they are, and the recovery key if one is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workstation.documents.packet.build import Packet
from workstation.documents.papers.build import PaperFrame, write_single
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
from workstation.documents.typesetting.strips import TypesetContext
from workstation.field_ref import FieldRef

_KEY: Final = "recovery."
_COLUMNS: Final = 6


@dataclass(frozen=True, slots=True)
class RecoveryFigures:
    """``places``: where copies are, each with the day of its last good one; ``words``: the recovery key, or nothing."""

    language: str
    desk: str
    agent: str
    folder: str
    backup_id: str
    program: str
    made_on: str
    places: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


def recovery_sheet(figures: RecoveryFigures, phrases: Phrases) -> tuple[Block, ...]:
    """One page, however long the names of folders."""
    title = phrases.text(_KEY + "title")
    subtitle = "subtitle" if figures.words else "subtitle_plain"
    return (
        PageBreak(),
        Anchor("paper.recovery-sheet", title),
        Title(title, phrases.text(_KEY + subtitle)),
        _facts(figures, phrases),
        *_section(1, "open", phrases.text(_KEY + "open_text", program=figures.program), phrases),
        *_section(2, "restore", phrases.text(_KEY + "restore_text"), phrases),
        Keep((Heading(phrases.section(3, phrases.text(_KEY + "places"))), *_places(figures, phrases))),
        Keep((Heading(phrases.section(4, phrases.text(_KEY + "words"))), *_words(figures, phrases), _kept(phrases))),
    )


def build_recovery_sheet(figures: RecoveryFigures, context: TypesetContext | None = None) -> Packet:
    """The sheet as a PDF."""
    phrases = Phrases(figures.language, {})
    frame = PaperFrame(
        title=f"{phrases.text(_KEY + 'title')} {figures.desk}",
        addressee=phrases.text(_KEY + "addressee", desk=figures.desk),
        number=phrases.text(_KEY + "number", desk=figures.desk, day=figures.made_on),
        status=phrases.text(_KEY + "standing"),
        author=figures.desk,
        made_on=figures.made_on,
    )
    typed: dict[str, str] = {FieldRef.DESK_DESK_NAME: figures.desk, FieldRef.DESK_AGENT: figures.agent}
    typed |= {FieldRef.DESK_FOLDER: figures.folder}
    return write_single(recovery_sheet(figures, phrases), frame, typed, phrases, context)


def _facts(figures: RecoveryFigures, phrases: Phrases) -> Fields:
    def field(key: str, strong: bool = False) -> LabelledValue:
        return LabelledValue(phrases.text(_KEY + key), getattr(figures, key), strong)

    return Fields(((field("desk", True), field("agent"), field("made_on")), (field("folder"),), (field("backup_id"),)))


def _section(no: int, key: str, text: str, phrases: Phrases) -> Iterator[Block]:
    yield Keep((Heading(phrases.section(no, phrases.text(_KEY + key))), Text(text, style="list")))


def _places(figures: RecoveryFigures, phrases: Phrases) -> Iterator[Block]:
    if not figures.places:
        yield Text(phrases.text(_KEY + "places_none"))
    for place, at in figures.places:
        yield Text(phrases.text(_KEY + "place_last", place=place, at=at), style="list")


def _words(figures: RecoveryFigures, phrases: Phrases) -> Iterator[Block]:
    if not figures.words:
        yield Text(phrases.text(_KEY + "words_none"))
        return
    yield Text(phrases.text(_KEY + "words_text"))
    down = -(-len(figures.words) // _COLUMNS)
    numbered = [f"{number}. {word}" for number, word in enumerate(figures.words, 1)]
    rows = (TableRow(tuple(numbered[line::down])) for line in range(down))
    yield TableBlock((TableColumn(grow=True),) * _COLUMNS, tuple(rows), plain=True)


def _kept(phrases: Phrases) -> Signature:
    return Signature((SignatureArea(phrases.text(_KEY + "handwritten")), SignatureArea(phrases.text(_KEY + "checked"))))
