"""The row of an office: what its writers hold alone, which schema it is of, and whether it went elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.server.schema import version, wanted
from workstation.store.server.tables import SCHEMA

TAKE: Final = 'SELECT "revision", "schema" FROM "office" FOR NO KEY UPDATE'
"""One transaction at a time holds it so; who writes but what is typed and not saved does not wait for it (`TYPED_IN`)."""
ALONE: Final = 'SELECT 1 FROM "office" FOR UPDATE'
TYPED_IN: Final = 'FROM "office" WHERE "schema" = %s FOR KEY SHARE NOWAIT'
"""Of what is written beside the log: whoever brings the office up or elsewhere keeps it out (`ALONE`), and nobody else does."""
HEAD: Final = 'SELECT "number", "sealed" FROM "ledger" ORDER BY "number" DESC LIMIT 1'
SCHEMA_OF: Final = 'SELECT "schema" FROM "office"'
THERE: Final = (
    "SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
    f"WHERE relnamespace = '{SCHEMA}'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped"
)
"""Table and column of everything on the server."""
MOVED: Final = 0
"""In the place of its schema: an office that went elsewhere."""
MOVING: Final = -1
"""In the place of its schema: an office to which a desk is on its way."""
_OTHERWISE: Final = MappingProxyType({MOVED: "server_moved_away", MOVING: "server_moving"})


@dataclass(frozen=True, slots=True)
class Taken:
    """The revision of an office and the row of its log's last entry, as nobody else can change them meanwhile."""

    revision: int
    head: tuple[int, bytes] | None


def refuse_other(found: int, expected: int | None = None) -> None:
    """Raise `StorageFailed` for the schema of an office that must not be touched: server_moved_away, server_moving, server_newer,
    server_older (it is brought up when the desk is opened). ``expected``: another one than this program's.
    """
    if found == (version() if expected is None else expected):
        return
    code = _OTHERWISE.get(found) or ("server_newer" if found > version() else "server_older")
    figures = {} if found in _OTHERWISE else {"found": str(found), "known": str(version())}
    raise StorageFailed(Finding(code, FieldRef.DESK_SERVER, figures))


def refuse_older_tables(there: Iterable[tuple[str, str]]) -> None:
    """Raise `Refused` (server_tables_older) where the server, by what `THERE` found, has no place for what this program writes."""
    if not wanted() <= {*there}:
        figures = {"known": str(version())}
        raise Refused(Finding("server_tables_older", FieldRef.DESK_SERVER, figures))
