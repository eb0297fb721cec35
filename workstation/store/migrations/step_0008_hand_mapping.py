"""Schema 8: statement layouts that were mapped by hand, and how far a proof is turned to stand upright. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "kept_mapping" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "mapping" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "item_turn" (
        "item_id" TEXT NOT NULL PRIMARY KEY REFERENCES "evidence_item" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "quarters" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "item_turn_case_id" ON "item_turn" ("case_id")',
)
"""In order; the runner sets the version and commits."""
