"""Schema 20: where a figure was confirmed on a proof; reasons for wording; promises granted beyond the agent. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "figure_source" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "figure" TEXT NOT NULL,
        "value" TEXT NOT NULL,
        "item_id" TEXT NOT NULL REFERENCES "evidence_item" ("id"),
        "page" INTEGER NOT NULL,
        "left" INTEGER NOT NULL,
        "top" INTEGER NOT NULL,
        "width" INTEGER NOT NULL,
        "height" INTEGER NOT NULL,
        "how" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "withdrawn" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "figure_source_case_id" ON "figure_source" ("case_id")',
    'CREATE INDEX "figure_source_item_id" ON "figure_source" ("item_id")',
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
