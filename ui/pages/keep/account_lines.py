"""What is told of an account in a line: how far it has come, and what comes due on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ui.look.wording import Words, amount, day
from workstation.casework.keeping.coming import coming_days
from workstation.casework.keeping.progress import STEPS, account_progress
from workstation.policy.keeping_rules import keeping_calendar

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.casework.keeping.accounts import KeptAccount
    from workstation.profile.account import Account

_MARKS: Final = {"done": "✓", "next": "○", "waiting": "…", "refused": "✕", "expired": "△", "later": "·"}


def progress_line(file: CaseFile, account: Account, words: Words) -> str:
    """Its steps with a mark each, or how it ended."""
    line = account_progress(file, account)
    if line.end is not None:
        return words.label("account_end", line.end.how)
    steps = zip(STEPS, line.states, strict=True)
    return "   ".join(f"{_MARKS[state]} {words.label('progress_step', step)}" for step, state in steps)


def coming_lines(file: CaseFile, kept: KeptAccount, words: Words) -> Iterator[str]:
    """What comes due on an account in the next days, and the review of its case once proofs are to be asked for."""
    rules = keeping_calendar()
    for one in coming_days(file, rules, rules.remind_days.value):
        if one.account is None or one.account.id == kept.account.id:
            what = words.label("coming_kind", one.kind)
            yield "○ " + "  ".join(filter(None, (day(one.on), what, amount(one.amount) if one.amount else "")))
