"""Schema 19, a part of it: a contact entry may correct an earlier one, and tells when it was written down. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    'ALTER TABLE "contact_entry" ADD COLUMN "corrects" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "contact_entry" ADD COLUMN "logged_at" TEXT',
)
"""In order; the runner sets the version and commits."""
