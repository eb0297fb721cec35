"""Many things as a sentence names them: the first of them, and a sign that there are more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_NAMED: Final = 12


def listed_pages(pages: Sequence[int]) -> str:
    """Numbers of pages."""
    return ", ".join(map(str, pages[:_NAMED])) + ("…" if len(pages) > _NAMED else "")
