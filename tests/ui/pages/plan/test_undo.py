"""Steps between drafts of a trial, as Ctrl+Z and Ctrl+Y walk along them."""

from __future__ import annotations

import pytest

from ui.pages.plan.undo import Draft, DraftHistory

NOTED = [("rate", "1"), ("rate", "12"), ("", ""), ("rate", "13"), ("count", "6")]
"""Field and text of every edit in order; an empty field is a rest. The first two are one step."""


def made() -> tuple[DraftHistory, list[str]]:
    shown: list[str] = []
    history = DraftHistory(lambda draft: shown.append(draft.typed[0][1]))
    history.begin("a", Draft((("", "0"),)))
    for key, text in NOTED:
        history.note("a", Draft(((key, text),)), key) if key else history.rest()
    return history, shown


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("z", ["13"]),
        ("zzz", ["13", "12", "0"]),
        ("zzzz", ["13", "12", "0"]),
        ("zzyyy", ["13", "12", "13", "6"]),
        ("y", []),
    ],
)
def test_steps_are_walked_back_and_forth(keys, expected) -> None:
    history, shown = made()
    moved = [(history.undo if key == "z" else history.redo)("a") for key in keys]
    assert shown == expected and moved.count(True) == len(expected)


def test_an_edit_after_going_back_ends_what_was_undone() -> None:
    history, shown = made()
    history.undo("a")
    history.shown("a", Draft((("rate", "13"),)))
    history.note("a", Draft((("rate", "20"),)), "rate")
    assert not history.redo("a")
    assert history.undo("a") and shown[-1] == "13"


def test_accounts_have_steps_of_their_own() -> None:
    history, shown = made()
    history.begin("b", Draft((("", "5"),)))
    assert not history.undo("b") and not history.undo("c") and shown == []
    assert history.undo("a")
