"""Schema 5: every time a paper went to a printer. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "print_mark" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "kind" TEXT NOT NULL,
        "bank" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "pages" INTEGER NOT NULL,
        "copies" INTEGER NOT NULL,
        "printer" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "part" TEXT NOT NULL,
        "draft" INTEGER NOT NULL,
        "packet_id" TEXT REFERENCES "printed_packet" ("id")
    ) STRICT
    """,
    'CREATE INDEX "print_mark_case_id" ON "print_mark" ("case_id")',
    'CREATE INDEX "print_mark_packet_id" ON "print_mark" ("packet_id")',
)
"""In order; the runner sets the version and commits."""
