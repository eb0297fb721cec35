"""The installation guides name what stands in the window, in both languages."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tests.source_tree import ROOT

_MARKS = re.compile(r"\(&\w\)|[&…]")


def _words(kind: str) -> set[str]:
    texts = ElementTree.parse(ROOT / "resources" / "translations" / "zh_CN.ts").iter(kind)
    return {_MARKS.sub("", text.text or "").strip() for text in texts}


@pytest.mark.parametrize(
    ("guide", "way", "between", "kind"),
    [
        ("install.zh.md", r"“?(设置 › [^”）]+)", " › ", "translation"),
        ("install.en.md", r"\*(Settings, [^*]+)\*", ", ", "source"),
    ],
)
def test_every_way_through_the_settings_is_one(guide, way, between, kind) -> None:
    ways = re.findall(way, (ROOT / "docs" / guide).read_text("utf-8"))
    named = {_MARKS.sub("", part) for one in ways for part in one.split(between)}
    assert len(ways) == 4
    assert named - _words(kind) == set()
