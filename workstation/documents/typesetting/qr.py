"""The squares of a QR code, for whoever draws them."""

from __future__ import annotations

import segno


def qr_squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark (True) and light squares, without the white margin that scanners want around them."""
    code = segno.make(text, error="l", micro=False, boost_error=False)
    return tuple(tuple(bool(one) for one in line) for line in code.matrix)
