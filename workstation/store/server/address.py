"""The one address that a desk speaks to, and what a connection to it must be like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

_PORTS: Final = range(1, 65536)
_NAME: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_ROLE: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
LOCAL: Final = "localhost"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """``host``: an address, a name, or the folder of a socket of this machine. ``office``: the role in whose name rows are kept.

    ``authority``: the certificates, PEM, that vouch for the server's; off this machine there is no connection without.
    """

    host: str
    port: int
    database: str
    login: str
    office: str
    authority: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it cannot leave this machine."""
        return is_here(self.host)


def is_here(host: str) -> bool:
    """Whether an address is this machine's own: the loopback, or a socket in a folder. A name is none, but for localhost."""
    if host.startswith("/") or host == LOCAL:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def checked(address: ServerAddress) -> ServerAddress:
    """The address, if it is one. Raises `Refused`: server_address_odd, server_tls_needed (off this machine, without authority)."""
    for name, value, good in (
        ("host", address.host, address.host.startswith("/") or _is_host(address.host)),
        ("port", str(address.port), address.port in _PORTS),
        ("database", address.database, is_role(address.database)),
        ("login", address.login, is_role(address.login)),
        ("office", address.office, is_role(address.office)),
    ):
        if not good:
            raise Refused(Finding("server_address_odd", FieldRef.DESK_SERVER, {"part": name, "value": value}))
    if not address.is_here and "BEGIN CERTIFICATE" not in address.authority:
        raise Refused(Finding("server_tls_needed", FieldRef.DESK_SERVER, {"host": address.host}))
    return address


def is_role(name: str) -> bool:
    """Whether a name is plain enough for a role: lower-case letters, digits and underscores."""
    return _ROLE.fullmatch(name) is not None


def _is_host(host: str) -> bool:
    return _is_number(host) or _NAME.fullmatch(host) is not None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def settings(address: ServerAddress, authority_file: str) -> Mapping[str, str]:
    """How libpq connects. Everything is said, so that no variable of the environment and no file of the user says otherwise.

    ``authority_file``: where the certificates of the address lie as a file; off this machine the server's certificate must be
    vouched for by one of them and bear the host's name.
    """
    secured = {"sslmode": "verify-full", "sslrootcert": authority_file, "ssl_min_protocol_version": "TLSv1.2"}
    plain = {"sslmode": "disable"}
    chosen = secured if authority_file else plain
    host = "127.0.0.1" if address.host == LOCAL else address.host
    return {
        "host": host,
        "hostaddr": host if _is_number(host) else "",
        "port": str(address.port),
        "dbname": address.database,
        "user": address.login,
        "gssencmode": "disable",
        "passfile": "/nonexistent",
        "sslcert": "/nonexistent",
        "sslkey": "/nonexistent",
        "options": "",
        "application_name": "concord",
        "client_encoding": "UTF8",
        "target_session_attrs": "read-write",
        "connect_timeout": "4",
        "keepalives": "1",
        "keepalives_idle": "10",
        "keepalives_interval": "5",
        "keepalives_count": "3",
        "tcp_user_timeout": "15000",
        **chosen,
    }
