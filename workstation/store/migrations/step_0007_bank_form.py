"""Schema 7: the forms of banks that the desk keeps, each with its mapping. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "bank_form" (
        "id" TEXT NOT NULL PRIMARY KEY,
        "bank" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "file_name" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "mapping" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "password" TEXT NOT NULL,
        "retired" INTEGER NOT NULL
    ) STRICT
    """,
)
"""In order; the runner sets the version and commits."""
