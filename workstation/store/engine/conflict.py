"""What a caller of the store did wrong, as no person can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from workstation.errors import WorkstationError


class StoreConflict(WorkstationError):
    """A caller broke a rule: a key twice, a reference to nothing, a write inside a reading. The message names the place."""


@contextmanager
def true_to(table: str) -> Iterator[None]:
    """Around a write: what a table refuses because it is not true is a rule that the caller broke."""
    try:
        yield
    except peewee.IntegrityError as error:
        raise StoreConflict(f"{table}: {error}") from error
