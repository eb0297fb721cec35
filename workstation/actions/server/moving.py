"""A desk moves from its folder to a server, and back: everything is copied, compared, and only then the old place is closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.desk_files import DATABASE, UNFINISHED, VAULT
from workstation.actions.upkeep import known_files
from workstation.errors import Damaged, Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.store.database import create_database
from workstation.store.files import private_folder, sync_folder, write_whole
from workstation.store.header import guarding
from workstation.store.keys import HEADER, Keys
from workstation.store.ledger.judging import judged
from workstation.store.server.address import ServerAddress, checked
from workstation.store.server.file import is_on_server, write_server
from workstation.store.server.moving import Held, compare, copy_all
from workstation.store.storage_errors import told
from workstation.store.store import Store
from workstation.store.vault import Vault

MOVED: Final = "moved-to-server"
"""The folder inside a desk's folder into which database and vault go once they are on a server."""
DATABASE_FILES: Final = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")
Seen = Callable[[str, int], None]
"""Hears of a kind of record, or ``vault``, and how many of it have come over; what it raises stops the move."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What came over, and was found the same on both sides; ``lacking``: files that records name and the old vault lacks."""

    place: Path
    rows: int
    entries: int
    files: int
    lacking: tuple[str, ...]


def move_to_server(desk: Desk, address: ServerAddress, password: str, seen: Seen = lambda what, count: None) -> Moved:
    """Move an embedded desk; it is closed afterwards, and its folder names the server. What was in it waits in `MOVED`.

    Nothing is closed before both sides are the same, by count and digest of every table and by the log. Begun again after it was
    stopped or cut off, it sends no file twice, and no row unless the desk was worked at meanwhile.
    Raises `Refused`: role_supervisor, move_there_already, move_others_open, move_differs, server_office_taken,
    server_extra_missing, and as `checked` and `ServerStore.connected`.
    """
    keys = _keys(desk)
    if is_on_server(desk.folder):
        raise Refused(Finding("move_there_already", FieldRef.DESK_SERVER))
    checked(address)
    try:
        from workstation.store.server.arriving import arrive
        from workstation.store.server.opening import connection
        from workstation.store.server.store import ServerStore
        from workstation.store.server.vault import ServerVault
    except ImportError as error:
        raise Refused(Finding("server_extra_missing", FieldRef.DESK_SERVER)) from error
    server = connection(desk.folder, address, password, keys.database)
    target, vault = ServerStore(server, desk.clock), ServerVault(desk.folder, server.twin(), keys.vault)
    try:
        files: Mapping[str, str] = known_files(desk.store)
        lacking = _bring(desk.vault, vault, files, seen)
        with desk.store.alone(keep=False):
            files, lacking = _last(desk.store, desk.vault, vault, files, lacking)
            held = arrive(desk.store, target, seen)
        write_server(desk.folder, address, password, keys.vault)
    finally:
        vault.close()
        target.close()
    desk.close()
    _put_aside(desk.folder)
    return Moved(desk.folder, held.rows, held.entries, len(files) - len(lacking), lacking)


def move_to_folder(desk: Desk, folder: Path, seen: Seen = lambda what, count: None) -> Moved:
    """Move a desk from its server into a new folder; nobody opens it on the server afterwards.

    A move that was stopped has not moved anything: the desk on the server stands. Begun again into the same folder it fetches no
    file twice.
    Raises `Refused`: role_supervisor, move_not_on_server, move_others_open, move_differs, desk_exists, desk_folder_unusable.
    """
    from workstation.store.server.store import ServerStore

    keys, source = _keys(desk), desk.store
    if not isinstance(source, ServerStore):
        raise Refused(Finding("move_not_on_server", FieldRef.DESK_SERVER))
    with told():
        _begun(folder, (desk.folder / HEADER).read_bytes())
    target, vault = (
        Store(create_database(folder / DATABASE, keys.database), desk.clock),
        Vault(folder / VAULT, keys.vault),
    )
    try:
        files: Mapping[str, str] = known_files(source)
        lacking = _bring(desk.vault, vault, files, seen)
        with source.alone(keep=True):
            files, lacking = _last(source, desk.vault, vault, files, lacking)
            with target.alone(keep=True):
                held = _copied(source, target, seen)
            with told():
                (folder / UNFINISHED).replace(folder / HEADER)
                sync_folder(folder)
            source.give_up()
    finally:
        target.close()
    desk.close()
    return Moved(folder, held.rows, held.entries, len(files) - len(lacking), lacking)


def new_place(folder: Path) -> None:
    """Make a folder, or take an empty one. Raises `Refused`: desk_exists, desk_folder_unusable."""
    try:
        private_folder(folder)
        taken = next(folder.iterdir(), None)
    except OSError as error:
        raise Refused(Finding("desk_folder_unusable", FieldRef.DESK_FOLDER, {"folder": str(folder)})) from error
    if taken is not None:
        raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": taken.name}))


def _begun(folder: Path, header: bytes) -> None:
    """A new place, or the one in which a move of this very desk was stopped: its files stay, its database begins again."""
    unfinished = folder / UNFINISHED
    if not (unfinished.exists() and guarding(unfinished.read_bytes()) == guarding(header)):
        new_place(folder)
    write_whole(unfinished, header)
    for name in DATABASE_FILES:
        (folder / name).unlink(missing_ok=True)


def _keys(desk: Desk) -> Keys:
    desk.entitle("supervises")
    if desk.others:
        people = ", ".join(one.person for one in desk.others)
        raise Refused(Finding("move_others_open", FieldRef.DESK_SERVER, {"people": people}))
    if desk.keys is None:
        raise Refused(Finding("desk_missing", FieldRef.DESK_FOLDER, {"folder": str(desk.folder)}))
    return desk.keys


def _copied(source: Store, target: Store, seen: Seen) -> Held:
    copy_all(source, target, seen)
    held = compare(source, target)
    if report := judged(target.ledger).findings:
        raise Refused(*report)
    return held


def _bring(source: Vault, target: Vault, files: Mapping[str, str], seen: Seen) -> tuple[str, ...]:
    """Send what is not there yet, and read everything back. Raises `Refused` as `Vault.check` finds."""
    lacking = []
    for count, (content, name) in enumerate(files.items(), 1):
        try:
            if not target.holds(content):
                target.receive(content, source.stream(content), name)
        except Damaged:
            lacking.append(content)
        seen("vault", count)
    refuse_if(target.check({content: name for content, name in files.items() if content not in lacking}))
    return tuple(lacking)


def _last(
    store: Store, source: Vault, target: Vault, files: Mapping[str, str], lacking: tuple[str, ...]
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The files that came since, now that nobody writes any more; answers all, and those that are lacking by name."""
    known = known_files(store)
    new = {content: name for content, name in known.items() if content not in files}
    lacking += _bring(source, target, new, lambda what, count: None)
    return known, tuple(known[content] for content in lacking if content in known)


def _put_aside(folder: Path) -> None:
    """Database and vault of a desk that went to a server: kept until a person removes them."""
    with told():
        place = folder / MOVED
        private_folder(place)
        for name in (*DATABASE_FILES, VAULT):
            if (folder / name).exists():
                (folder / name).replace(place / name)
        sync_folder(folder)
