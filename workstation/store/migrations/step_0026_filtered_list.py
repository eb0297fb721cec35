"""Schema 26: the list is filtered by its columns, the next day, agent and archive among them. Frozen.

It is made anew after this step: archived cases stand in it apart from the others, whatever it is sorted by.
"""

from __future__ import annotations

from typing import Final

_BEHIND: Final = (
    'INSERT INTO "case_line_behind" ("case_id") SELECT {case} WHERE {case} IS NOT NULL '
    'AND NOT EXISTS (SELECT 1 FROM "case_line_behind" WHERE "case_id" = {case})'
)
_CASE: Final = '"case_id"'
_SORTED: Final = {
    "number": '"number"',
    "name": '"name"',
    "stage": '"stage", "touched_at", "number"',
    "banks": '"banks"',
    "reason": '"reason"',
    "agent": '"agent"',
    "overdue": '"overdue"',
    "next": '"next_on"',
    "amount": '"rank", "amount"',
    "owing": '"rank", "owing"',
    "touched": '"touched_at", "number"',
    "printed": '"printed_at", "touched_at", "number"',
}


def _triggers(table: str) -> tuple[str, ...]:
    return tuple(
        f'CREATE TRIGGER "case_line_{table}_{event.lower()}" AFTER {event} ON "{table}" BEGIN '
        f"{_BEHIND.format(case=f'{row}.{_CASE}')}; END"
        for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
    )


STATEMENTS: Final = (
    'DROP TABLE "case_line"',
    """
    CREATE TABLE "case_line" (
        "line" INTEGER NOT NULL PRIMARY KEY,
        "case_id" TEXT NOT NULL UNIQUE,
        "number" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "stage" INTEGER NOT NULL,
        "banks" TEXT NOT NULL,
        "owed" TEXT NOT NULL,
        "due_on" TEXT NOT NULL,
        "overdue_since" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "pack" TEXT NOT NULL,
        "touched_at" TEXT NOT NULL,
        "printed_at" TEXT NOT NULL,
        "as_of" TEXT NOT NULL,
        "next_on" TEXT NOT NULL,
        "agent" TEXT NOT NULL,
        "archived" INTEGER NOT NULL,
        "overdue" INTEGER NOT NULL,
        "rank" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "owing" INTEGER NOT NULL,
        "words" INTEGER NOT NULL
    ) STRICT
    """,
    *(f'CREATE INDEX "case_line_{name}" ON "case_line" ("archived", {by})' for name, by in _SORTED.items()),
    """
    CREATE TABLE "case_line_owed" (
        "place" INTEGER NOT NULL PRIMARY KEY,
        "rank" TEXT NOT NULL,
        "amount" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "case_line_owed_amount" ON "case_line_owed" ("rank", "amount")',
    'DROP TABLE "case_line_total"',
    'CREATE TABLE "case_line_total" ("archived" INTEGER NOT NULL PRIMARY KEY, "count" INTEGER NOT NULL) STRICT',
    'INSERT INTO "case_line_total" ("archived", "count") VALUES (0, 0), (1, 0)',
    'CREATE TRIGGER "case_line_total_insert" AFTER INSERT ON "case_line" BEGIN '
    'UPDATE "case_line_total" SET "count" = "count" + 1 WHERE "archived" = new."archived"; END',
    'CREATE TRIGGER "case_line_total_delete" AFTER DELETE ON "case_line" BEGIN '
    'UPDATE "case_line_total" SET "count" = "count" - 1 WHERE "archived" = old."archived"; END',
    'CREATE TRIGGER "case_line_total_update" AFTER UPDATE OF "archived" ON "case_line" '
    'WHEN new."archived" <> old."archived" BEGIN '
    'UPDATE "case_line_total" SET "count" = "count" - 1 WHERE "archived" = old."archived"; '
    'UPDATE "case_line_total" SET "count" = "count" + 1 WHERE "archived" = new."archived"; END',
    *_triggers("archive_change"),
    *_triggers("agent_change"),
    *_triggers("contact_entry"),
    'DELETE FROM "case_line_key"',
    'INSERT INTO "case_words" ("case_words") VALUES (\'delete-all\')',
    'DELETE FROM "case_line_behind"',
    'INSERT INTO "case_line_behind" ("case_id") SELECT "id" FROM "case"',
)
"""In order; the runner sets the version and commits."""
