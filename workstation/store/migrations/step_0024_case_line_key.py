"""Schema 24: the numbers that a case is known by, as keys of an index beside its line. Frozen.

What a key is made of is no SQL: every line is put behind, to be made anew when the desk is opened.
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    'CREATE TABLE "case_line_key" ("place" INTEGER NOT NULL PRIMARY KEY, "key" INTEGER NOT NULL) STRICT',
    'CREATE INDEX "case_line_key_key" ON "case_line_key" ("key")',
    'UPDATE "case_line" SET "words" = -1',
    'INSERT INTO "case_line_behind" ("case_id") SELECT "id" FROM "case" '
    'WHERE "id" NOT IN (SELECT "case_id" FROM "case_line_behind")',
)
"""In order; the runner sets the version and commits."""
