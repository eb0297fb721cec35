"""The wording check on a text from the command line; it needs no desk."""

from __future__ import annotations

import argparse
from typing import Final

from workstation.cli.answers import Answer
from workstation.cli.calc import read_source
from workstation.conversation.wording_check import finding_of, marks
from workstation.policy.rules import label
from workstation.received.tables.text_file import decoded
from workstation.wording import Wording

MOST_BYTES: Final = 1 << 20
"""A note or a letter; a book is not judged."""


def check(given: argparse.Namespace, wording: Wording) -> Answer:
    """What in the text of a file (``-``: standard input) has no place in a note or letter. Raises `Refused` for what is no text."""
    text = decoded(read_source(given.file, MOST_BYTES), given.file)[0]
    found = [
        {
            "start": mark.start,
            "end": mark.end,
            "words": mark.word,
            "kind": mark.phrase.kind,
            "severe": mark.severe,
            "instead": label(mark.phrase.instead, wording.language),
            "message": wording.finding(finding_of(mark, "")),
        }
        for mark in marks((), text)
    ]
    return {"file": given.file, "severe": any(one["severe"] for one in found), "marks": found}
