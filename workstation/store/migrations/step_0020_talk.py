"""Schema 20, a part of it: reasons for the wording of a letter; promises that were granted beyond the agent. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "wording_waiver" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "bank" TEXT NOT NULL,
        "texts" TEXT NOT NULL,
        "words" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "wording_waiver_case_id" ON "wording_waiver" ("case_id")',
    """
    CREATE TABLE "promise_approval" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "on" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "authority" TEXT NOT NULL,
        "decision" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "promise_approval_case_id" ON "promise_approval" ("case_id")',
    'CREATE INDEX "promise_approval_account_id" ON "promise_approval" ("account_id")',
    """
    CREATE TABLE "promise_request" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "on" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "content" TEXT NOT NULL,
        "log" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "decision" TEXT NOT NULL,
        "supervisor" TEXT NOT NULL,
        "code" TEXT NOT NULL,
        "answered_at" TEXT,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "promise_request_case_id" ON "promise_request" ("case_id")',
    'CREATE INDEX "promise_request_account_id" ON "promise_request" ("account_id")',
)
"""In order; the runner sets the version and commits."""
