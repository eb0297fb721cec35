"""One clock for what happens to a case: the screen tells it by the zone of the pack, as the papers do, on any machine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import at_offset
from ui.look.wording import NONE, desk_moment, moment
from workstation.dates import FixedClock, desk_time

NOON = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
ZONES = pytest.mark.parametrize(
    ("offset", "when"), [(-720, "2026-11-22 23:30"), (480, "2026-11-23 19:30"), (840, "2026-11-24 01:30")]
)
"""No machine's own zone answers with all three."""


@pytest.fixture
def stand(driver):
    """Puts every pack of the desk somewhere, at noon of Greenwich or nearly so."""

    def put(offset: int) -> None:
        desk = driver.window.session.desk
        desk.packs = {name: at_offset(pack, offset) for name, pack in desk.packs.items()}
        desk.clock = FixedClock(NOON)
        desk.store._clock = desk.clock

    return put


@ZONES
def test_the_log_of_conversations_is_told_by_the_clock_of_the_pack(driver, stand, offset: int, when: str) -> None:
    stand(offset)
    driver.new_case("欧阳·阿依古丽")
    page = driver.page("conversation")
    driver.fill(page.log.form, {"result": "promise", "note": "愿意还款"})
    driver.click(page.log.add_button)
    content = page.log.table.content
    assert content.text(content.columns[0], content.rows[0]) == when
    assert page.log.detail.text().startswith(when)


@ZONES
def test_the_list_of_cases_bears_the_day_of_the_pack(driver, stand, offset: int, when: str) -> None:
    stand(offset)
    driver.new_case("欧阳·阿依古丽")
    driver.command("cases")
    content = driver.workbench.cases.table.content
    said = {column.title: content.text(column, content.rows[0]) for column in content.columns}
    assert (said["更新"], said["已打印"]) == (when[:10], NONE)


def test_a_dash_stands_for_no_instant() -> None:
    assert (moment(None, UTC), desk_moment(None)) == (NONE, NONE)


def test_what_belongs_to_no_case_goes_by_the_machine() -> None:
    assert desk_time(NOON) == NOON
    assert desk_moment(NOON) == desk_time(NOON).strftime("%Y-%m-%d %H:%M")
