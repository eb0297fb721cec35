"""What the guide explains, heading by heading, so that somebody who looks for a word is led to the place that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ui.pages.help.places import NEWS, chapters, guide

_KEYS: Final = re.compile(r"\s*[（(](?:Ctrl|F\d).*[）)]$")
"""The keys that a title names stand on the page itself."""
_MARKS: Final = re.compile(r"[*`|#]+|\]\([^)]*\)|!?\[")


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of a page of the guide: ``heading`` is its number there, the title being 0, ``text`` what stands under it."""

    page: str
    page_title: str
    heading: int
    title: str
    text: str


def topics(language: str) -> tuple[Topic, ...]:
    """Every heading of the guide in the order of its index; what each version changed is no topic."""
    folder = guide(language)
    return tuple(
        topic
        for name, title in chapters(language)
        if name != NEWS
        for topic in _of_page(name, without_keys(title), (folder / f"{name}.md").read_text("utf-8"))
    )


def without_keys(title: str) -> str:
    """A title of the guide without the keys behind it: ``方案（Ctrl+4）`` → ``方案``."""
    return _KEYS.sub("", title)


def _of_page(name: str, page_title: str, text: str) -> Iterator[Topic]:
    parts = re.split(r"^#+ ", text, flags=re.MULTILINE)[1:]
    for number, part in enumerate(parts):
        title, _, body = part.partition("\n")
        yield Topic(name, page_title, number, without_keys(_MARKS.sub("", title.strip())), _MARKS.sub("", body))
