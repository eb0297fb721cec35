"""The commands of a desk on a server: what its administrator runs, the move there and back, further workstations."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.server import moving, seats
from workstation.actions.server.prepare import server_sql, upgrade_sql
from workstation.cli.answers import Answer
from workstation.cli.grammar.usage import usage_refused
from workstation.cli.passphrase import read_passphrase
from workstation.errors import Refused
from workstation.received.regular_file import whole
from workstation.store.server.address import ServerAddress
from workstation.wording import Wording

_LARGEST: Final = 1 << 20
"""Bytes of a file of certificates."""


def write_sql(given: argparse.Namespace) -> Answer:
    """Write what the administrator of a server runs; opens no desk and connects to nothing."""
    if given.upgrade:
        write_output(Path(given.file), upgrade_sql().encode())
        return {"file": given.file}
    if not given.office or not given.login:
        raise _needed("desk server-sql", "--office, --login | --upgrade")
    write_output(Path(given.file), server_sql(given.office, given.login, further=given.further).encode())
    return {"file": given.file, "office": given.office, "logins": given.login}


def move(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Move the desk to a server, or from there into a new folder."""
    if given.to_folder:
        return _moved(moving.move_to_folder(desk, Path(given.to_folder)))
    if not given.host or not given.server_password_file:
        raise _needed("desk move", "--to-folder | --host, --server-password-file")
    authority = whole(Path(given.authority), _LARGEST).decode("ascii", "replace") if given.authority else ""
    address = ServerAddress(given.host, given.port, given.database, given.login, given.office, authority)
    return _moved(moving.move_to_server(desk, address, read_passphrase(Path(given.server_password_file))))


def seat(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Write the folder by which another workstation opens the desk."""
    login = None
    if given.login:
        login = seats.Login(given.login, read_passphrase(Path(given.server_password_file)))
    address = seats.write_seat(desk, Path(given.new_folder), login)
    return {"desk": given.new_folder, **_json(address)}


def of_desk(desk: Desk) -> dict[str, Any]:
    """Where records lie, for those who read JSON; nothing for a desk in a folder."""
    return _json(seats.server_of(desk))


def _json(address: ServerAddress | None) -> dict[str, Any]:
    if address is None:
        return {}
    return {"server": {name: value for name, value in asdict(address).items() if name != "authority"}}


def _needed(command: str, names: str) -> Refused:
    return usage_refused(command, f"the following arguments are required: {names}", f"workstation {command} … {names}")


def _moved(moved: moving.Moved) -> Answer:
    return {
        "desk": str(moved.place),
        "records": moved.rows,
        "log_entries": moved.entries,
        "files": moved.files,
        "files_lacking": list(moved.lacking),
    }
