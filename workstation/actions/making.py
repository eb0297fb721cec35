"""A new desk, whole or not at all: its folder, its keys, its first person."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.desk_files import DATABASE, UNFINISHED
from workstation.actions.opening import count_opening, desk_over
from workstation.casework.settings import DeskSettings
from workstation.casework.user import ALONE, User
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.event_log import EventLog
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.store import keys
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.files import private_folder, sync_folder, write_whole
from workstation.store.keys import HEADER, STANDARD, Cost, Keys
from workstation.store.lock import locked
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.sharing.generation import LastKnown, write_opened
from workstation.store.storage_errors import FAILING, FULL, storage_failed, told
from workstation.store.store import Store


def create_desk(folder: Path, passphrase: str, settings: DeskSettings, clock: Clock, cost: Cost = STANDARD) -> Desk:
    """Make a desk in a folder. Raises `Refused` as `new_desk_keys` and `make_desk`."""
    keys.refuse_weak(passphrase, (settings.desk_name, settings.agent, folder.name))
    return make_desk(folder, new_desk_keys(passphrase, cost, settings.agent), settings, clock)


def new_desk_keys(passphrase: str, cost: Cost = STANDARD, person: str = "") -> tuple[Keys, bytes]:
    """Keys for a new desk and the header that guards them for its first person; half a second of work, on any thread.

    Raises `Refused`: passphrase_empty, passphrase_short, passphrase_weak, person_name_long.
    """
    return keys.new_keys(passphrase, cost, person)


def make_desk(
    folder: Path, guarded: tuple[Keys, bytes], settings: DeskSettings, clock: Clock, log: EventLog | None = None
) -> Desk:
    """Make a desk in a folder (made when missing). The header file comes last: without it there is no desk yet.

    Raises `Refused`: desk_exists, desk_folder_unusable, desk_busy, and `StorageFailed`, after which there is still no desk.
    """
    fresh, header = guarded
    _make_folder(folder)
    with told(), locked(folder, WAIT_SECONDS):
        _refuse_existing(folder)
        write_whole(folder / UNFINISHED, header)
        store = Store.create(folder / DATABASE, fresh.database, clock)
        try:
            store.add(settings)
            store.add(User(new_id(), fresh.person or settings.agent, ALONE, clock.today()))
            desk = desk_over(folder, fresh, store, clock, log)
            opened = count_opening(desk, LastKnown())
            (folder / UNFINISHED).replace(folder / HEADER)
            sync_folder(folder)
        except BaseException:
            with suppress(OSError, Refused):
                store.close()
                (folder / HEADER).replace(folder / UNFINISHED)
            raise
        with suppress(OSError, Refused):  # the desk stands; a header that is behind is mended by the next opening
            write_opened(folder, opened, desk.store.ledger.head)
        return desk


def _make_folder(folder: Path) -> None:
    try:
        private_folder(folder)
    except OSError as error:
        failed = storage_failed(error)
        if failed is not None and failed.findings[0].code in (FULL, FAILING):
            raise failed from error
        raise Refused(Finding("desk_folder_unusable", FieldRef.DESK_FOLDER, {"folder": str(folder)})) from error


def _refuse_existing(folder: Path) -> None:
    """A header still bearing its working name is a desk whose making was cut short: nobody worked at it, so begin anew."""
    if (folder / HEADER).exists():
        raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": HEADER}))
    if (folder / UNFINISHED).exists():
        for file in folder.glob(DATABASE + "*"):
            file.unlink()
    if (folder / DATABASE).exists():
        raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": DATABASE}))
