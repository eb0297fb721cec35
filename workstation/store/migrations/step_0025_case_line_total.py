"""Schema 25: how many lines the list has, so that opening it reads no index to its end. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    'CREATE TABLE "case_line_total" ("id" INTEGER NOT NULL PRIMARY KEY, "count" INTEGER NOT NULL) STRICT',
    'INSERT INTO "case_line_total" ("id", "count") SELECT 1, count(*) FROM "case_line"',
    'CREATE TRIGGER "case_line_total_insert" AFTER INSERT ON "case_line" BEGIN '
    'UPDATE "case_line_total" SET "count" = "count" + 1; END',
    'CREATE TRIGGER "case_line_total_delete" AFTER DELETE ON "case_line" BEGIN '
    'UPDATE "case_line_total" SET "count" = "count" - 1; END',
)
"""In order; the runner sets the version and commits."""
