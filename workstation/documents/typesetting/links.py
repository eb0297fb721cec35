"""Where on a page its words name another place of the document, so that a click on them leads there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.strips import Run

Corners = tuple[float, float, float, float]
"""Left, low, right, high."""


class PageLinks:
    """``links``: words → anchor. Of words that hold others the longer ones count; they are found within one line."""

    def __init__(self, links: Mapping[str, str], fonts: Fonts) -> None:
        self._links, self._fonts = links, fonts
        longest_first = sorted(links, key=lambda said: (-len(said), said))
        # A page number is found whole: page 1 is not the head of page 17.
        self._words = re.compile("|".join(f"{re.escape(said)}(?![0-9])" for said in longest_first)) if links else None

    def lead(self, texts: Iterable[str]) -> bool:
        """Whether any of some texts may hold words that lead somewhere."""
        return self._words is not None and self._words.search("\n".join(texts)) is not None

    def of(self, runs: Iterable[tuple[float, float, Run]]) -> Iterator[tuple[str, Corners]]:
        """Anchor and corners of all words on a page that lead somewhere; ``runs`` with their origins."""
        for x, y, run in runs:
            for found in self._words.finditer(run.text) if self._words else ():
                left = x + self._wide(run.text[: found.start()], run)
                yield self._links[found[0]], (left, y - run.size * 0.25, left + self._wide(found[0], run), y + run.size)

    def _wide(self, text: str, run: Run) -> float:
        return self._fonts.width(text, run.face, run.size) + run.spacing * len(text)
