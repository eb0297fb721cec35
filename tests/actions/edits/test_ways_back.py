"""Of every action of a person it is decided whether a key takes it back, or what else does."""

from __future__ import annotations

from collections import Counter

from tests.actions.edits.hand import EVERY_EDIT
from workstation.actions import roles
from workstation.actions.edits.edit import EDITS
from workstation.actions.edits.ways_back import WAYS_BACK

OF_PEOPLE = roles.WORKS | roles.SUPERVISES | roles.RECOVERS


def name_in_log(action: str) -> str:
    return ".".join(action.split(".")[-2:])


def test_every_action_is_an_edit_or_has_its_own_way_back() -> None:
    decided = Counter(name for group in WAYS_BACK.values() for name in group)
    decided.update(name for name in OF_PEOPLE if name_in_log(name) in EDITS)
    assert decided == Counter(OF_PEOPLE)


def test_no_two_actions_are_one_in_the_log_where_one_is_an_edit() -> None:
    names = Counter(map(name_in_log, OF_PEOPLE | roles.ANYBODY))
    assert [name for name in sorted(EDITS) if names[name] != 1] == []


def test_every_edit_is_taken_back_by_a_test() -> None:
    assert {action for action, _ in EVERY_EDIT.values()} == EDITS
