"""Which command answers where no desk is asked for."""

from __future__ import annotations

import argparse

from workstation.cli.answers import Answer
from workstation.cli.deskless.handed_in import talk_check
from workstation.cli.deskless.program import program_answer
from workstation.cli.deskless.rules import pack_answer
from workstation.dates import Clock
from workstation.wording import Wording


def answer_without_desk(given: argparse.Namespace, wording: Wording, clock: Clock) -> Answer:
    """``pack``, ``program`` and ``talk``. Raises `Refused` as these do."""
    if given.command == "pack":
        return pack_answer(given, wording, clock.today())
    if given.command == "program":
        return program_answer(given)
    return talk_check(given, wording)
