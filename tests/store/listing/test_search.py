"""People are found by what an agent has at hand, and the list stays quick to ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.source_tree import ROOT
from tests.store.server.engines import Engine
from tests.store.stored import CLOCK, KEY, LATER, filled
from workstation.casework.printed import PrintRecord
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor, Phone
from workstation.store.records.readings import character_readings
from workstation.store.records.search_refresh import refresh_search
from workstation.store.records.search_text import search_text
from workstation.store.store import Store

PEOPLE = {
    "曾小贤": ("11010519900101123X", "138 1234 5678", "6225880011223344"),
    "张三": ("310115198001010011", "+86 139-8765-4321", "4000123412349999"),
    "欧阳·阿依古丽": ("650102198505050022", "010-66668888", "6217000000007777"),
    "单田芳": ("210102193412170033", "13600000000", "6222020000001381"),
    "John O'Neil": ("", "4155550100", "5555444433332222"),
    "吕布100%_": ("", "", "1"),
    "阿卜杜热西提·麦麦提": ("H01239876", "", "2"),
    "張偉": ("350125198802021013", "0086 137 1111 2222", "3"),
    "贠安宇": ("", "", "4"),
    "欧阳·买买提·古丽夏提·单": ("", "", "5"),
}


@pytest.fixture(scope="module", params=["embedded", "server"])
def any_store(request, tmp_path_factory):
    """The same people in both engines."""
    server = request.getfixturevalue("postgres") if request.param == "server" else None
    engine = Engine(tmp_path_factory.mktemp("found"), server)
    yield peopled(engine.new())
    engine.close()


@pytest.fixture(scope="module")
def store():
    kept = peopled(Store.memory(CLOCK))
    yield kept
    kept.close()


def peopled(kept: Store) -> Store:
    for no, (name, (resident_id, phone, number)) in enumerate(PEOPLE.items(), 1):
        phones = (Phone(phone),) if phone else ()
        kept.add(Debtor(f"d{no}", name, resident_id, phones))
        kept.add(Case(f"c{no}", f"CC-2026-{no:05d}", f"d{no}", date(2026, 1, 1), Stage(1 + no % 2)))
        kept.add(Account(f"a{no}", f"c{no}", "招商银行", number, principal=Money(no * 100)))
    return kept


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("曾小贤", ["曾小贤"]),
        ("小贤", ["曾小贤"]),
        ("zengxiaoxian", ["曾小贤"]),
        ("cengxiao", ["曾小贤"]),
        ("zxx", ["曾小贤"]),
        ("ＺＸＸ", ["曾小贤"]),
        ("xiaoxian", ["曾小贤"]),
        ("shantian", ["单田芳"]),
        *((one, ["单田芳"]) for one in ("shantf", "stfang", "Shan-TF", "dtianf", "chantf")),
        *((one, ["曾小贤"]) for one in ("zengxx", "zxiaox", "zxiaoxian", "zxxian", "cengxx")),
        *((one, []) for one in ("zengxy", "zengxxx", "zyxian", "shantianm", "tianff")),
        *((one, ["贠安宇"]) for one in ("yunay", "yunanyu", "yuanay", "yunanyu")),
        *((one, ["欧阳·买买提·古丽夏提·单"]) for one in ("ouyangmmtglxt", "oymmtiguli", "ouyangmmt")),
        *((lubu, ["吕布100%_"]) for lubu in ("lvbu", "lubu", "lyubu", "lübu", "lǚbù", "lü-bu", "呂布", "lyu", "ly")),
        *(
            (whole, ["阿卜杜热西提·麦麦提"])
            for whole in (
                "abudu",
                "abudurexiti",
                "abudurexitimaimaiti",
                "rexiti",
                "rexitim",
                "bodu",
                "abdrxtmmt",
                "xtmm",
                "a'bu'du",
                "阿卜杜熱西提",
                "阿卜杜•热西提",
                "热西提麦麦提",
                "热西提・麥",
                "h01239876",
                "H０１２３９８７６",
            )
        ),
        *((one, ["張偉"]) for one in ("张伟", "張偉", "张 伟", "zhangwei", "13711112222", "350125198802021013")),
        *((one, ["贠安宇"]) for one in ("yunanyu", "yuananyu", "anyu", "yay")),
        *(
            (one, ["欧阳·买买提·古丽夏提·单"])
            for one in ("oymmtglxts", "maimaitiguli", "xiatishan", "xiatichan", "ouyangmaimaitigulixiatidan")
        ),
        ("maimaiti", ["阿卜杜热西提·麦麦提", "欧阳·买买提·古丽夏提·单"]),
        ("maimaiguli", []),
        ("zhangwa", []),
        ("ouyang", ["欧阳·买买提·古丽夏提·单", "欧阳·阿依古丽"]),
        ("ouyanga", ["欧阳·阿依古丽"]),
        ("oyayg", ["欧阳·阿依古丽"]),
        ("oneil", ["John O'Neil"]),
        ("john", ["John O'Neil"]),
        ("neil", ["John O'Neil"]),
        ("%", ["吕布100%_"]),
        ("100%_", ["吕布100%_"]),
        ("5678", ["曾小贤"]),
        ("13812345678", ["曾小贤"]),
        ("138-1234-5678", ["曾小贤"]),
        ("138 1234", ["曾小贤"]),
        ("13987654321", ["张三"]),
        ("1398", ["张三"]),
        ("+86 139 8765 4321", ["张三"]),
        ("123x", ["曾小贤"]),
        ("19900101", ["曾小贤"]),
        ("3344", ["曾小贤"]),
        ("6225880011223344", ["曾小贤"]),
        ("1381", ["单田芳", "曾小贤"]),
        ("1234", []),
        ("cc-2026-00002", ["张三"]),
        ("00002", ["张三"]),
        ("张 9999", ["张三"]),
        ("张 7777", []),
        ("无此人", []),
        ("  ", sorted(PEOPLE)),
        ("", sorted(PEOPLE)),
        ("'; DROP TABLE debtor; --", []),
    ],
)
def test_search(any_store: Store, typed: str, names: list[str]) -> None:
    assert sorted(line.name for line in any_store.case_lines(typed)) == sorted(names)
    assert any_store.case_count(typed) == len(names)


def test_stage_and_limit(any_store: Store) -> None:
    store = any_store
    assert {line.stage for line in store.case_lines(stage=Stage.EVIDENCE)} == {Stage.EVIDENCE}
    assert store.case_count(stage=Stage.EVIDENCE) == 5
    assert store.case_count("zhangs", Stage.UNDERSTAND) == 1
    assert len(store.case_lines(limit=2)) == 2
    assert store.case_count(stage=Stage.KEEP) == 0


def test_a_renamed_debtor_is_found_by_the_new_name_only(engine: Engine) -> None:
    kept = engine.filled()
    kept.save(Debtor("d1", "古丽"))
    assert [line.name for line in kept.case_lines("gl")] == ["古丽"]
    assert kept.case_lines("ouyang") == ()
    kept.close()


def test_a_line_shows_the_whole_case(engine: Engine) -> None:
    kept = engine.filled()
    kept.add(Account("a2", "c1", "平安银行", "2", principal=Money(1), fees=Money(2), due_on=date(2026, 6, 30)))
    kept.add(Account("a3", "c1", "招商银行", "3", currency="USD", principal=Money(9, "USD"), interest=Money(0, "USD"),
                     penalty=Money(0, "USD"), fees=Money(0, "USD")))  # fmt: skip
    (line,) = kept.case_lines()
    assert (line.case_id, line.number, line.name, line.stage) == ("c1", "CC-2026-00417", "欧阳·阿依古丽", Stage.VERIFY)
    assert line.banks == ("招商银行", "平安银行")
    assert line.owed == (Money(3), Money(9, "USD"))  # the account that was filled in is settled
    assert line.overdue_since == date(2026, 7, 1)
    assert line.reason == "illness"
    kept.close()


def test_of_what_was_printed_only_packets_are_shown(engine: Engine) -> None:
    kept = engine.filled()
    (packet,) = kept.find(PrintRecord)
    later = packet.at + timedelta(days=1)
    kept.add(replace(packet, id="n2", kind="comparison", packet_id="", at=later))
    assert [line.printed_at for line in kept.case_lines()] == [packet.at]
    kept.add(replace(packet, id="n3", at=later))
    assert [line.printed_at for line in kept.case_lines()] == [later]
    kept.close()


def test_the_last_changed_case_comes_first(engine: Engine) -> None:
    kept = engine.filled()
    kept.add(Case("c2", "CC-2026-00418", "d1", date(2026, 1, 1)))
    kept._clock = LATER
    kept.save(kept.get(Account, "a1"))
    assert [line.case_id for line in kept.case_lines()] == ["c1", "c2"]
    kept.close()


@pytest.mark.parametrize("search", ["", "zhang", "1234", "张 1234"])
def test_the_number_of_queries_does_not_grow_with_the_list(store: Store, search: str) -> None:
    assert len(asked(store, lambda: store.case_lines(search))) <= 4


def asked(store: Store, work: Callable[[], object]) -> list[str]:
    found: list[str] = []
    connection: Any = store._database.connection()
    connection.set_trace_callback(found.append)
    work()
    connection.set_trace_callback(None)
    return [one for one in found if not one.startswith("--")]  # those of the full-text index itself


def test_an_older_search_text_is_made_anew_when_the_desk_is_opened(tmp_path) -> None:
    path = tmp_path / "desk.db"
    kept = filled(Store.create(path, KEY, CLOCK))
    kept.save(Debtor("d2", "呂布"))
    fresh = kept._database.run('SELECT "id", "search" FROM "debtor"').fetchall()
    kept._database.run("UPDATE debtor SET search = char(10) || '\n吕布\nlb\n' WHERE id = 'd2'")
    assert refresh_search(kept._database) == 1
    assert kept._database.run('SELECT "id", "search" FROM "debtor"').fetchall() == fresh
    assert refresh_search(kept._database) == 0
    kept.close()


def test_a_desk_of_an_older_schema_is_searched_as_a_new_one(tmp_path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes((ROOT / "tests/files/desks/schema-13.db").read_bytes())
    kept = Store.open(path, KEY, CLOCK)
    ((search,),) = kept._database.run('SELECT "search" FROM "debtor"').fetchall()
    assert search == search_text(kept.get(Debtor, "d1"))
    assert [line.name for line in kept.case_lines("欧阳阿依古丽")] == ["欧阳·阿依古丽"]
    kept.close()


def test_a_very_long_name_costs_no_more_than_a_long_one():
    """Every reading of every syllable with all that follow would be some hundred megabytes."""
    name = "很长" * 700
    found = search_text(Debtor("d1", name))
    assert len(found) < 100_000
    assert name in found and "\nhenzhang\n" in found


@pytest.mark.parametrize(
    ("character", "readings"),
    [("单", ("dan", "chan", "shan")), ("吕", ("lv",)), ("々", ("々",)), ("é", ("é",))],
)
def test_a_character_is_read_without_the_phrases(character, readings):
    assert character_readings(character) == readings
    assert "pypinyin.phrases_dict" not in sys.modules, "45 MB that nobody asks"
    assert not {name for name in os.environ if name.startswith("PYPINYIN")}
