"""Schema 25: accounts by what their due day is, so that those in question are found without reading the others. Frozen."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ('CREATE INDEX "account_due_source_due_on" ON "account" ("due_source", "due_on")',)
"""In order; the runner sets the version and commits."""
