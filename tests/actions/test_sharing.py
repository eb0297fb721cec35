"""Several people at one desk: openings are counted, an older database is told, rejected rows and quarantined files are kept."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.builders import NOW, account
from tests.store.stored import CHEAP
from workstation.actions import cases, imports, sharing
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import change_passphrase, desk_keys, open_desk, open_for_work
from workstation.actions.settings import save_settings
from workstation.casework.settings import DeskSettings
from workstation.dates import Clock, FixedClock
from workstation.errors import Refused
from workstation.profile.case import Case, Stage
from workstation.store.changes import Changes
from workstation.store.header import check_sum
from workstation.store.quarantine import QUARANTINE
from workstation.store.sharing.generation import last_known
from workstation.wording import Wording

PASSPHRASE = "一盏灯照着两个人写字"
CLOCK = FixedClock(NOW)
LONG_AGO = FixedClock(datetime(1999, 1, 1, tzinfo=UTC))
LIST = "姓名,身份证号,银行,卡号,本金,利息\n张三,11010519491231002X,招商银行,6225750000000001,1000,20.50\n"
BAD = "李四,,中国银行,x,一千,-3\n"


def opened(folder: Path, clock: Clock = CLOCK) -> Desk:
    return open_desk(folder, PASSPHRASE, clock)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_desk(tmp_path / "desk", PASSPHRASE, DeskSettings("样例", "林协商"), CLOCK, CHEAP).close()
    return tmp_path / "desk"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = opened(folder)
    yield made
    made.close()


def codes(run) -> list[str]:
    with pytest.raises(Refused) as refused:
        run()
    return [finding.code for finding in refused.value.findings]


def put_back(folder: Path, copy: Path) -> None:
    for file in folder.glob("desk.db*"):
        file.unlink()
    shutil.copy(copy, folder / "desk.db")


@pytest.fixture
def older(folder: Path, tmp_path: Path) -> Path:
    """A desk whose database somebody put back after a day of work that took in a file."""
    shutil.copy(folder / "desk.db", tmp_path / "copy.db")
    working = opened(folder, FixedClock(NOW + timedelta(days=1)))
    working.vault.keep(b"a proof", "proof.pdf")
    working.close()
    put_back(folder, tmp_path / "copy.db")
    return folder


def test_openings_are_counted_in_both_places(folder):
    before = last_known(folder).generation
    desk = opened(folder)
    assert last_known(folder).generation == desk.store.counters.opened.generation == before + 1
    desk.close()


def test_a_passphrase_change_keeps_the_count(folder):
    desk = opened(folder)
    change_passphrase(desk, PASSPHRASE, PASSPHRASE + "二")
    assert last_known(folder).generation == desk.store.counters.opened.generation
    desk.close()


def test_an_older_database_is_told_before_anything_is_moved(older):
    keys = desk_keys(older, PASSPHRASE)
    with pytest.raises(Refused) as refused:
        open_for_work(older, keys, CLOCK)
    (finding,) = refused.value.findings
    assert finding.code == "desk_database_older"
    assert finding.figures["files"] == "1"
    assert finding.figures["used"] < finding.figures["newer"]
    assert not (older / "vault" / QUARANTINE).exists()
    assert codes(lambda: opened(older)) == ["desk_database_older"]


def test_accepted_it_opens_keeps_the_newer_file_and_is_not_asked_about_again(older):
    desk = open_for_work(older, desk_keys(older, PASSPHRASE), CLOCK, accept_older=True)
    assert desk.quarantined.set_aside == 1
    assert sharing.quarantine_held(desk).files == 1
    desk.close()
    opened(older).close()


def test_a_crash_between_the_two_counts_is_no_older_database(folder):
    whole = (folder / "desk.json").read_bytes()
    opened(folder).close()
    (folder / "desk.json").write_bytes(whole)  # the database had counted, the header not yet
    desk = opened(folder)
    assert last_known(folder).generation == desk.store.counters.opened.generation
    desk.close()


def test_a_header_that_never_counted_is_that_of_an_earlier_version(folder):
    body = json.loads((folder / "desk.json").read_text("utf-8"))
    del body["generation"], body["check"]
    (folder / "desk.json").write_text(json.dumps(body | {"check": check_sum(body)}), "utf-8")
    opened(folder).close()
    assert last_known(folder).generation > 0


def test_what_another_process_wrote_is_heard_with_its_cases(desk, folder):
    other = opened(folder)
    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    assert not desk.look()
    case_id = other.run(cases.new_case, "张三")
    before = other.settings
    other.run(save_settings, replace(before, phone="1"), before)
    assert desk.look()
    assert (set(heard[0].case_ids), desk.settings.phone) == ({case_id}, "1")
    assert {"Debtor", "Case", "Import"} <= heard[0].kinds
    assert not desk.look()
    other.close()


def test_who_else_has_it_open_is_told_in_words(desk, folder):
    assert sharing.also_open(desk, Wording("en")) == ""
    other = opened(folder)
    assert sharing.also_open(desk, Wording("en")).startswith("Also open: 林协商 on ")
    other.close()
    assert desk.others == ()


@pytest.mark.parametrize("clock", [CLOCK, LONG_AGO])
def test_a_clock_set_back_never_lets_an_undo_take_work_along(folder, clock):
    desk = opened(folder)
    batch = desk.run(imports.import_portfolio, imports.plan_data(desk, LIST.encode(), "list.csv"))
    (case,) = desk.store.find(Case)
    desk.close()
    later = opened(folder, clock)
    later.run(cases.save_account, account(case_id=case.id, id="typed", number="1"))
    later.run(cases.remove_account, "typed")  # nothing is left of it but that the case was touched
    assert codes(lambda: later.run(imports.undo_import, batch.id)) == ["import_worked_on"]
    later.close()


def test_an_untouched_import_is_undone_whatever_the_clock_says(folder):
    desk = opened(folder, LONG_AGO)
    batch = desk.run(imports.import_portfolio, imports.plan_data(desk, LIST.encode(), "list.csv"))
    desk.run(cases.new_case, "王五")
    assert desk.run(imports.undo_import, batch.id).undone_at is not None
    desk.close()


def test_rejected_rows_stay_with_their_import_and_outlive_its_undo(desk):
    plan = imports.plan_data(desk, (LIST + BAD).encode(), "list.csv")
    batch = desk.run(imports.import_portfolio, plan)
    for language in ("zh-Hans", "en"):
        assert imports.kept_rejects(desk, batch.id, language)() == imports.rejects_workbook(plan, language)
    desk.run(imports.undo_import, batch.id)
    sheet = openpyxl.load_workbook(io.BytesIO(imports.kept_rejects(desk, batch.id, "en")())).worksheets[0]
    assert [cell.value for cell in sheet[2]][:2] == ["李四", None]
    assert [one.id for one in imports.past_imports(desk)] == [batch.id]


def test_an_import_without_rejected_rows_has_none_to_write(desk):
    batch = desk.run(imports.import_portfolio, imports.plan_data(desk, LIST.encode(), "list.csv"))
    assert codes(lambda: imports.kept_rejects(desk, batch.id, "en")) == ["import_no_rejects"]
    assert codes(lambda: imports.kept_rejects(desk, "none", "en")) == ["not_found"]


def test_a_case_moved_on_meanwhile_is_not_moved_twice(desk):
    case_id = desk.run(cases.new_case, "张三")
    desk.store.save(replace(desk.store.get(Case, case_id), stage=Stage.EVIDENCE))
    assert codes(lambda: desk.run(cases.advance, case_id, Stage.UNDERSTAND)) == ["save_conflict"]
    assert desk.store.get(Case, case_id).stage is Stage.EVIDENCE


def worked(folder, clock):
    desk = open_for_work(folder, desk_keys(folder, PASSPHRASE), clock)
    desk.upkeep()
    desk.close()


@pytest.mark.parametrize(("days", "gone"), [(0, 0), (89, 0), (90, 1), (91, 1)])
def test_quarantined_files_go_after_ninety_days_and_only_when_told_to(folder, days, gone):
    desk = opened(folder)
    desk.vault.keep(b"a proof", "proof.pdf")
    desk.close()
    worked(folder, CLOCK)
    (file,) = (folder / "vault" / QUARANTINE).glob("*/*")
    since = max(date.fromisoformat(file.parent.name), datetime.fromtimestamp(file.stat().st_ctime, UTC).date())
    day = datetime.combine(since + timedelta(days=days), datetime.min.time(), UTC)
    later = open_for_work(folder, desk_keys(folder, PASSPHRASE), FixedClock(day))
    assert (sharing.quarantine_held(later).files, sharing.quarantine_held(later).removable) == (1, gone)
    assert later.run(sharing.empty_quarantine) == gone
    assert file.exists() is not bool(gone)
    later.close()


def test_a_day_of_a_clock_set_back_shortens_nothing(folder):
    desk = opened(folder, LONG_AGO)
    desk.vault.keep(b"a proof", "proof.pdf")
    desk.close()
    worked(folder, LONG_AGO)
    now = opened(folder, FixedClock(datetime.now(UTC)))
    assert (sharing.quarantine_held(now).files, sharing.quarantine_held(now).removable) == (1, 0)
    now.close()


def test_the_files_of_the_register_go_with_the_desk(folder):
    desk = opened(folder)
    assert len(os.listdir(folder / "open")) == 1
    desk.close()
    assert os.listdir(folder / "open") == []
