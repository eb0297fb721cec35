"""What of an OFD could not be drawn as it was meant: nothing on a page is left off without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

NoteKind = Literal[
    "ofd_objects_left_out",
    "ofd_pictures_left_out",
    "ofd_seals_left_out",
    "ofd_clips_left_out",
    "ofd_colours_simplified",
    "ofd_fonts_unreadable",
    "ofd_glyphs_missing",
    "ofd_places_guessed",
    "ofd_parts_missing",
    "ofd_page_empty",
]
"""Objects of an unknown kind or with unreadable figures; pictures and seals that are not shown; edges of objects that are not cut;
gradients and patterns drawn in one colour; embedded fonts replaced by ours; characters that no font holds; text without places of
its own; parts that the file refers to and does not hold; pages that show nothing although there is something on them.
"""
_MOST: Final = 20  # things of one kind that are remembered


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of loss: the pages (from 1) on which it happened, and what was lost, as the file names it."""

    kind: NoteKind
    pages: tuple[int, ...]
    what: tuple[str, ...]


class Notes:
    """Collects losses while pages are drawn; ``page`` is the one that is being drawn, from 1; 0 before any."""

    def __init__(self) -> None:
        self.page = 0
        self._found: dict[NoteKind, tuple[dict[int, None], dict[str, None]]] = {}

    def add(self, kind: NoteKind, what: str = "") -> None:
        """Remember a loss on the present page."""
        pages, things = self._found.setdefault(kind, ({}, {}))
        if self.page:
            pages[self.page] = None
        if what and len(things) < _MOST:
            things[what[:60]] = None

    def found(self) -> tuple[Note, ...]:
        """All losses, one entry a kind."""
        return tuple(Note(kind, tuple(pages), tuple(things)) for kind, (pages, things) in sorted(self._found.items()))
