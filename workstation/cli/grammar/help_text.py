"""What `-h` says, in English or in Chinese: headings, sentences and lines no wider than the terminal."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final
from unicodedata import east_asian_width

import resources
from workstation.cli.grammar.usage import language_said

_ENGLISH: Final = "en"
_LOCALES: Final = (
    ("zh_TW", "zh-Hant"),
    ("zh_HK", "zh-Hant"),
    ("zh_MO", "zh-Hant"),
    ("zh-Hant", "zh-Hant"),
    ("zh", "zh-Hans"),
)
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set counts, as for every other program."""
_PIECE: Final = re.compile(r"[!-~]+|\s+|[^\s!-~][，。；：、！？）》”…]*")
"""What a line is not broken in: words of ASCII, and a Chinese sign with the marks that close it."""


def help_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language in which a command line is helped: the one that it names, else Chinese where the environment speaks it."""
    said = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    spoken = next((language for begins, language in _LOCALES if said.startswith(begins)), _ENGLISH)
    return language_said(words, spoken)


@cache
def _texts(language: str) -> Mapping[str, str]:
    if language == _ENGLISH:
        return {}
    return tomllib.loads(resources.path("commands", f"{language}.toml").read_text("utf-8"))


def formatter(language: str) -> Any:
    """What argparse makes its help with, in a language."""
    return partial(_Help, language)


class _Help(argparse.HelpFormatter):
    """English is laid out by argparse itself; a sentence that nobody put into Chinese stays English."""

    def __init__(self, language: str, prog: str) -> None:
        super().__init__(prog)
        self._texts = _texts(language)

    def _get_help_string(self, action: argparse.Action) -> str:
        return self._said(action.help or "").replace("%", "%%")  # argparse would fill in figures, of which we have none

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or self._texts.get("usage: "))

    def start_section(self, heading: str | None) -> None:
        super().start_section(self._said(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        super().add_text(self._said(text) if text else text)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return lines(text, width) if self._texts else super()._split_lines(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if not self._texts:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + one for one in lines(text, width - len(indent)))

    def _said(self, text: str) -> str:
        return self._texts.get(text, text)


def lines(text: str, width: int) -> list[str]:
    """A text in lines of at most ``width`` columns, of which a Chinese sign takes two; a longer word has a line of its own."""
    made, line = [], ""
    for piece in _PIECE.findall(text):
        if line.strip() and columns(line) + columns(piece.rstrip()) > width:
            made.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return [*made, line.rstrip()] if line.strip() else made


def columns(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)
