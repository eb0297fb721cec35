"""The look of the papers as read from resources/theme/paper.toml, lengths brought to points (1/72 inch)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import Any, Final

import resources

MM: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Look:
    """Page lengths in points, type sizes in points, colours as RRGGBB, line weights in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float
    seal: float
    sizes: dict[str, float]
    colours: dict[str, str]
    hairline: float
    strong: float

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height between header and footer."""
        return self.height - self.top - self.bottom

    @property
    def is_wide(self) -> bool:
        """Whether pages lie on their long side."""
        return self.width > self.height

    def wide(self) -> Look:
        """The same on a sheet turned to its long side; the binding edge, at the left of a book, is then the top."""
        below_header = self.top - self.header
        return replace(
            self,
            width=self.height,
            height=self.width,
            left=self.right,
            top=self.left + below_header,
            header=self.left,
        )

    def size(self, name: str) -> float:
        """A type size by its role."""
        return self.sizes[name]


def load_look() -> Look:
    """Read the theme of the papers."""
    return _look(tomllib.loads(resources.path("theme", "paper.toml").read_text("utf-8")))


def _look(theme: dict[str, Any]) -> Look:
    page = {name: float(length) * MM for name, length in theme["page"].items()}
    sizes = {name: float(size) for name, size in theme["size"].items()}
    return Look(
        **page,
        seal=sizes.pop("seal") * MM,
        sizes=sizes,
        colours=dict(theme["colour"]),
        hairline=float(theme["weight"]["hairline"]),
        strong=float(theme["weight"]["strong"]),
    )
