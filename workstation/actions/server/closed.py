"""A desk that nobody works at, moved to a server or back, and a further seat at one: for whoever stands at the door.

Everything here works on any thread and opens no window; passwords come in as they are typed and go sealed into the new folder.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from workstation.actions.opening import open_desk
from workstation.actions.server.moving import Moved, Seen, move_to_folder, move_to_server, new_place
from workstation.dates import Clock
from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.received.regular_file import whole
from workstation.store.backup.recovery_words import open_by
from workstation.store.files import write_whole
from workstation.store.keys import HEADER, Keys
from workstation.store.server.address import ServerAddress, checked
from workstation.store.server.file import AUTHORITY, SERVER, is_on_server, read_server, shown_address, write_server
from workstation.store.storage_errors import told

_LARGEST: Final = 1 << 20
"""Bytes of a file of certificates."""


def move_out(
    folder: Path, passphrase: str, person: str, clock: Clock, address: ServerAddress, password: str, seen: Seen
) -> Moved:
    """Open a desk in a folder and move it to a server; refusals as in `open_desk` and `move_to_server`."""
    desk = open_desk(folder, passphrase, clock, person=person)
    try:
        return move_to_server(desk, address, password, seen)
    finally:
        desk.close()


def move_home(folder: Path, passphrase: str, person: str, clock: Clock, new: Path, seen: Seen) -> Moved:
    """Open a desk at its server and move it into a new folder; refusals as in `open_desk` and `move_to_folder`."""
    desk = open_desk(folder, passphrase, clock, person=person)
    try:
        return move_to_folder(desk, new, seen)
    finally:
        desk.close()


def join(source: Path, passphrase: str, person: str, new: Path, address: ServerAddress, password: str) -> None:
    """Make the folder of a further seat from the key file of another, once the server has let it in.

    ``source``: a folder with a key file, such as `seats.write_seat` writes onto a stick; without a ``password`` that of its login
    is taken. Raises `Refused`: passphrase_wrong …, desk_exists, server_file_damaged, and as `ServerStore.connected`.
    """
    with told():
        found = open_by(source, passphrase, person)
        if not password and is_on_server(source):
            known, password = read_server(source, found.vault)
            address = replace(address, login=known.login)
        new_place(new)
        try:
            write_server(new, address, password, found.vault)
            write_whole(new / HEADER, (source / HEADER).read_bytes())
            _let_in(new, found)
        except BaseException:
            for name in (SERVER, AUTHORITY, HEADER):
                with suppress(OSError):
                    (new / name).unlink(missing_ok=True)
            raise


def address_in(folder: Path) -> ServerAddress | None:
    """The address that a seat's folder names in clear; None where it names none, or its file is damaged."""
    try:
        return shown_address(folder) if is_on_server(folder) else None
    except Refused:
        return None


def typed_address(
    folder: Path, authority: str, port: int, host: str, database: str, login: str, office: str
) -> ServerAddress:
    """What a person typed as an address. ``authority``: a file of certificates; without one a seat that names this very host in its
    ``folder`` keeps its own. Raises `Refused` as `checked` and `regular_file.whole`.
    """
    text = whole(Path(authority), _LARGEST).decode("ascii", "replace") if authority else ""
    known = address_in(folder)
    if not text and known is not None and known.host == host:
        text = known.authority
    return checked(ServerAddress(host, port, database, login, office, text))


def _let_in(new: Path, found: Keys) -> None:
    try:
        from workstation.store.server.opening import connection
        from workstation.store.server.store import ServerStore
    except ImportError as error:
        raise Refused(Finding("server_extra_missing", FieldRef.DESK_SERVER)) from error
    address, password = read_server(new, found.vault)
    store = ServerStore(connection(new, address, password, found.database))
    try:
        store.prove()
    except StorageFailed as failed:
        if failed.findings[0].code != "server_older":  # it is brought up when it is opened
            raise
    finally:
        store.close()
