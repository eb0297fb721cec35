"""Schema 22: a lender's table of costs, as it was signed. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "lender_table" (
        "account_id" TEXT NOT NULL PRIMARY KEY REFERENCES "account" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "lent" INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        "first_due" TEXT NOT NULL,
        "instalments" INTEGER NOT NULL,
        "method" TEXT NOT NULL,
        "day_count" TEXT NOT NULL,
        "rate" TEXT NOT NULL,
        "items" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "stated" TEXT,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "lender_table_case_id" ON "lender_table" ("case_id")',
)
"""In order; the runner sets the version and commits."""
