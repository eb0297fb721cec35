"""Schema 16: search texts of an older form are marked, to be made anew from their records when the desk is opened. Frozen.

What a name sounds like is no SQL: a text that begins with two line feeds is an outdated one, still of use until then.
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ('UPDATE "debtor" SET "search" = char(10) || "search"',)
"""In order; the runner sets the version and commits."""
