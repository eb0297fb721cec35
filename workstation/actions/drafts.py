"""Typing that is not saved yet, and where a person was: kept aside, so that no page hears of it and no case counts as touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from workstation.actions.desk import Desk
from workstation.casework.draft import Draft, WorkPlace, draft_id
from workstation.errors import StorageFailed
from workstation.store.server.file import is_on_server
from workstation.store.server.typed import SeatTyping
from workstation.store.storage_errors import told

WAIT_MS: Final = 200
"""How long a keystroke waits for another window; the next second tries again."""


def typing_person(desk: Desk) -> str:
    """Whose typing it is: the person signed in, by id; on a desk that knows no people yet, by name."""
    return desk.user.id or desk.agent


def drafts_of(desk: Desk) -> tuple[Draft, ...]:
    """What the person at the desk typed and has not saved, what they typed before they had an id among it."""
    people = {typing_person(desk), desk.agent}
    stored = [one for key in people for one in desk.store.find(Draft, person=key)]
    here = _seat(desk)
    return tuple(_newest(stored, [one for one in here.drafts() if one.person in people] if here else ()))


def keep_drafts(desk: Desk, drafts: Sequence[Draft]) -> None:
    """Put typing on disk, synced; while the server of a desk cannot be reached, on that of this machine.

    Raises `Refused`: desk_busy, desk_disk_full.
    """
    if not desk.store.is_lost:
        try:
            desk.store.keep_typed(drafts, WAIT_MS)
            return
        except StorageFailed:
            if not desk.store.is_lost:
                raise
    here = _seat(desk)
    if here is not None:
        with told():
            here.keep(drafts)


def bring_typing(desk: Desk) -> None:
    """Give the server what was typed while it could not be reached. Raises `Refused` as `keep_drafts`."""
    here = _seat(desk)
    waiting = here.drafts() if here else ()
    if here is None or not waiting or desk.store.is_lost:
        return
    stored = {one.id: one for one in desk.store.get_many(Draft, [one.id for one in waiting])}
    desk.store.keep_typed([one for one in waiting if one.id not in stored or stored[one.id].at < one.at], WAIT_MS)
    with told():
        here.drop([one.id for one in waiting])


def drop_drafts(desk: Desk, keys: Sequence[str]) -> None:
    """Forget what was saved or cleared; a power cut may bring it back, which harms nobody. Raises `Refused`: desk_busy."""
    desk.store.drop_typed(Draft, keys, WAIT_MS)
    if (here := _seat(desk)) is not None:
        with told():
            here.drop(keys)


def _seat(desk: Desk) -> SeatTyping | None:
    return SeatTyping(desk.folder, desk.store.key) if is_on_server(desk.folder) else None


def _newest(stored: Sequence[Draft], here: Sequence[Draft]) -> Iterable[Draft]:
    found = {one.id: one for one in stored}
    for one in here:
        if one.id not in found or found[one.id].at < one.at:
            found[one.id] = one
    return found.values()


def keep_place(desk: Desk, place: str) -> None:
    """Remember where the person is. Raises `Refused`: desk_busy, desk_disk_full."""
    desk.store.keep_typed([WorkPlace(typing_person(desk), place, desk.clock.now())], WAIT_MS)


def place_of(desk: Desk) -> str:
    """Where the person was last, or an empty text."""
    found = desk.store.find(WorkPlace, person=typing_person(desk))
    return found[0].place if found else ""


def rename_person(desk: Desk, before: str, after: str) -> None:
    """A person who takes another name takes their typing along. Run it inside the action that renames."""
    for draft in desk.store.find(Draft, person=before):
        desk.store.delete(Draft, draft.id)
        desk.store.save(replace(draft, id=draft_id(after, draft.case, draft.form), person=after))
