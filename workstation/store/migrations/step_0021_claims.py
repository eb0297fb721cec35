"""Schema 21: what is told of a debt beside its balance, and what was gathered to rebuild it. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "account_fact" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "kind" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "amount" INTEGER,
        "party" TEXT NOT NULL,
        "proof" TEXT NOT NULL,
        "withdraws" TEXT NOT NULL,
        "agreed" INTEGER,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "account_fact_case_id" ON "account_fact" ("case_id")',
    'CREATE INDEX "account_fact_account_id" ON "account_fact" ("account_id")',
    """
    CREATE TABLE "claim_sheet" (
        "account_id" TEXT NOT NULL PRIMARY KEY REFERENCES "account" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "question" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "claim_sheet_case_id" ON "claim_sheet" ("case_id")',
)
"""In order; the runner sets the version and commits."""
