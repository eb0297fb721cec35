"""Schema 10: what is typed and not saved yet, and where each person was when the desk was locked. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "draft" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "form" TEXT NOT NULL,
        "case" TEXT NOT NULL,
        "person" TEXT NOT NULL,
        "fields" TEXT NOT NULL,
        "base" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "draft_case" ON "draft" ("case")',
    """
    CREATE TABLE "work_place" (
        "person" TEXT NOT NULL PRIMARY KEY,
        "place" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
