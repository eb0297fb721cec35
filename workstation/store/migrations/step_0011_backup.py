"""Schema 11: how copies of the desk are kept, and every try to make one. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "backup_settings" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "daily" INTEGER NOT NULL,
        "weekly" INTEGER NOT NULL,
        "monthly" INTEGER NOT NULL,
        "remind_days" INTEGER NOT NULL,
        "automatic" INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "backup_record" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "place" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "cases" INTEGER NOT NULL,
        "evidence" INTEGER NOT NULL,
        "size" INTEGER NOT NULL,
        "copied" INTEGER NOT NULL,
        "lacking" INTEGER NOT NULL,
        "problem" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "backup_record_at" ON "backup_record" ("at")',
)
"""In order; the runner sets the version and commits."""
