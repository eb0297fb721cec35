"""Schema 19, a part of it: the log of what was done, grants from elsewhere, and checks that were withdrawn. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "ledger" (
        "number" INTEGER NOT NULL PRIMARY KEY,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "vouched" TEXT NOT NULL,
        "action" TEXT NOT NULL,
        "revision" INTEGER NOT NULL,
        "schema" INTEGER NOT NULL,
        "previous" TEXT NOT NULL,
        "digest" TEXT NOT NULL,
        "cases" TEXT NOT NULL,
        "rows" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "signing_key" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "public" TEXT NOT NULL,
        "sealed" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "supervisor_key" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "public" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "grant_request" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "plan_id" TEXT NOT NULL REFERENCES "plan_version" ("id"),
        "content" TEXT NOT NULL,
        "log" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "decision" TEXT NOT NULL,
        "supervisor" TEXT NOT NULL,
        "code" TEXT NOT NULL,
        "answered_at" TEXT
    ) STRICT
    """,
    'CREATE INDEX "grant_request_case_id" ON "grant_request" ("case_id")',
    'CREATE INDEX "grant_request_plan_id" ON "grant_request" ("plan_id")',
    """
    CREATE TABLE "withdrawn_check" (
        "verification_id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "withdrawn_check_case_id" ON "withdrawn_check" ("case_id")',
    """
    CREATE TABLE "origin_entry" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "origin" TEXT NOT NULL,
        "desk" TEXT NOT NULL,
        "number" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "vouched" TEXT NOT NULL,
        "action" TEXT NOT NULL,
        "what" TEXT NOT NULL,
        "digest" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "origin_entry_case_id" ON "origin_entry" ("case_id")',
    """
    CREATE TABLE "grant_written" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "request" TEXT NOT NULL,
        "granted" INTEGER NOT NULL,
        "until" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
