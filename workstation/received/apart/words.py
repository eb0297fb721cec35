"""The word with which a bundled program starts itself as a reader."""

from __future__ import annotations

from typing import Final

BUNDLED_WORD: Final = "--reader"
"""In a bundled program there is no interpreter to start: it starts itself with this word and the handle of a channel."""
