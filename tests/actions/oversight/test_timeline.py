"""What the log says of a case goes with it to another desk, is shown there as of its origin, and comes back to nobody twice."""

from __future__ import annotations

import pytest

from tests.actions.transfer.conftest import here, there  # noqa: F401 - fixtures
from tests.actions.transfer.two_desks import CASE, receive, send
from tests.documents import poppler
from tests.documents.workbook.spreadsheet import read
from workstation.actions import cases
from workstation.actions.oversight import timeline
from workstation.casework.handover import OriginEntry
from workstation.store.ledger.judging import judged
from workstation.wording import LANGUAGES, Wording


def test_the_timeline_travels_as_of_its_origin(here, there, tmp_path) -> None:  # noqa: F811
    receive(there, send(here, there, tmp_path / "1"))
    lines = timeline.timeline(there, CASE)
    came = [one for one in lines if one.desk == here.settings.desk_name]
    assert [one.digest for one in timeline.own_timeline(here, CASE)][: len(came) - 1] == [one.digest for one in came][
        :-1
    ]
    assert [one.action for one in lines if not one.desk]
    there.run(cases.save_debtor, CASE, cases.load_case(there, CASE).debtor.__class__("d1", "另名"))
    receive(here, send(there, here, tmp_path / "2"))
    shown = timeline.timeline(here, CASE)
    assert len({one.digest for one in shown}) == len(shown)
    assert {one.desk for one in shown} >= {"", "城西工作台"}
    own = here.store.ledger.origin[:16]
    assert [one for one in here.store.find(OriginEntry, case_id=CASE) if one.origin == own] == []
    receive(there, send(here, there, tmp_path / "3"))
    assert judged(here.store.ledger).findings == judged(there.store.ledger).findings == ()


def test_of_an_import_of_many_each_case_tells_only_its_own(desk) -> None:
    with desk.store.transaction():
        first, second = (cases.new_case(desk, name) for name in ("甲", "乙"))
    (line,) = timeline.timeline(desk, first)
    assert {(one.table, one.count) for one in line.changes} == {("debtor", 1), ("case", 1), ("budget", 1)}
    assert len(timeline.timeline(desk, second)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_it_is_one_table_in_words(desk, tmp_path, language) -> None:
    """Names of actions, whole digests and seconds are in the workbook; on paper they left no room for what was done and why."""
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    words, (line,) = Wording(language), timeline.timeline(desk, case_id)
    why = "材料齐全且已核实，同意按 60 期、停息并减免息费上报；每期 833.34 元。"
    made = timeline.write_timeline(desk, tmp_path / "log.pdf", [(line, why)], words).read_bytes()
    text = poppler.squeezed(poppler.text(made, tmp_path, "-raw"))
    assert poppler.squeezed(why) in text and poppler.squeezed(timeline.said(line.changes, words)) in text
    assert line.digest[:8] in text and line.digest[:12] not in text
    assert f"{line.at:%H:%M}" in text and f"{line.at:%H:%M:%S}" not in text
    assert line.action not in text and text.count(words.text("timeline.number")) == 1, "in one part"
    book = read(timeline.write_timeline(desk, tmp_path / "log.xlsx", [(line, why)], words).read_bytes()).active
    assert book.page_setup.fitToWidth == 1 and book.print_title_rows == "$1:$1"
    assert all(cell.alignment.wrap_text for cell in book[2] if isinstance(cell.value, str))
    whole = timeline.write_timeline(desk, tmp_path / "log.csv", [(line, why)], words).read_text("utf-8-sig")
    assert line.digest in whole and line.action in whole
