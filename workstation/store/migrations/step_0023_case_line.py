"""Schema 23: a line for each case, the words it is found by, and which cases have lines that are behind their records. Frozen.

What a line says is no SQL: triggers tell the cases whose lines are to be made anew before the transaction ends, and after this step
that is every case.
"""

from __future__ import annotations

from typing import Final

_BEHIND: Final = (
    'INSERT INTO "case_line_behind" ("case_id") SELECT {case} WHERE {case} IS NOT NULL '
    'AND NOT EXISTS (SELECT 1 FROM "case_line_behind" WHERE "case_id" = {case})'
)


def _triggers(table: str, case: str, events: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f'CREATE TRIGGER "case_line_{table}_{event.lower()}" AFTER {event} ON "{table}" BEGIN '
        f"{_BEHIND.format(case=('old' if event == 'DELETE' else 'new') + case)}; END"
        for event in events
    )


_ALL: Final = ("INSERT", "UPDATE", "DELETE")

STATEMENTS: Final = (
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
        "overdue" INTEGER NOT NULL,
        "rank" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "owing" INTEGER NOT NULL,
        "words" INTEGER NOT NULL
    ) STRICT
    """,
    'CREATE INDEX "case_line_number" ON "case_line" ("number")',
    'CREATE INDEX "case_line_name" ON "case_line" ("name")',
    'CREATE INDEX "case_line_stage" ON "case_line" ("stage", "touched_at", "number")',
    'CREATE INDEX "case_line_banks" ON "case_line" ("banks")',
    'CREATE INDEX "case_line_reason" ON "case_line" ("reason")',
    'CREATE INDEX "case_line_overdue" ON "case_line" ("overdue")',
    'CREATE INDEX "case_line_amount" ON "case_line" ("rank", "amount")',
    'CREATE INDEX "case_line_owing" ON "case_line" ("rank", "owing")',
    'CREATE INDEX "case_line_touched" ON "case_line" ("touched_at", "number")',
    'CREATE INDEX "case_line_printed" ON "case_line" ("printed_at", "touched_at", "number")',
    'CREATE TABLE "case_line_behind" ("case_id" TEXT NOT NULL PRIMARY KEY, "unread" INTEGER NOT NULL DEFAULT 0) STRICT',
    """
    CREATE VIRTUAL TABLE "case_words" USING fts5 (words, content='', contentless_delete=1, tokenize='ascii')
    """,
    *_triggers("case", '."id"', _ALL),
    *_triggers("account", '."case_id"', _ALL),
    *_triggers("account_end", '."case_id"', _ALL),
    *_triggers("print_mark", '."case_id"', _ALL),
    'CREATE TRIGGER "case_line_debtor_update" AFTER UPDATE OF "name", "search" ON "debtor" BEGIN '
    'INSERT INTO "case_line_behind" ("case_id") SELECT "id" FROM "case" WHERE "debtor_id" = new."id" '
    'AND "id" NOT IN (SELECT "case_id" FROM "case_line_behind"); END',
    'INSERT INTO "case_line_behind" ("case_id") SELECT "id" FROM "case"',
)
"""In order; the runner sets the version and commits."""
