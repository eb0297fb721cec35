"""A line of the contents reads as title, blank, number: what copies or reads it aloud must not make one word of both."""

from __future__ import annotations

import pytest

from workstation.documents.typesetting.blocks import Contents
from workstation.documents.typesetting.set.text import set_contents
from workstation.documents.typesetting.strips import Run


@pytest.mark.parametrize("level", [0, 1])
@pytest.mark.parametrize("title", ["证据目录", "Evidence index", "Exhibit 1, certificate of 2026 " * 6])
def test_a_blank_parts_title_and_number(context, title, level):
    strips = list(set_contents(Contents(((title.strip(), 12, level),)), context))
    runs = [one for one in strips[-1].ink if isinstance(one, Run)]
    assert "".join(one.text for one in runs).endswith(" 12") and not runs[0].text.endswith(" ")
    assert runs[-1].x > runs[0].x
