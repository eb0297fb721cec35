"""Schema 19, a part of it: adopted schedules, payments, promises, stated balances, replies and ends of accounts. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "bank_reply" (
        "approval_id" TEXT NOT NULL PRIMARY KEY REFERENCES "approval" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "replied_at" TEXT NOT NULL,
        "clerk" TEXT NOT NULL,
        "clerk_number" TEXT NOT NULL,
        "words" TEXT NOT NULL,
        "document" TEXT NOT NULL,
        "valid_until" TEXT,
        "refusal" TEXT NOT NULL,
        "mend" TEXT NOT NULL,
        "again_on" TEXT
    ) STRICT
    """,
    'CREATE INDEX "bank_reply_case_id" ON "bank_reply" ("case_id")',
    'CREATE INDEX "bank_reply_account_id" ON "bank_reply" ("account_id")',
    """
    CREATE TABLE "adoption" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "plan_id" TEXT NOT NULL REFERENCES "plan_version" ("id"),
        "on" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "document" TEXT NOT NULL,
        "clerk" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "adoption_case_id" ON "adoption" ("case_id")',
    'CREATE INDEX "adoption_account_id" ON "adoption" ("account_id")',
    'CREATE INDEX "adoption_plan_id" ON "adoption" ("plan_id")',
    """
    CREATE TABLE "missed_treatment" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "adoption_id" TEXT NOT NULL REFERENCES "adoption" ("id"),
        "instalment" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "to" TEXT,
        "consent" TEXT NOT NULL,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "missed_treatment_case_id" ON "missed_treatment" ("case_id")',
    'CREATE INDEX "missed_treatment_account_id" ON "missed_treatment" ("account_id")',
    'CREATE INDEX "missed_treatment_adoption_id" ON "missed_treatment" ("adoption_id")',
    """
    CREATE TABLE "payment" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "on" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "method" TEXT NOT NULL,
        "payer" TEXT NOT NULL,
        "reference" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "reverses" TEXT NOT NULL,
        "in_balance" INTEGER NOT NULL,
        "import_id" TEXT REFERENCES "import" ("id"),
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "payment_case_id" ON "payment" ("case_id")',
    'CREATE INDEX "payment_account_id" ON "payment" ("account_id")',
    'CREATE INDEX "payment_import_id" ON "payment" ("import_id")',
    """
    CREATE TABLE "promise_entry" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "on" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "who" TEXT NOT NULL,
        "method" TEXT NOT NULL,
        "source" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "accepted" TEXT NOT NULL,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "promise_entry_case_id" ON "promise_entry" ("case_id")',
    'CREATE INDEX "promise_entry_account_id" ON "promise_entry" ("account_id")',
    """
    CREATE TABLE "promise_change" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "promise_id" TEXT NOT NULL REFERENCES "promise_entry" ("id"),
        "kind" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "to" TEXT
    ) STRICT
    """,
    'CREATE INDEX "promise_change_case_id" ON "promise_change" ("case_id")',
    'CREATE INDEX "promise_change_promise_id" ON "promise_change" ("promise_id")',
    """
    CREATE TABLE "bank_balance" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "on" TEXT NOT NULL,
        "source" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "total" INTEGER NOT NULL,
        "principal" INTEGER,
        "interest" INTEGER,
        "penalty" INTEGER,
        "fees" INTEGER,
        "currency" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "bank_balance_case_id" ON "bank_balance" ("case_id")',
    'CREATE INDEX "bank_balance_account_id" ON "bank_balance" ("account_id")',
    """
    CREATE TABLE "account_end" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "how" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "certificate_requested_on" TEXT,
        "chase_on" TEXT
    ) STRICT
    """,
    'CREATE INDEX "account_end_case_id" ON "account_end" ("case_id")',
    'CREATE INDEX "account_end_account_id" ON "account_end" ("account_id")',
    """
    CREATE TABLE "oral_agreement" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "account_id" TEXT NOT NULL REFERENCES "account" ("id"),
        "agreed_at" TEXT NOT NULL,
        "terms" TEXT NOT NULL,
        "recording" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "clerk" TEXT NOT NULL,
        "clerk_number" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "oral_agreement_case_id" ON "oral_agreement" ("case_id")',
    'CREATE INDEX "oral_agreement_account_id" ON "oral_agreement" ("account_id")',
)
"""In order; the runner sets the version and commits."""
