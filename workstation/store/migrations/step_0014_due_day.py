"""Schema 14: a debt has its due day, and keeps the day that was given with what that day is. Frozen.

Until here one day was labelled the first day overdue and counted from as if it were the due day. Which of the two a bank's list
gave is told by the titles of its columns, where these leave no doubt; whatever else was given counts on as before until a person
says what it is.
"""

from __future__ import annotations

from typing import Final

_FIRST_DAYS: Final = (
    "'逾期开始日期', '逾期起始日', '逾期起始日期', '首次逾期日', '逾期开始日', '逾期起日', "
    "'逾期開始日期', 'overduesince', 'delinquentsince'"
)
_EITHER: Final = "'逾期日期', '逾期日', 'overduedate', 'pastduedate'"
_COUNTS: Final = (
    "'逾期天数', '逾期日数', '逾期天數', '逾期日數', 'daysoverdue', 'overduedays', 'dayspastdue', 'dpd', "
    "'逾期期数', '逾期月数', '逾期期數', 'monthsoverdue'"
)


def _listed(words: str) -> str:
    """A condition: the list that brought the account has a column of one of these titles."""
    title = "lower(replace(replace(replace(h.\"value\", ' ', ''), '*', ''), '_', ''))"
    return (
        f'EXISTS (SELECT 1 FROM "import" i, json_each(i."header") h WHERE i."id" = "account"."import_id" '
        f"AND {title} IN ({words}))"
    )


STATEMENTS: Final = (
    'ALTER TABLE "account" RENAME COLUMN "overdue_since" TO "due_given"',
    'ALTER TABLE "account" ADD COLUMN "due_on" TEXT',
    'ALTER TABLE "account" ADD COLUMN "due_source" TEXT NOT NULL DEFAULT \'\'',
    f"""
    UPDATE "account" SET "due_source" = CASE
        WHEN "import_id" IS NULL THEN 'typed_unclear'
        WHEN {_listed(_EITHER)} THEN 'bank_unclear'
        WHEN {_listed(_FIRST_DAYS)} AND NOT {_listed(_COUNTS)} THEN 'bank_column'
        WHEN {_listed(_COUNTS)} AND NOT {_listed(_FIRST_DAYS)} THEN 'counted'
        ELSE 'bank_unclear'
    END WHERE "due_given" IS NOT NULL
    """,
    """
    UPDATE "account" SET "due_on" = CASE "due_source" WHEN 'bank_column' THEN date("due_given", '-1 day') ELSE "due_given" END
    WHERE "due_given" IS NOT NULL
    """,
)
"""In order; the runner sets the version and commits."""
