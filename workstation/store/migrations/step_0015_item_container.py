"""Schema 15: the files in which proofs came, with the passwords that open them. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE "item_container" (
        "item_id" TEXT NOT NULL PRIMARY KEY REFERENCES "evidence_item" ("id"),
        "case_id" TEXT NOT NULL REFERENCES "case" ("id"),
        "sha256" TEXT NOT NULL,
        "file_name" TEXT NOT NULL,
        "size" INTEGER NOT NULL,
        "password" TEXT NOT NULL,
        "member" TEXT NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "item_container_case_id" ON "item_container" ("case_id")',
)
"""In order; the runner sets the version and commits."""
