"""Saving a form whose entity somebody else may have changed a moment ago."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk_session import DeskSession
from ui.form import Form
from ui.merging import CONFLICT
from workstation.errors import Finding, Refused


def save_form(
    session: DeskSession, form: Form, act: Callable[[], object], show: Callable[[tuple[Finding, ...]], object]
) -> bool:
    """Save by ``act``, which reads the form and its ``base`` anew each time; whether it was saved.

    What somebody else stored a moment ago is taken in first; where both changed a field, the form asks, and nothing typed is lost.
    """
    try:
        act()
    except Refused as refused:
        if all(finding.code != CONFLICT for finding in refused.findings):
            show(refused.findings)
            return False
        session.look()
        if form.conflicted:
            form.conflicts.focus_first()
            return False
        return _save_again(act, show)
    return True


def _save_again(act: Callable[[], object], show: Callable[[tuple[Finding, ...]], object]) -> bool:
    try:
        act()
    except Refused as refused:
        show(refused.findings)
        return False
    return True
