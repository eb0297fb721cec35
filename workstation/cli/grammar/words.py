"""What commands are made of: arguments by their names, with what argparse needs to know of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its names and its options for argparse; its help is the one of `argument_help`, if it brings none."""

    names: tuple[str, ...]
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """One command, ``words`` being one word, or a noun and a verb."""

    words: str
    help: str
    arguments: tuple[Argument, ...] = ()


def of(*names: str, **options: Any) -> Argument:
    """An argument by its names, with its options for argparse."""
    return Argument(names, options)


def text(*names: str, **options: Any) -> tuple[Argument, ...]:
    """Options that are empty unsaid."""
    return tuple(of(name, default="", **options) for name in names)


def texts(*names: str) -> tuple[Argument, ...]:
    """Options that leave a thing as it is when they are not named."""
    return tuple(of(name) for name in names)


OUT: Final = of("--out", required=True, metavar="FILE")
CASE: Final = of("case")
"""Said by many commands."""
