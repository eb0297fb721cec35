"""A list that is read part by part gives what it gives as a whole, and what is kept packed comes out as it went in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import chain
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio import kept, list_rows
from workstation.profile.portfolio.dry_run import Codecs, plan_import
from workstation.profile.portfolio.kept import Kept, KeyNumbers, kept_with
from workstation.received.tables.long_text import parts_of, rows_of_part, text_form
from workstation.received.tables.text_file import read_text
from workstation.store.store import Store

TODAY = date(2026, 11, 23)
CELLS = st.text(st.sampled_from('ab 张\u3000，,"\n\r\t=0\u200b'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=12), st.integers(1, 40))
def test_rows_read_in_parts_are_those_of_the_whole(rows, part):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    data = ("甲,乙,丙\n" + text.getvalue() + "甲,乙,丙\n" * 2000).encode()
    file = io.BytesIO(data)
    form = text_form(file, "list.csv")
    assert form is not None
    found: list[tuple[str, ...]] = []
    rest, done = "", form.start
    for piece in parts_of(file, form, "list.csv", part):
        done += len(piece)
        read = rows_of_part(piece, form, rest, done >= len(data), "list.csv")
        found += read.rows
        rest = read.rest
    assert without_blanks(found) == without_blanks(read_text(data, "list.csv").rows)


def without_blanks(rows) -> list[tuple[str, ...]]:
    found = [tuple(map(str.strip, cells)) for cells in rows]
    while found and not any(found[-1]):
        found.pop()
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5hkscs"])
def test_the_encoding_of_a_long_text_is_told_as_that_of_a_short_one(encoding):
    data = ("姓名,銀行\n" + "張三,銀行\n" * 400).encode(encoding)
    form = text_form(io.BytesIO(data), "list.csv")
    assert form is not None
    assert form.encoding.removesuffix("-sig") == read_text(data, "list.csv").encoding


@pytest.mark.parametrize(
    "data", [b"\x01\x02\x03\n" * 400, "中文\n".encode("gb18030") + b"\x01\x02\x03\x04" * 400 + b"\n"]
)
def test_what_is_no_text_is_refused_alike(data):
    for read in (lambda: text_form(io.BytesIO(data), "list.csv"), lambda: read_text(data, "list.csv")):
        with pytest.raises(Refused) as refusal:
            read()
        assert [finding.code for finding in refusal.value.findings] == ["table_unreadable"]


def lines(count: int, random: Random) -> Iterator[str]:
    """Rows of which some repeat a person, some an account, some are wrong, with a sum below."""
    yield "姓名,手机,银行,卡号,本金"
    for _ in range(count):
        person = random.randrange(count // 2)
        card = random.randrange(count * 20)
        owed = random.choice(("100.00", "x", "20"))
        yield f'"甲{person}",1390000{person:04},招商银行,{card:016},{owed}'
    yield f"合计,{count}户,,,5"


@pytest.mark.parametrize("seed", range(3))
def test_a_long_list_is_planned_as_a_short_one(seed, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "BLOCK", 7)
    monkeypatch.setattr(kept, "_COMPRESSED_FROM", 900)
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join(lines(400, Random(seed))).encode())
    store = Store.memory()
    codecs = Codecs(store.prepared(Account), store.prepared(Debtor))
    whole = plan_import(path.read_bytes(), "list.csv", today=TODAY)
    monkeypatch.setattr(list_rows, "LONG_FROM", 0)
    steps: list[tuple[int, int]] = []
    with path.open("rb") as file:
        long = plan_import(file, "list.csv", today=TODAY, codecs=codecs, step=lambda *step: steps.append(step))
    store.close()
    assert steps and steps[-1][0] == steps[-1][1]
    for told in ("sha256", "header", "columns", "totals_read", "totals_accepted", "totals_rejected", "to_confirm"):
        assert getattr(long, told) == getattr(whole, told)
    assert (long.rejected, long.advice) == (whole.rejected, whole.advice)
    assert [said(claim.account) for claim in long.claims] == [said(claim.account) for claim in whole.claims]
    assert [claim.row for claim in long.claims] == [claim.row for claim in whole.claims]
    assert [one.debtor.name for one in long.new_cases] == [one.debtor.name for one in whole.new_cases]


def said(account: Account) -> tuple[object, ...]:
    return (account.bank, account.number, account.principal, account.case_id[-8:])


def test_the_work_is_stopped_at_a_step(tmp_path, monkeypatch):
    monkeypatch.setattr(list_rows, "LONG_FROM", 0)
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join(lines(50, Random(1))).encode())

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with path.open("rb") as file, pytest.raises(InterruptedError):
        plan_import(file, "list.csv", today=TODAY, step=stop)


def test_a_list_that_is_held_whole_tells_its_steps_and_is_stopped_at_one():
    data = "\n".join(lines(2500, Random(1))).encode()
    steps: list[tuple[int, int]] = []
    plan = plan_import(data, "list.csv", today=TODAY, step=lambda *step: steps.append(step))
    assert plan.rows == 2500
    assert steps[:3] == [(0, 2502), (1000, 2502), (2000, 2502)]

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        plan_import(data, "list.csv", today=TODAY, step=stop)


def test_keys_keep_their_numbers_when_they_are_sorted_away(monkeypatch):
    monkeypatch.setattr(kept, "_NEWEST", 5)
    keys = KeyNumbers()
    known: dict[tuple[str, str], int] = {}
    random = Random(7)
    for number in range(300):
        key = (str(random.randrange(200)), "甲")
        assert keys.get(key) == known.get(key)
        if key not in known:
            known[key] = number
            keys.put(key, number)
    assert all(keys.get(key) == number for key, number in known.items())
    assert keys.get(("none", "乙")) is None


class _Doubled:
    def values(self, entity: int) -> tuple[int]:
        return (2 * entity,)

    def entity(self, values: tuple[int, ...]) -> int:
        return values[0] // 2


def test_what_is_kept_comes_out_as_it_went_in(monkeypatch):
    monkeypatch.setattr(kept, "BLOCK", 3)
    monkeypatch.setattr(kept, "_COMPRESSED_FROM", 30)
    items: Kept[tuple[int, int]] = kept_with(_Doubled(), lambda pair: pair, lambda at, one: (at, one))
    for number in range(40):
        items.append((number, number * number))
    wanted = [(number, number * number) for number in range(40)]
    assert (list(items), len(items), items[-1], items[17]) == (wanted, 40, wanted[-1], wanted[17])
    assert list(items[2:9:3]) == wanted[2:9:3]
    assert [first for first, _ in chain.from_iterable(items.blocks())] == [first for first, _ in wanted]
    assert (items.at_hand(0), items.at_hand(39)) == (False, True)
    items.replace(39, (39, 5))
    assert items[39] == (39, 5)
