"""Saving a form whose entity somebody else may have changed a moment ago, at a person's word or by itself."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk_session import DeskSession
from ui.form import Form
from ui.merging import CONFLICT
from workstation.errors import Finding, Refused

Show = Callable[[tuple[Finding, ...]], object]
"""What is done with the findings of a save that was refused."""


def save_form(session: DeskSession, form: Form, act: Callable[[], object], show: Show, *, quiet: bool = False) -> bool:
    """Save by ``act``, which reads the form and its ``base`` anew each time; whether it was saved.

    What somebody else stored a moment ago is taken in first; where both changed a field, the form asks, and nothing typed is lost.
    ``quiet``: the cursor stays where it is.
    """
    try:
        act()
    except Refused as refused:
        if all(finding.code != CONFLICT for finding in refused.findings):
            show(refused.findings)
            return False
        session.look()
        if not form.conflicted:
            return _save_again(act, show)
        if quiet:
            show(refused.findings)
        else:
            form.conflicts.focus_first()
        return False
    return True


def save_quietly(form: Form, save: Callable[[Show], bool]) -> tuple[Finding, ...]:
    """Have a form save itself while a person may be typing in it; answers why it could not.

    Where a field waits for a choice, typing came back from the journal, or something cannot be read, nothing is tried.
    """
    if form.conflicted:
        return (Finding("save_undecided", form.area),)
    if form.restored:
        return (Finding("save_restored", form.area),)
    if unread := form.unread():
        return unread
    told: list[Finding] = []
    return () if save(told.extend) else tuple(told) or (Finding("save_unread", form.area),)


def _save_again(act: Callable[[], object], show: Show) -> bool:
    try:
        act()
    except Refused as refused:
        show(refused.findings)
        return False
    return True
