"""From a simplified text to the traditional writing and the vocabulary of Taiwan; what OpenCC gets wrong stands in terms.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
Terms = dict[str, str]


@cache
def converter() -> Any:
    """Characters and the vocabulary of Taiwan."""
    import opencc

    return opencc.OpenCC("s2twp")


@cache
def terms(file: str = "terms.toml") -> Terms:
    """Corrections of the converter, the longest first."""
    found = tomllib.loads((HERE / file).read_text("utf-8"))["terms"]
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def converted(text: str) -> str:
    """A draft of a simplified text in the traditional writing of Taiwan."""
    return replaced(converter().convert(text), terms())


def replaced(text: str, said_there: Terms) -> str:
    """``text`` with each term put as it is said there, one after another."""
    for said, meant in said_there.items():
        text = text.replace(said, meant)
    return text
