"""Schema 1: the desk as first released. Frozen: a change of the schema is a new step, never an edit here."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "import" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "file_name" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "rows" INTEGER NOT NULL,
        "accepted" INTEGER NOT NULL,
        "rejected" INTEGER NOT NULL,
        "undone_at" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "debtor" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "resident_id" TEXT NOT NULL,
        "phones" TEXT NOT NULL,
        "addresses" TEXT NOT NULL,
        "contacts" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "marital" TEXT NOT NULL,
        "children" INTEGER,
        "other_dependants" INTEGER,
        "housing" TEXT NOT NULL,
        "education" TEXT NOT NULL,
        "employer" TEXT NOT NULL,
        "position" TEXT NOT NULL,
        "employment" TEXT NOT NULL,
        "pay_day" INTEGER,
        "search" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "debtor_search_id" ON "debtor" ("search", "id")',
    """
    CREATE TABLE "case" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "number" TEXT NOT NULL,
        "debtor_id" TEXT NOT NULL REFERENCES "debtor" ("id"),
        "opened_on" TEXT NOT NULL,
        "stage" INTEGER NOT NULL,
        "reason" TEXT NOT NULL,
        "reason_from" TEXT,
        "reason_to" TEXT,
        "reason_note" TEXT NOT NULL,
        "requests" TEXT NOT NULL,
        "repayment_source" TEXT NOT NULL,
        "repayment_proposal" TEXT NOT NULL,
        "pack" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "import_id" TEXT REFERENCES "import" ("id"),
        "touched_at" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE UNIQUE INDEX "case_number" ON "case" ("number")',
    'CREATE INDEX "case_debtor_id" ON "case" ("debtor_id")',
    'CREATE INDEX "case_stage" ON "case" ("stage")',
    'CREATE INDEX "case_import_id" ON "case" ("import_id")',
    'CREATE INDEX "case_touched_at_number" ON "case" ("touched_at", "number")',
    """
    CREATE TABLE "stage_change" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "stage" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "note" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "stage_change_case_id" ON "stage_change" ("case_id")',
    """
    CREATE TABLE "account" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "bank" TEXT NOT NULL,
        "number" TEXT NOT NULL,
        "product" TEXT NOT NULL,
        "currency" TEXT NOT NULL,
        "principal" INTEGER NOT NULL,
        "interest" INTEGER NOT NULL,
        "penalty" INTEGER NOT NULL,
        "fees" INTEGER NOT NULL,
        "limit" INTEGER,
        "minimum_due" INTEGER,
        "as_of" TEXT,
        "overdue_since" TEXT,
        "opened_on" TEXT,
        "rate" TEXT,
        "term" INTEGER,
        "instalments_paid" INTEGER,
        "instalments_left" INTEGER,
        "statement_day" INTEGER,
        "due_day" INTEGER,
        "purpose" TEXT NOT NULL,
        "import_id" TEXT REFERENCES "import" ("id")
    ) STRICT
    """,
    'CREATE INDEX "account_case_id" ON "account" ("case_id")',
    'CREATE INDEX "account_import_id" ON "account" ("import_id")',
    'CREATE INDEX "account_number_case_id" ON "account" ("number", "case_id")',
    """
    CREATE TABLE "budget" (
        "case_id" TEXT NOT NULL PRIMARY KEY REFERENCES "case" ("id"),
        "lines" TEXT NOT NULL,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "contact_entry" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "channel" TEXT NOT NULL,
        "party" TEXT NOT NULL,
        "number" TEXT NOT NULL,
        "connected" INTEGER NOT NULL,
        "result" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "next_step" TEXT NOT NULL,
        "next_on" TEXT,
        "recording" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "contact_entry_case_id" ON "contact_entry" ("case_id")',
    """
    CREATE TABLE "evidence_item" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "requirement" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "file_name" TEXT NOT NULL,
        "size" INTEGER NOT NULL,
        "media_type" TEXT NOT NULL,
        "received_at" TEXT NOT NULL,
        "received_by" TEXT NOT NULL,
        "account_id" TEXT REFERENCES "account" ("id"),
        "form" TEXT NOT NULL,
        "issuer" TEXT NOT NULL,
        "document_number" TEXT NOT NULL,
        "issued_on" TEXT,
        "covers_from" TEXT,
        "covers_to" TEXT,
        "note" TEXT NOT NULL,
        "withdrawn" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "evidence_item_case_id" ON "evidence_item" ("case_id")',
    'CREATE INDEX "evidence_item_sha256" ON "evidence_item" ("sha256")',
    'CREATE INDEX "evidence_item_account_id" ON "evidence_item" ("account_id")',
    """
    CREATE TABLE "verification" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "item_id" TEXT NOT NULL REFERENCES "evidence_item" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "check" TEXT NOT NULL,
        "result" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "note" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "verification_item_id" ON "verification" ("item_id")',
    'CREATE INDEX "verification_case_id" ON "verification" ("case_id")',
    """
    CREATE TABLE "waiver" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "requirement" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "at" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "waiver_case_id" ON "waiver" ("case_id")',
    """
    CREATE TABLE "plan_version" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "version" INTEGER NOT NULL,
        "terms" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "why" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "plan_version_case_id" ON "plan_version" ("case_id")',
    'CREATE INDEX "plan_version_account_id" ON "plan_version" ("account_id")',
    'CREATE UNIQUE INDEX "plan_version_account_id_version" ON "plan_version" ("account_id", "version")',
    """
    CREATE TABLE "plan_choice" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "plan_id" TEXT NOT NULL REFERENCES "plan_version" ("id"),
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "plan_choice_case_id" ON "plan_choice" ("case_id")',
    'CREATE INDEX "plan_choice_account_id" ON "plan_choice" ("account_id")',
    'CREATE INDEX "plan_choice_plan_id" ON "plan_choice" ("plan_id")',
    """
    CREATE TABLE "approval" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "plan_id" TEXT NOT NULL REFERENCES "plan_version" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "authority" TEXT NOT NULL,
        "decision" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "note" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "approval_plan_id" ON "approval" ("plan_id")',
    'CREATE INDEX "approval_case_id" ON "approval" ("case_id")',
    """
    CREATE TABLE "printed_packet" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "bank" TEXT NOT NULL,
        "version" INTEGER NOT NULL,
        "sha256" TEXT NOT NULL,
        "pages" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "draft" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "printed_packet_case_id" ON "printed_packet" ("case_id")',
    """
    CREATE TABLE "desk_settings" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "desk_name" TEXT NOT NULL,
        "agent" TEXT NOT NULL,
        "role" TEXT NOT NULL,
        "language" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE TABLE "case_counter" ("year" TEXT NOT NULL PRIMARY KEY, "last" INTEGER NOT NULL) STRICT',
)
"""In order; the runner sets the version and commits."""
