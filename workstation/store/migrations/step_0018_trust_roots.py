"""Schema 18: root certificates whose signers a desk trusts. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "trust_root" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "subject" TEXT NOT NULL,
        "certificate" TEXT NOT NULL,
        "expires_on" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
