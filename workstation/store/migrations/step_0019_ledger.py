"""Schema 19: the log of what was done, each entry bound to the one before, and grants of supervisors from elsewhere. Frozen."""

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
