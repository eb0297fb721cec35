"""How many pages of a PDF are read; apart, since whoever asks for pages in the window loads no reader of them."""

from __future__ import annotations

from typing import Final

MAX_PAGES: Final = 5_000
"""A bound court file has some hundreds; ten times that is a mistake or an attack on whoever draws the pages."""
