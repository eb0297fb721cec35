"""The days that a proof covers are told by the last one, wherever a person writes or reads them; they are kept half-open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

import resources
from tests.documents.sample_case import case_file
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.transfer.merge_plan import FieldChange
from workstation.actions.transfer.shown import value_text
from workstation.casework.written.case_toml import read_case
from workstation.cli import evidence
from workstation.cli.grammar.parser import parser
from workstation.errors import Refused
from workstation.policy.pack import packs
from workstation.store.sharing.merging import rebased
from workstation.wording import Wording


def test_the_command_line_takes_the_last_day(monkeypatch):
    found: list[ItemFacts] = []

    def added(_desk: Any, _file: Any, _given: Any, facts: ItemFacts) -> tuple[()]:
        found.append(facts)
        return ()

    monkeypatch.setattr(evidence, "_added", added)
    desk: Any = None
    file: Any = SimpleNamespace(today=date(2026, 11, 23))
    words = ["evidence", "add", "C", "bank_statement", "f", "--covers-from", "2026-05-01", "--covers-to", "2026-11-15"]
    evidence.add(desk, file, parser().parse_args(words), Wording("en"))
    assert (found[0].covers_from, found[0].covers_to) == (date(2026, 5, 1), date(2026, 11, 16))


def test_a_case_file_takes_the_last_day():
    path = resources.path("sample", "case.toml")
    proofs = read_case(path.read_text("utf-8"), path, packs()).proofs
    assert "covers_to = 2026-11-15" in path.read_text("utf-8")
    assert [one.facts["covers_to"] for one in proofs if "covers_to" in one.facts] == [date(2026, 11, 16)]


def test_a_conflict_tells_the_last_day():
    base = case_file().items[2]
    mine, theirs = replace(base, covers_to=date(2026, 11, 16)), replace(base, covers_to=date(2026, 12, 1))
    with pytest.raises(Refused) as refused:
        rebased(base, mine, theirs, "evidence_item")
    figures = refused.value.findings[0].figures
    assert (figures["theirs"], figures["yours"]) == ("2026-11-30", "2026-11-15")


def test_a_bundle_tells_the_last_day():
    change = FieldChange(("evidence_item", "i1"), "covers_to", "2026-11-16", None)
    assert value_text(change, "2026-11-16", Wording("en")) == "2026-11-15"
    assert value_text(change, None, Wording("en")) == "—"
