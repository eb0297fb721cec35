"""Schema 4: a printed packet keeps the facts it rests on, so that a later change of them is seen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ('ALTER TABLE "printed_packet" ADD COLUMN "facts" TEXT NOT NULL DEFAULT \'[]\'',)
