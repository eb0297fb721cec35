"""Whatever is done to the log, or to a row behind its back, is found by name; what was written is whole."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.stored import EVERY
from workstation.actions.oversight import log
from workstation.errors import Refused
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.changes import Changes
from workstation.store.ledger import exported
from workstation.store.ledger.exported import Entry
from workstation.store.ledger.head import Head, head_of
from workstation.store.ledger.judging import judged, judged_chain
from workstation.store.ledger.ledger import Act
from workstation.store.store import Store

LENGTH = 9


def worked(count: int = LENGTH) -> Store:
    """A store whose log has ``count`` entries: its beginning, and people taken in one by one."""
    store = Store.memory()
    for number in range(1, count):
        with store.transaction(Act("林协商", "王主管", "cases.save_debtor")):
            store.add(Debtor(f"d{number}", f"债务人{number}"))
    return store


ENTRIES = tuple(worked().ledger.entries())
HEAD = Head(ENTRIES[-1].number, ENTRIES[-1].digest)


def told(entries: list[Entry], *heads: Head) -> list[tuple[str, str, str]]:
    """Code, number and other of what is found."""
    return [(f.code, f.figures["number"], f.figures["other"]) for f in judged_chain(entries, heads).findings]


def test_every_kind_of_record_is_as_the_log_says_once_it_is_stored() -> None:
    store = Store.memory()
    store.add_all(EVERY)
    report = judged(store.ledger)
    assert report.findings == ()
    assert report.rows > len(EVERY) - 5
    assert [entry.number for entry in store.ledger.entries()] == [1, 2]


def test_an_entry_says_who_when_what_and_which_cases() -> None:
    store = Store.memory()
    with store.transaction(Act("林协商", "王主管", "cases.new_case")) as changes:
        store.add(Debtor("d1", "张三"))
        store.add(Case("c1", "CC-1", "d1", EVERY[3].opened_on))
        assert isinstance(changes, Changes)
    first, entry = store.ledger.entries()
    assert (first.action, first.rows.split()[0]) == ("ledger.began", "ledger")
    assert first.digest != next(iter(Store.memory().ledger.entries())).digest
    assert (entry.by, entry.vouched, entry.action, entry.cases) == ("林协商", "王主管", "cases.new_case", "c1")
    assert [line.split()[:3] for line in entry.rows.splitlines()] == [["debtor", "d1", "-"], ["case", "c1", "-"]]
    assert "张三" not in entry.rows


def test_a_change_names_the_digests_before_and_after_and_saving_the_same_writes_nothing() -> None:
    store = worked(2)
    one = store.get(Debtor, "d1")
    store.save(replace(one, name="另名"))
    store.save(replace(one, name="另名"))
    store.delete(Debtor, "d1")
    *_, added, changed, removed = (entry.rows.split() for entry in store.ledger.entries())
    assert changed[2] == added[3]
    assert removed[2:] == [changed[3], "-"]


def test_what_was_undone_is_not_in_the_log() -> None:
    store = worked(2)
    before = store.ledger.head
    with pytest.raises(RuntimeError), store.transaction():
        store.add(Debtor("d9", "甲"))
        raise RuntimeError
    assert store.ledger.head == before
    with store.transaction():
        store.add(Debtor("d8", "乙"))
        with pytest.raises(RuntimeError), store.transaction():
            store.add(Debtor("d9", "甲"))
            raise RuntimeError
    assert [line.split()[1] for line in list(store.ledger.entries())[-1].rows.splitlines()] == ["d8"]
    assert judged(store.ledger).findings == ()


@given(st.integers(0, LENGTH - 1), st.sampled_from([*Entry.__dataclass_fields__]))
def test_any_entry_that_was_altered_is_named(place: int, field: str) -> None:
    entries = list(ENTRIES)
    value = getattr(entries[place], field)
    other: Any = value + 1000 if isinstance(value, int) else f"{value}x"
    entries[place] = replace(entries[place], **{field: other})
    ((code, number, _),) = told(entries)
    assert code == ("ledger_dropped" if field == "number" else "ledger_altered")
    assert number == str(place + 1)


@given(st.integers(0, LENGTH - 1), st.booleans())
def test_any_entry_that_was_dropped_is_named_whether_or_not_the_rest_was_numbered_anew(place: int, anew: bool) -> None:
    entries = [*ENTRIES[:place], *ENTRIES[place + 1 :]]
    if anew:
        entries = [replace(one, number=number) for number, one in enumerate(entries, 1)]
    last = place == LENGTH - 1
    assert told(entries, HEAD) == [
        ("ledger_cut", str(LENGTH), str(LENGTH)) if last else ("ledger_dropped", str(place + 1), "0")
    ]


@given(st.integers(0, LENGTH - 2), st.integers(1, LENGTH - 1), st.booleans())
def test_any_two_entries_that_were_swapped_are_named(place: int, further: int, with_numbers: bool) -> None:
    other = min(place + further, LENGTH - 1)
    entries = list(ENTRIES)
    entries[place], entries[other] = entries[other], entries[place]
    if with_numbers:
        entries[place] = replace(entries[place], number=place + 1)
        entries[other] = replace(entries[other], number=other + 1)
    assert told(entries) == [("ledger_swapped", str(place + 1), str(other + 1))]


@given(st.integers(0, LENGTH - 1))
def test_a_cut_tail_is_seen_by_the_head_that_stands_elsewhere_and_by_nothing_else(kept: int) -> None:
    entries = list(ENTRIES[:kept])
    assert told(entries) == []
    assert told(entries, HEAD) == [("ledger_cut", str(kept + 1), str(LENGTH))]


def test_a_log_written_anew_as_a_whole_is_seen_by_a_head() -> None:
    forged: list[Entry] = []
    for one in ENTRIES:
        previous = forged[-1].digest if forged else exported.FIRST
        bare = replace(one, by="别人", previous=previous)
        forged.append(replace(bare, digest=exported.digest_of(bare)))
    assert told(forged) == []
    assert told(forged, HEAD) == [("ledger_rewritten", str(LENGTH), "0")]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE debtor SET name = '别人' WHERE id = 'd3'", "ledger_row_altered"),
        ("DELETE FROM debtor WHERE id = 'd3'", "ledger_row_gone"),
        (
            "INSERT INTO user (id, name, roles, one_time) VALUES ('d3', '别人', '[\"supervisor\"]', 0)",
            "ledger_row_unknown",
        ),
    ],
)
def test_a_row_that_was_touched_behind_the_log_is_named(statement: str, code: str) -> None:
    store = worked()
    store._database.run(statement)
    (finding,) = judged(store.ledger).findings
    assert (finding.code, finding.figures["key"]) == (code, "d3")


@given(st.integers(0, LENGTH - 1), st.sampled_from(["whole", "altered", "dropped", "swapped", "cut"]))
def test_the_verifier_that_stands_alone_says_the_same(tmp_path_factory, place: int, deed: str) -> None:
    entries = list(ENTRIES)
    match deed:
        case "altered":
            entries[place] = replace(entries[place], by="别人")
        case "dropped":
            del entries[place]
        case "swapped":
            entries[place], entries[place - 1] = entries[place - 1], entries[place]
        case "cut":
            del entries[place:]
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    path.write_text("".join(exported.line_of(one) + "\n" for one in entries), encoding="utf-8")
    report = log.verify_exported(path, [HEAD])
    assert exported.main([str(path), str(HEAD)]) == (1 if report.findings else 0)
    assert [one.code for one in report.findings] == [one.code for one in judged_chain(entries, [HEAD]).findings]
    assert bool(report.findings) == (entries != list(ENTRIES))


def test_the_verifier_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    program, path = tmp_path / "verify.py", tmp_path / "log.jsonl"
    program.write_text(log.verifier(), encoding="utf-8")
    path.write_text("".join(exported.line_of(one) + "\n" for one in ENTRIES[:-1]), encoding="utf-8")
    run = [sys.executable, "-I", "-S", str(program), str(path)]
    whole = subprocess.run(run, capture_output=True, text=True, check=False)
    cut = subprocess.run([*run, str(HEAD)], capture_output=True, text=True, check=False)
    assert (whole.returncode, whole.stdout) == (0, f"whole {LENGTH - 1}:{ENTRIES[-2].digest}\n")
    assert (cut.returncode, cut.stdout) == (1, f"cut {LENGTH} {LENGTH}\n")


@pytest.mark.parametrize("text", ["x", "1:abc", ":" + "0" * 64, "1:" + "g" * 64])
def test_a_head_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="digest"):
        head_of(text)
    with pytest.raises(Refused):
        log.head_named(text, "--head")


@pytest.mark.parametrize("line", ["", "{}", "[1]", '{"number": true}'])
def test_a_file_that_is_no_log_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "log.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        log.verify_exported(tmp_path / "log.jsonl")
    assert refused.value.findings[0].code == "ledger_unreadable"
