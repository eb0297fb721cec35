"""Schema 14: what each desk of an earlier schema held as one day becomes a due day with its origin, and nothing is guessed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workstation.store.transfer.upgrade import upgraded

CASE = {"id": "c1", "number": "CC-1", "debtor_id": "d1", "opened_on": "2026-11-01", "stage": 1, "pack": "cn-card"}


def account_after(header: list[str] | None, day: str | None) -> dict[str, Any]:
    """The account of a desk of schema 13 after the step; ``header``: the columns of the list that brought it, None: typed."""
    batch = {"id": "m1", "file_name": "a.csv", "at": "2026-11-01T00:00:00Z", "header": json.dumps(header or [])}
    account = {"id": "a1", "case_id": "c1", "import_id": None if header is None else "m1", "overdue_since": day}
    rows = upgraded([("import", batch), ("debtor", {"id": "d1"}), ("case", CASE), ("account", account)], 13)
    (values,) = [values for table, values in rows if table == "account"]
    return {name: values[name] for name in ("due_on", "due_given", "due_source")}


@pytest.mark.parametrize(
    ("header", "due_on", "source"),
    [
        (["姓名", "逾期开始日期"], "2026-05-31", "bank_column"),
        (["姓名", "* 逾期 起始日"], "2026-05-31", "bank_column"),
        (["Name", "Overdue Since"], "2026-05-31", "bank_column"),
        (["姓名", "逾期天数"], "2026-06-01", "counted"),  # as of less the days: the due day already
        (["姓名", "逾期日期"], "2026-06-01", "bank_unclear"),
        (["姓名", "逾期开始日期", "逾期日期"], "2026-06-01", "bank_unclear"),
        (["姓名", "逾期开始日期", "逾期天数"], "2026-06-01", "bank_unclear"),  # a blank day was counted from the days
        (["姓名", "欠款起"], "2026-06-01", "bank_unclear"),  # by a mapping file
        ([], "2026-06-01", "bank_unclear"),  # a list taken in before its columns were kept
        (None, "2026-06-01", "typed_unclear"),
    ],
)
def test_the_day_is_moved_only_where_its_list_gave_the_first_day_overdue(header, due_on, source):
    after = account_after(header, "2026-06-01")
    assert after == {"due_on": due_on, "due_given": "2026-06-01", "due_source": source}


@pytest.mark.parametrize("header", [["逾期开始日期"], None])
def test_an_account_without_a_day_stays_without(header):
    assert account_after(header, None) == {"due_on": None, "due_given": None, "due_source": ""}


def test_months_and_years_are_crossed():
    assert account_after(["逾期开始日期"], "2024-03-01")["due_on"] == "2024-02-29"
    assert account_after(["逾期开始日期"], "2026-01-01")["due_on"] == "2025-12-31"
