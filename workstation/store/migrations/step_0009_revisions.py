"""Schema 9: an order of events that no clock decides, openings counted, and the rejected rows of an import. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "desk_state" (
        "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
        "revision" INTEGER NOT NULL,
        "generation" INTEGER NOT NULL,
        "used_at" TEXT
    ) STRICT
    """,
    'INSERT INTO "desk_state" ("id", "revision", "generation", "used_at") VALUES (1, 1, 0, NULL)',
    'ALTER TABLE "case" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0',
    'CREATE INDEX "case_revision" ON "case" ("revision")',
    'ALTER TABLE "import" ADD COLUMN "header" TEXT NOT NULL DEFAULT \'[]\'',
    'ALTER TABLE "import" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0',
    # What was worked on since its import by the times of old stays so: only here is there nothing better than the clock.
    """
    UPDATE "case" SET "revision" = 1
    WHERE "touched_at" > (SELECT "at" FROM "import" WHERE "import"."id" = "case"."import_id")
    """,
    """
    CREATE TABLE "import_reject" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "import_id" TEXT NOT NULL REFERENCES "import" ("id"),
        "row" INTEGER NOT NULL,
        "cells" TEXT NOT NULL,
        "reasons" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "import_reject_import_id" ON "import_reject" ("import_id")',
)
"""In order; the runner sets the version and commits."""
