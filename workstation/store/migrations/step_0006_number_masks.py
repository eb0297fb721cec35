"""Schema 6: where the number stands on the copy of a card, so that what leaves the desk can cover it."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    'ALTER TABLE "evidence_item" ADD COLUMN "masks" TEXT NOT NULL DEFAULT \'[]\'',
    'ALTER TABLE "evidence_item" ADD COLUMN "number_placed" INTEGER NOT NULL DEFAULT 0',
)
