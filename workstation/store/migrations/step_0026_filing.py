"""Schema 26: cases put away and given to agents, and views that a person keeps of the list. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "archive_change" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "archived" INTEGER NOT NULL,
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "archive_change_case_id" ON "archive_change" ("case_id")',
    """
    CREATE TABLE "agent_change" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "agent" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "agent_change_case_id" ON "agent_change" ("case_id")',
    """
    CREATE TABLE "case_view" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "person" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "shown" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "case_view_person" ON "case_view" ("person")',
)
"""In order; the runner sets the version and commits."""
