"""Typing that is not saved yet, and where a person was: kept aside, so that no page hears of it and no case counts as touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workstation.actions.desk import Desk
from workstation.casework.draft import Draft, WorkPlace, draft_id
from workstation.store.hurry import hurried

WAIT_MS: Final = 200
"""How long a keystroke waits for another window; the next second tries again."""


def typing_person(desk: Desk) -> str:
    """Whose typing it is: the person signed in, by id; on a desk that knows no people yet, by name."""
    return desk.user.id or desk.agent


def drafts_of(desk: Desk) -> tuple[Draft, ...]:
    """What the person at the desk typed and has not saved, what they typed before they had an id among it."""
    return tuple(one for key in {typing_person(desk), desk.agent} for one in desk.store.find(Draft, person=key))


def keep_drafts(desk: Desk, drafts: Sequence[Draft]) -> None:
    """Put typing on disk, synced. Raises `Refused`: desk_busy, desk_disk_full."""
    with hurried(desk.store, WAIT_MS), desk.store.transaction() as changes:
        desk.store.save_all(drafts)
        changes.clear()


def drop_drafts(desk: Desk, keys: Sequence[str]) -> None:
    """Forget what was saved or cleared; a power cut may bring it back, which harms nobody. Raises `Refused`: desk_busy."""
    with hurried(desk.store, WAIT_MS, synced=False), desk.store.transaction() as changes:
        there = [key for key in keys if desk.store.find(Draft, id=key)]
        desk.store.delete_all(Draft, there)
        changes.clear()


def keep_place(desk: Desk, place: str) -> None:
    """Remember where the person is. Raises `Refused`: desk_busy, desk_disk_full."""
    with hurried(desk.store, WAIT_MS), desk.store.transaction() as changes:
        desk.store.save(WorkPlace(typing_person(desk), place, desk.clock.now()))
        changes.clear()


def place_of(desk: Desk) -> str:
    """Where the person was last, or an empty text."""
    found = desk.store.find(WorkPlace, person=typing_person(desk))
    return found[0].place if found else ""


def rename_person(desk: Desk, before: str, after: str) -> None:
    """A person who takes another name takes their typing along. Run it inside the action that renames."""
    for draft in desk.store.find(Draft, person=before):
        desk.store.delete(Draft, draft.id)
        desk.store.save(replace(draft, id=draft_id(after, draft.case, draft.form), person=after))
