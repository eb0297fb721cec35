"""Schema 17: text recognised on scans and photographs. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "recognised_text" (
        "item_id" TEXT NOT NULL PRIMARY KEY REFERENCES "evidence_item" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "engine" TEXT NOT NULL,
        "pages" TEXT NOT NULL,
        "words" TEXT NOT NULL,
        "quarters" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "confirmed_at" TEXT,
        "confirmed_by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "recognised_text_case_id" ON "recognised_text" ("case_id")',
)
"""In order; the runner sets the version and commits."""
