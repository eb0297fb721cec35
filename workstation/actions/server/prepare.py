"""What the administrator of a server runs once, and for each office: the program itself never has such rights."""

from __future__ import annotations

from collections.abc import Sequence

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.server.address import is_role
from workstation.store.server.schema import office_added, prepared, widened


def server_sql(office: str, logins: Sequence[str], *, further: bool = False) -> str:
    """The SQL for ``psql``, in the database meant for it: tables and roles (not for a ``further`` office), office, logins.

    Raises `Refused` (server_address_odd) for names that are none.
    """
    for part, name in (("office", office), *(("login", login) for login in logins)):
        if not is_role(name):
            raise Refused(Finding("server_address_odd", FieldRef.DESK_SERVER, {"part": part, "value": name}))
    return ("" if further else prepared()) + office_added(office, tuple(logins))


def upgrade_sql() -> str:
    """The SQL for ``psql`` that readies a prepared server for this program, once for all its offices; older programs work on."""
    return widened()
