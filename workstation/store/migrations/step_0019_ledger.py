"""Schema 19: the log of what was done, each entry bound to the one before. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "ledger" (
        "number" INTEGER NOT NULL PRIMARY KEY,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "vouched" TEXT NOT NULL,
        "action" TEXT NOT NULL,
        "revision" INTEGER NOT NULL,
        "schema" INTEGER NOT NULL,
        "previous" TEXT NOT NULL,
        "digest" TEXT NOT NULL,
        "cases" TEXT NOT NULL,
        "rows" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
