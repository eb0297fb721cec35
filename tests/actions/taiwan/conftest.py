"""The sample case of Taiwan on a desk in memory, loaded once a module: tests here only read it, or copy what they change."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.written_cases import load_written
from workstation.casework.case_file import CaseFile
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.received.pdf.texts import line_texts
from workstation.store.store import Store
from workstation.store.vault import Vault

CASE = Path(__file__).parents[2] / "files" / "cases" / "taiwan" / "case.toml"
NOW = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)
SETTINGS = DeskSettings("安心協商工作台", "林專員", phone="02-2381-0000", address="臺北市中正區重慶南路一段1號")


def taiwan_desk(folder: Path) -> Desk:
    """A desk in memory, whose day is that of the case."""
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add(SETTINGS)
    return Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), clock, SETTINGS)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """(desk, case id)."""
    desk = taiwan_desk(tmp_path_factory.mktemp("taiwan"))
    yield desk, load_written(desk, CASE).case_id
    desk.close()


@pytest.fixture
def file(loaded) -> CaseFile:
    """The case as it stands."""
    desk, case_id = loaded
    return cases.load_case(desk, case_id)


def words_of(pdf: bytes) -> str:
    """All that a reader finds on the pages, without blanks, which lines break anywhere."""
    return "".join("".join(text.split()) for text in line_texts(pdf, 999))
