"""Schema 21: what is said of a paper beyond the figures of its case. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "paper_entry" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "bank" TEXT NOT NULL,
        "paper" TEXT NOT NULL,
        "key" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "paper_entry_case_id" ON "paper_entry" ("case_id")',
)
"""In order; the runner sets the version and commits."""
