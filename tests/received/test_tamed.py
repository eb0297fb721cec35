"""Comments, scripts and styles are no text; what never ends is kept; no page keeps its reader for long."""

from __future__ import annotations

import pytest

from workstation.received.written.markup import pieces_of
from workstation.received.written.page import Paragraph
from workstation.received.written.recognised import written_kind
from workstation.received.written.tamed import tamed

CASES = [
    ("甲<!-- 乙 -->丙", "甲丙"),
    ("甲<!--[if mso]>乙<![endif]-->丙", "甲丙"),
    ("甲<!--[if !mso]><!-->乙<!--<![endif]-->丙", "甲乙丙"),
    ("甲<![if !mso]>乙<![endif]>丙", "甲乙丙"),
    ("甲<!-->乙<!-- 丙 -->丁", "甲乙丁"),
    ("甲<script>a('<p>乙</p>'); // --></script>丙", "甲丙"),
    ("甲<script><!-- 乙 </script>丙<!-- 丁 -->戊", "甲丙戊"),
    ("甲<STYLE type=x>p > a {}</Style >丙", "甲丙"),
    ("甲<!-- <script> -->丙<script></script>", "甲丙"),
    ("甲<!-- 乙", "甲<!-- 乙"),
    ("甲<!-- 乙<b>丙</b>", "甲 乙丙"),
    ("甲<script>乙<b>丙</b>", "甲乙丙"),
    ("甲 < 乙", "甲 < 乙"),
    ("甲<?php x ?>乙<!DOCTYPE html>丙<![foo[丁]]>戊", "甲乙丙戊"),
]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_what_is_text(text: str, shown: str) -> None:
    pieces = pieces_of(f"<p>{text}", all_parts=True).pieces
    assert "".join(one.text for one in pieces if isinstance(one, Paragraph)) == shown


@pytest.mark.parametrize(
    "piece", ["<!--", "<!", "<?", "</", "<a ", "<a b='", "<![if ", "<script>", "<style><!--", "&#", "<title>"]
)
def test_a_page_of_beginnings_is_read_in_one_go(piece: str) -> None:
    """Each of these takes the standard library's parser a time that grows with the square of the length."""
    assert len(tamed(piece * 30_000)) <= 4 * len(piece) * 30_000
    pieces_of(f"<p>甲</p>{piece * 30_000}")


def test_telling_a_page_does_not_go_back_and_forth() -> None:
    assert written_kind(b"<!--a-->" * 3_000 + b"<p>") == "html" and written_kind(b"<!--a-->" * 3_000 + b"x") == ""
