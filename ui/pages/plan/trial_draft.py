"""A trial of terms between its fields, its value and the journal of drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit

from ui.form import Form
from ui.pages.plan.undo import Draft
from workstation.money import Money
from workstation.plan.schedule.terms import FixedPayment, Step


def typed_fields(form: Form) -> tuple[tuple[str, str], ...]:
    """What stands in the fields, as typed."""
    return tuple((key, str(_typed(field.editor))) for key, field in form.fields.items())


def fill_fields(form: Form, typed: tuple[tuple[str, str], ...]) -> None:
    """Put back what `typed_fields` answered."""
    for key, text in typed:
        editor = form.fields[key].editor
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        else:
            editor.load(text)
        form.fields[key].clear_message()


def journalled(draft: Draft) -> dict[str, Any]:
    """A trial as plain values."""
    return {
        "typed": [list(pair) for pair in draft.typed],
        "leads": draft.leads,
        "fixed": [[one.no, *_plain(one.amount)] for one in draft.fixed],
        "further": [[one.start, *(_plain(one.amount) if one.amount is not None else ())] for one in draft.further],
    }


def from_journal(state: Mapping[str, Any]) -> Draft:
    """The trial of plain values."""
    return Draft(
        tuple((key, text) for key, text in state["typed"]),
        state["leads"],
        tuple(FixedPayment(no, Money(*amount)) for no, *amount in state["fixed"]),
        tuple(Step(start, Money(*amount) if amount else None) for start, *amount in state["further"]),
    )


def _plain(money: Money) -> tuple[int, str]:
    return money.minor, money.currency


def _typed(editor: Any) -> object:
    return editor.text() if isinstance(editor, QLineEdit) else editor.raw()
