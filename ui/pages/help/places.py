"""Which part of the guide speaks of which page of the window: the file, and the number of its heading, the title being 0."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from resources import path

PLACES: Final[Mapping[str, tuple[str, int]]] = MappingProxyType(
    {
        "today": ("start", 6), "cases": ("start", 3), "entry": ("start", 1),
        "profile": ("case", 1), "conversation": ("case", 1), "evidence": ("case", 2), "plan": ("case", 4),
        "application": ("case", 5), "timeline": ("case", 6), "contacts": ("case", 1), "grants": ("case", 4),
        "bank_forms": ("bank-forms", 0),
        "keep": ("keeping", 0), "registers": ("keeping", 6),
        "print_queue": ("papers", 4), "check_packet": ("papers", 6),
        "imports": ("import", 0), "due_days": ("import", 1), "take_in": ("bundles", 3), "hand_over": ("bundles", 2),
        "settings": ("settings", 0), "restore_case": ("settings", 1), "banks": ("settings", 3), "rules": ("settings", 6),
    }
)  # fmt: skip
FIRST: Final = ("README", 0)
KEYBOARD: Final = ("keyboard", 0)
NEWS: Final = "news"


def guide(language: str) -> Path:
    """The folder of the guide in a language; for every other kind of Chinese that in Simplified Chinese."""
    return path("guide", next((one for one in ("zh-Hant", "zh") if language.startswith(one)), "en"))


def chapters(language: str) -> tuple[tuple[str, str], ...]:
    """Name and title of each page, in the order of its index."""
    folder = guide(language)
    index = (folder / "README.md").read_text("utf-8")
    names = [part.partition(".md)")[0] for part in index.split("](")[1:] if ".md)" in part]
    return tuple((name, title_of(folder / f"{name}.md")) for name in ("README", *names))


def title_of(page: Path) -> str:
    """The first heading of a page."""
    return page.read_text("utf-8").partition("\n")[0].removeprefix("# ")
