"""Schema 19, a part of it: complaints, vulnerability, what was agreed about contacts; whom an entry of the log reached. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """ALTER TABLE "contact_entry" ADD COLUMN "reached" TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE "contact_entry" ADD COLUMN "person" TEXT DEFAULT '' NOT NULL""",
    """UPDATE "contact_entry" SET "reached" = CASE "connected" WHEN 1 THEN 'answered' ELSE 'no_answer' END""",
    """
    CREATE TABLE "complaint" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "received_at" TEXT NOT NULL,
        "complainant" TEXT NOT NULL,
        "channel" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "about" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "reference" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "complaint_case_id" ON "complaint" ("case_id")',
    """
    CREATE TABLE "complaint_step" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "complaint_id" TEXT NOT NULL REFERENCES "complaint" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "kind" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "outcome" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "complaint_step_complaint_id" ON "complaint_step" ("complaint_id")',
    'CREATE INDEX "complaint_step_case_id" ON "complaint_step" ("case_id")',
    """
    CREATE TABLE "vulnerability" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "kind" TEXT NOT NULL,
        "consent_on" TEXT NOT NULL,
        "consent" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "since_on" TEXT,
        "note" TEXT NOT NULL,
        "channel" TEXT NOT NULL,
        "pace_days" INTEGER NOT NULL,
        "referral" TEXT NOT NULL,
        "ended_on" TEXT
    ) STRICT
    """,
    'CREATE INDEX "vulnerability_case_id" ON "vulnerability" ("case_id")',
    """
    CREATE TABLE "contact_term" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "kind" TEXT NOT NULL,
        "value" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "person" TEXT NOT NULL,
        "note" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "contact_term_case_id" ON "contact_term" ("case_id")',
    """
    CREATE TABLE "contact_override" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "party" TEXT NOT NULL,
        "person" TEXT NOT NULL,
        "number" TEXT NOT NULL,
        "rules" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "contact_override_case_id" ON "contact_override" ("case_id")',
)
"""In order; the runner sets the version and commits."""
