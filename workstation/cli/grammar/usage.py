"""Refusals of command lines that argparse cannot read, in words of the catalogue: its own messages are English only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workstation.errors import Finding, Refused
from workstation.wording import LANGUAGES

_FAULTS: Final = tuple(
    (fault, re.compile(pattern, re.DOTALL))
    for fault, pattern in (
        ("required", r"the following arguments are required: (?P<names>.+)"),
        ("one_of", r"one of the arguments (?P<names>.+) is required"),
        ("unknown", r"unrecognized arguments: (?P<names>.+)"),
        ("ambiguous", r"ambiguous option: (?P<names>.+) could match (?P<more>.+)"),
        ("value_missing", r"argument (?P<names>.+): expected (?:one argument|at least one argument|\d+ arguments?)"),
        ("value_many", r"argument (?P<names>.+): (?:expected at most one argument|ignored explicit argument .+)"),
        ("choice", r"argument (?P<names>.+): invalid choice: (?P<value>.+) \(choose from (?P<more>.+)\)"),
        ("value", r"argument (?P<names>.+): invalid \w+ value: (?P<value>.+)"),
        ("together", r"argument (?P<names>.+): not allowed with argument (?P<more>.+)"),
    )
)
"""The messages with which argparse refuses what a person typed, of Python 3.11 to 3.14."""
_OPTION: Final = "--language"
_SHORTEST: Final = len("--la")
_QUOTED: Final = re.compile(r"'([^']*)'")


def usage_refused(command: str, message: str, usage: str) -> Refused:
    """The refusal (usage) of words at ``command``; figures: ``reason`` as argparse says it, ``usage_fault`` and ``names``."""
    fault, names = _understood(message)
    figures = {"reason": message, "usage_fault": fault, "names": names, "usage": usage.removeprefix("usage: ").strip()}
    return Refused(Finding("usage", command, figures))


def language_said(words: Sequence[str], usual: str) -> str:
    """The language that a command line asks for, known before it is understood; ``usual`` where it asks for none."""
    pairs = [
        (name, value or after) for (name, _, value), after in zip(map(_parted, words), (*words[1:], ""), strict=True)
    ]
    said = [value for name, value in pairs if len(name) >= _SHORTEST and _OPTION.startswith(name)]
    return next((one for one in said if one in LANGUAGES), usual)


def _parted(word: str) -> tuple[str, str, str]:
    return word.partition("=")


def _understood(message: str) -> tuple[str, str]:
    for fault, pattern in _FAULTS:
        if found := pattern.fullmatch(message):
            parts = found.groupdict()
            named = " ".join(filter(None, (parts["names"], _bare(parts.get("value")))))
            return fault, f"{named} ({_bare(parts['more'])})" if parts.get("more") else named
    return "other", message


def _bare(text: str | None) -> str:
    return _QUOTED.sub(r"\1", text or "")
