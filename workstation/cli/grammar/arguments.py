"""What is asked of the words of a command line before any command sees them: text, no empty names, no names too long for a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from workstation.errors import Finding, Refused, refuse_if

MOST_PROCESSES: Final = 64
"""More than any desk's machine has; each is a whole interpreter."""
MOST_NAME: Final = 255
"""Bytes that a name has at most on the file systems of Linux, macOS and Windows (there: characters)."""
_PATHS: Final = frozenset(
    {
        "file",
        "values",
        "mapping",
        "rejects",
        "out",
        "out_dir",
        "desk",
        "passphrase_file",
        "new_passphrase_file",
        "recipient",
        "password_file",
        "case_file",
    }
)
MAY_BE_EMPTY: Final = frozenset(
    {
        "--note",
        "--phone",
        "--address",
        "--query",
        "--repay",
        "--object-to",
        "--issuer",
        "--document-number",
        "--password",
    }
)
"""Options of which an empty text means that there is none, or clears what was kept."""
_SHOWN: Final = 40


def refuse_unreadable(words: Sequence[str]) -> None:
    """Refuse what is no text: bytes that are not UTF-8, and NUL. Raises `Refused` (argument_not_text)."""
    refuse_if(
        Finding("argument_not_text", f"argument {number}", {"number": str(number), "text": _readable(word)})
        for number, word in enumerate(words, 1)
        if not _is_text(word)
    )


def refuse_long_names(given: object) -> None:
    """Refuse paths with a name that no file can have. Raises `Refused` (argument_too_long)."""
    named = {key: value for key, value in vars(given).items() if key in _PATHS and isinstance(value, str)}
    refuse_if(
        Finding("argument_too_long", key, {"text": part[:_SHOWN], "most": str(MOST_NAME)})
        for key, path in named.items()
        for part in PurePath(path).parts
        if len(part.encode("utf-8", "surrogatepass")) > MOST_NAME
    )


def whole_number(option: str, text: str, least: int, most: int) -> int:
    """A whole number within limits. Raises `Refused` (argument_number)."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) else least - 1
    if not least <= number <= most:
        figures = {"argument": option, "text": text[:_SHOWN], "least": str(least), "most": str(most)}
        raise Refused(Finding("argument_number", option, figures))
    return number


def fitting_name(name: str, ending: str) -> str:
    """``name`` with an ending, cut so that a file can have it; no character is cut apart."""
    room = MOST_NAME - len(os.fsencode(ending))
    return os.fsencode(name)[:room].decode("utf-8", "ignore") + ending


def _is_text(word: str) -> bool:
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in word


def _readable(word: str) -> str:
    return word[:_SHOWN].encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
