"""Schema 13: the desk's own keys, the desks it knows, and the bundles in which cases left and came. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "desk_identity" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "encryption" TEXT NOT NULL,
        "signing" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "known_desk" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "encryption" TEXT NOT NULL,
        "signing" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "case_bundle" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "direction" TEXT NOT NULL,
        "desk" TEXT NOT NULL,
        "desk_name" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "ancestors" TEXT NOT NULL,
        "entries" INTEGER NOT NULL,
        "files" INTEGER NOT NULL,
        "size" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "case_bundle_case_id" ON "case_bundle" ("case_id")',
    """
    CREATE TABLE "bundle_state" (
        "bundle_id" TEXT NOT NULL PRIMARY KEY REFERENCES "case_bundle" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "content" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "bundle_state_case_id" ON "bundle_state" ("case_id")',
)
"""In order; the runner sets the version and commits."""
