"""Answers as bytes: every kind of value comes back as it was, and nothing that was not promised comes through."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.documents.bankform import apart as form_apart
from workstation.documents.packet import apart as packet_apart
from workstation.documents.packet import build, difference
from workstation.documents.packet.exhibits import pictures as exhibit_pictures
from workstation.errors import Finding
from workstation.evidence import masking
from workstation.received import inspection, pixels
from workstation.received import origin as origins
from workstation.received.apart import libraries
from workstation.received.apart.coding import Unsound, _Decoders, decoded, encoded
from workstation.received.ofd import apart as ofd_apart
from workstation.received.ofd import findings
from workstation.received.pdf import grid, on_screen, texts, whole_list
from workstation.received.pixels import Pixels
from workstation.received.tables import Table, read_table
from workstation.received.tables.table import Sheet

QUESTIONS = (
    libraries.load_libraries, inspection.media_type, read_table, grid.pdf_list,
    whole_list.whole_pdf_list, origins.origin, texts.page_count,
    on_screen.page_sizes, on_screen.page_pixels, pixels.picture_frames, masking.number_masks, exhibit_pictures.shown_pages,
    form_apart.form_values, form_apart.filled, form_apart.guide, build.build_packet, build.anchor_pages,
    packet_apart.exhibit_length, ofd_apart.ofd_pdf, findings.ofd_findings, difference.first_difference, difference.printed_code,
)  # fmt: skip
"""Everything that a worker is asked."""


class Colour(Enum):
    """A value of an enumeration."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Everything:
    """One field of each kind that travels."""

    text: str = "一"
    number: int = 3
    truth: bool = True
    share: float = 0.5
    nothing: None = None
    day: date = date(2026, 11, 28)
    at: datetime | None = datetime(2026, 11, 28, 3, 4, tzinfo=UTC)
    amount: Decimal = Decimal("1.10")
    data: bytes = b"\x00\xff"
    kind: Literal["a", "b"] = "a"
    colour: Colour = Colour.RED
    texts: tuple[str, ...] = ("a", "")
    pair: tuple[int, str] = (1, "x")
    found: tuple[Finding, ...] = (Finding("x", "y", {"a": "b"}),)
    indexes: frozenset[tuple[int, int]] = frozenset({(1, 2)})
    either: str | tuple[str, ...] = ("p", "q")
    more: tuple[bytes, ...] = (b"", b"z")


def test_every_kind_of_value_comes_back() -> None:
    assert decoded(Everything, encoded(Everything())) == Everything()


@pytest.mark.parametrize("work", QUESTIONS, ids=lambda work: work.__name__)
def test_every_question_promises_what_can_be_received(work: Any) -> None:
    _Decoders([]).of(get_type_hints(work)["return"])


@given(st.lists(st.lists(st.text(st.characters(codec=None)), max_size=4).map(tuple), max_size=5).map(tuple))
def test_tables_come_back_whatever_is_written_in_them(rows: tuple[tuple[str, ...], ...]) -> None:
    table = Table("csv", "utf-8", (Sheet("", rows, frozenset({(0, 1)})),))
    assert decoded(Table, encoded(table)) == table


@pytest.mark.parametrize(
    ("wanted", "plain"),
    [
        (str, 1),
        (int, "1"),
        (int, True),
        (bytes, 0),
        (Finding, ["code", "subject"]),
        (Finding, ["code", 3, []]),
        (Finding, {"code": "x"}),
        (tuple[str, ...], ["a", 1]),
        (tuple[str, ...], "ab"),
        (tuple[int, str], [1]),
        (Literal["a"], "b"),
        (Colour, "blue"),
        (date, "never"),
        (Pixels, [2, 2, 1, 0]),
        (Any, "an object"),
        (float, None),
    ],
)
def test_what_was_not_promised_is_refused(wanted: Any, plain: Any) -> None:
    head = json.dumps([plain, []]).encode()
    with pytest.raises(Unsound):
        decoded(wanted, len(head).to_bytes(8, "big") + head)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0" * 8, b"\xff" * 40, encoded("x") + b"more", encoded("x")[:-1], b"\0" * 7 + b"\x08[NaN,[]]",
        b"\0" * 6 + b"\x27\x10" + b"[" * 10_000, encoded((b"abc",))[:-1],
    ],
)  # fmt: skip
def test_bytes_that_are_no_answer_are_refused(data: bytes) -> None:
    with pytest.raises(Unsound):
        decoded(str, data)


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_that(data: bytes) -> None:
    try:
        decoded(Table, data)
    except Unsound:
        return
