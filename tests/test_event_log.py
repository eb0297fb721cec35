"""The log tells what happened in codes and how long it took; nothing that a person typed is ever in it."""

from __future__ import annotations

import os
import re
import tomllib
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import resources
from tests.builders import NOW, SETTINGS, account
from workstation import event_log, log_file
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.dates import FixedClock
from workstation.errors import Damaged, Finding, Refused
from workstation.event_log import EventLog, FileLog
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.store.store import Store
from workstation.store.vault import Vault

CLOCK = FixedClock(NOW)
LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \S+ (action|compute|task|command) [A-Za-z_.<>?]+( [A-Za-z_.<>?]+)+ \d+"
)
NAMES = st.text("欧阳阿依古丽张伟王芳陈·", min_size=1, max_size=12)
NUMBERS = st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True)
AMOUNTS = st.integers(10**8, 10**12)


def desk_with(log: EventLog, folder: Path) -> Desk:
    store = Store.memory(CLOCK)
    store.add(SETTINGS)
    return Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), CLOCK, SETTINGS, log)


def fail(error: Exception, _desk: Desk) -> None:
    raise error


def lines(folder: Path) -> list[str]:
    return [line for path in sorted(folder.glob("*.log*")) for line in path.read_text("ascii").splitlines()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, number=NUMBERS, amount=AMOUNTS)
def test_no_line_holds_a_name_a_number_or_an_amount(tmp_path_factory, name: str, number: str, amount: int) -> None:
    folder = tmp_path_factory.mktemp("desk")
    log = FileLog(folder / "a.log", CLOCK)
    desk = desk_with(log, folder)
    case_id = desk.run(cases.new_case, name)
    money = Money(amount, "CNY")
    desk.run(cases.save_account, account(case_id=case_id, number=number, principal=money))
    wanted = Finding(number, name, {"name": name, "amount": money.text()})
    for error in (
        Refused(wanted),
        Refused(Finding("known", number)),
        ValueError(name),
        Damaged(number),
        OSError(5, name),
    ):
        with pytest.raises(type(error)):
            desk.run(partial(fail, error))
    with pytest.raises(ValueError, match="no"), log.timed("task", f"{name} {number}"):
        raise ValueError("no")
    desk.compute(partial(str, name))
    log.close()
    found = lines(folder)
    assert len(found) == 9
    assert [line for line in found if not LINE.fullmatch(line)] == []
    for told in (name, number, str(amount), money.text(), case_id, str(folder)):
        assert not any(told in line for line in found), told


def test_lines_name_the_action_its_end_and_its_duration(tmp_path) -> None:
    log = FileLog(tmp_path / "a.log", CLOCK)
    desk = desk_with(log, tmp_path)
    desk.run(cases.new_case, "张伟")
    with pytest.raises(Refused):
        desk.run(cases.new_case, " ")
    log.close()
    assert [line.split(" ")[2:-1] for line in lines(tmp_path)] == [
        ["action", "cases.new_case", "ok"],
        ["action", "cases.new_case", "required_field"],
    ]


def test_every_finding_that_has_a_sentence_is_a_code_of_the_log() -> None:
    codes = {
        code
        for file in resources.path("wording", "en").glob("*.toml")
        for code in tomllib.loads(file.read_text("utf-8")).get("finding", {})
    }
    assert codes and [code for code in codes if event_log._coded(code) != code] == []


def test_old_lines_give_way_to_new_ones(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(log_file, "_BYTES", 1000)
    log = FileLog(tmp_path / "a.log", CLOCK)
    for number in range(200):
        log.note("action", "first" if number < 100 else "last", "ok", number)
    log.close()
    files = list(tmp_path.iterdir())
    assert len(files) == 5 and all(file.stat().st_size <= 1000 for file in files)
    assert all(" last " in line for line in lines(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="rights of another kind")
def test_only_its_owner_may_read_it(tmp_path) -> None:
    log = FileLog(tmp_path / "logs" / "a.log", CLOCK)
    log.note("action", "one", "ok", 1)
    log.close()
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "logs" / "a.log").stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, capsys) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    log = FileLog(tmp_path / "taken" / "a.log", CLOCK)
    desk = desk_with(log, tmp_path)
    assert desk.run(cases.new_case, "张伟")
    log.close()
    assert capsys.readouterr().err == ""
