"""Further workstations of a desk on a server: the two small files that one needs, carried there on a stick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.server.moving import new_place
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.files import write_whole
from workstation.store.keys import HEADER
from workstation.store.server.address import ServerAddress
from workstation.store.server.file import is_on_server, read_server, write_server
from workstation.store.storage_errors import told


@dataclass(frozen=True, slots=True)
class Login:
    """How a workstation signs in at the server."""

    name: str
    password: str


def server_of(desk: Desk) -> ServerAddress | None:
    """The server of a desk; None for one in a folder."""
    if desk.keys is None or not is_on_server(desk.folder):
        return None
    return read_server(desk.folder, desk.keys.vault)[0]


def write_seat(desk: Desk, folder: Path, login: Login | None = None) -> ServerAddress:
    """Write a folder by which another workstation opens this desk, with a login of its own or with this one's.

    The people are those of this folder's key file as it is now. Raises `Refused`: role_supervisor, move_not_on_server, desk_exists.
    """
    desk.entitle("supervises")
    if desk.keys is None or not is_on_server(desk.folder):
        raise Refused(Finding("move_not_on_server", FieldRef.DESK_SERVER))
    address, password = read_server(desk.folder, desk.keys.vault)
    if login is not None:
        address, password = replace(address, login=login.name), login.password
    new_place(folder)
    with told():
        write_server(folder, address, password, desk.keys.vault)
        write_whole(folder / HEADER, (desk.folder / HEADER).read_bytes())
    return address
