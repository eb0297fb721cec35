"""Schema 2: how banks are reached, and the desk itself; papers name both. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "bank_contact" (
        "bank" TEXT NOT NULL PRIMARY KEY,
        "phone" TEXT NOT NULL,
        "address" TEXT NOT NULL,
        "query" TEXT NOT NULL,
        "repay" TEXT NOT NULL,
        "object_to" TEXT NOT NULL
    ) STRICT
    """,
    'ALTER TABLE "desk_settings" RENAME TO "desk_settings_before"',
    """
    CREATE TABLE "desk_settings" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "desk_name" TEXT NOT NULL,
        "agent" TEXT NOT NULL,
        "role" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "phone" TEXT NOT NULL,
        "address" TEXT NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO "desk_settings" ("id", "desk_name", "agent", "role", "language", "phone", "address")
    SELECT "id", "desk_name", "agent", "role", "language", '', '' FROM "desk_settings_before"
    """,
    'DROP TABLE "desk_settings_before"',
)
"""In order; the runner sets the version and commits."""
