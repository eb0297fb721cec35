"""Schema 21: assets, trade, past income and dependants of a case. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "statement" (
        "case_id" TEXT NOT NULL PRIMARY KEY REFERENCES "case" ("id"),
        "lines" TEXT NOT NULL,
        "currency" TEXT NOT NULL,
        "employer_number" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
