"""Schema 20, a part of it: on which page of which proof a figure of the application was confirmed. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "figure_source" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "figure" TEXT NOT NULL,
        "value" TEXT NOT NULL,
        "item_id" TEXT NOT NULL REFERENCES "evidence_item" ("id"),
        "page" INTEGER NOT NULL,
        "left" INTEGER NOT NULL,
        "top" INTEGER NOT NULL,
        "width" INTEGER NOT NULL,
        "height" INTEGER NOT NULL,
        "how" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "withdrawn" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "figure_source_case_id" ON "figure_source" ("case_id")',
    'CREATE INDEX "figure_source_item_id" ON "figure_source" ("item_id")',
)
"""In order; the runner sets the version and commits."""
