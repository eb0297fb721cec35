"""Schema 12: the people of a desk, with what they may do there. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "user" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL UNIQUE,
        "roles" TEXT NOT NULL,
        "joined_on" TEXT,
        "left_on" TEXT,
        "one_time" INTEGER NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
