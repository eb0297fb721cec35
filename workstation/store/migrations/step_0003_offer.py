"""Schema 3: a reply with other terms names the plan version that holds them. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    'ALTER TABLE "approval" ADD COLUMN "offer" TEXT REFERENCES "plan_version" ("id")',
    'CREATE INDEX "approval_offer" ON "approval" ("offer")',
)
"""In order; the runner sets the version and commits."""
