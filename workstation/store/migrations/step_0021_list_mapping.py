"""Schema 21: what the columns of a bank's lists of payments and balances mean, as a person named them. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "list_mapping" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "list_kind" TEXT NOT NULL,
        "bank" TEXT NOT NULL,
        "header" TEXT NOT NULL,
        "columns" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
