"""The four corners of a card on a picture, as a person writes them: ``12.5,8; 88,9; 87,92; 12,91``, in hundredths of the picture.

From the upper left corner of the card, clockwise as it is read; counted from the upper left corner of the picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

WHOLE: Final = 10_000
"""Parts into which corners divide width and height, as masks do."""
_POINT: Final = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?\s*[,，]\s*(\d{1,3})(?:\.(\d{1,2}))?")

Corner = tuple[int, int]
Corners = tuple[Corner, Corner, Corner, Corner]
UNCUT: Final[Corners] = ((0, 0), (WHOLE, 0), (WHOLE, WHOLE), (0, WHOLE))


def read_corners(text: str) -> Corners | None:
    """Four corners in parts of `WHOLE`; None where they are not four points of a picture that go round clockwise."""
    parts = [part.strip() for part in re.split("[;；]", text.strip()) if part.strip()]
    points = [_point(found) for part in parts if (found := _POINT.fullmatch(part))]
    if len(parts) != 4 or len(points) != 4 or any(not 0 <= one <= WHOLE for point in points for one in point):
        return None
    first, second, third, fourth = points
    return (first, second, third, fourth) if clockwise(points) else None


def written_corners(corners: Corners) -> str:
    """As a person writes them."""
    return "; ".join(f"{_percent(x)},{_percent(y)}" for x, y in corners)


def clockwise(points: Sequence[Corner]) -> bool:
    """Whether each corner turns to the right, so that the four enclose a card and none lies within the others."""
    return all(_turn(points[i], points[(i + 1) % 4], points[(i + 2) % 4]) > 0 for i in range(4))


def _turn(a: Corner, b: Corner, c: Corner) -> int:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _point(found: re.Match[str]) -> Corner:
    return int(found[1] + (found[2] or "").ljust(2, "0")), int(found[3] + (found[4] or "").ljust(2, "0"))


def _percent(part: int) -> str:
    return f"{part // 100}.{part % 100:02d}".rstrip("0").rstrip(".")
