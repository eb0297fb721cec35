"""How peewee speaks to psycopg 3. It brings this itself where it finds the driver, but `workstation.store` loads it without."""

from __future__ import annotations

import peewee
import psycopg
from psycopg.pq import TransactionStatus


class PsycopgAdapter(peewee.Psycopg3Adapter):
    """peewee's own, with what it takes from the driver; connections are made by `workstation.store.server.link`."""

    txn_idle = TransactionStatus.IDLE
    txn_inerror = TransactionStatus.INERROR
    txn_unknown = TransactionStatus.UNKNOWN

    def get_binary_type(self) -> type[psycopg.Binary]:
        """The type of bytes that are sent."""
        return psycopg.Binary
