"""The window at a desk on a server: opened as any other; what another workstation does is seen, a lost connection is told."""

from __future__ import annotations

from pathlib import Path

from tests.builders import NOW
from tests.store.server.wire import Wire
from tests.ui.driver import Driver
from tests.ui.sharing.conftest import CLOCK, PASSPHRASE, seated
from ui.shell.main_window import MainWindow
from workstation.actions import cases, drafts
from workstation.actions.desk import Desk
from workstation.actions.opening import open_desk
from workstation.casework.draft import Draft
from workstation.profile.debtor import Debtor
from workstation.store.server.store import ServerStore
from workstation.store.server.typed import TYPED


def drafts_at(desk: Desk) -> list[str]:
    """What was typed anywhere and not saved, as the server has it."""
    return [one.fields for one in desk.store.find(Draft) if "翰林院" in one.fields]


def test_a_day_at_a_server(qtbot, window: MainWindow, answers, seats: tuple[Path, Path, Wire]) -> None:
    seat, other_seat, wire = seats
    driver = seated(Driver(qtbot, window, answers), seat)
    assert window.session is not None
    desk = window.session.desk
    assert isinstance(desk.store, ServerStore)
    assert desk.store.server.patience is not None  # this thread connects nowhere
    (line,) = desk.store.case_lines()
    driver.workbench.open_case(line.case_id)

    other = open_desk(other_seat, PASSPHRASE, CLOCK)
    assert [one.case_id for one in other.others] == [line.case_id]  # which case is open here is told there
    before = cases.load_case(other, line.case_id).debtor
    window.session.look()
    assert "Also open" in driver.workbench.sidebar.others.text() or "同时打开" in driver.workbench.sidebar.others.text()
    other.run(cases.new_case, "苏轼")
    qtbot.waitUntil(lambda: desk.look() or desk.store.case_count() == 2, timeout=5_000)

    page = driver.page("profile")
    driver.click(page.switches["person"])
    person = page.section("person")
    field = person.form.fields["employer"]
    wire.down = True
    wire.cut()
    window.session.look()  # the second of the clock on which nobody answers
    workbench, watch = driver.workbench, driver.workbench.server_watch
    assert watch is not None
    watch.look()
    assert not workbench.banner.isHidden()
    assert any(text in workbench.banner.text.text() for text in ("The server does not answer", "服务器没有响应"))
    assert workbench.banner.close_button.isHidden()
    driver.put(field, "翰林院")
    assert window.session.drafts.flush()  # on this computer
    driver.save()
    assert field.editor.text() == "翰林院"  # nothing claims that it was saved, and nothing is lost
    assert cases.load_case(other, line.case_id).debtor == before
    assert (seat / TYPED).exists()
    assert "翰林院".encode() not in (seat / TYPED).read_bytes()
    assert not drafts_at(other)
    wire.down = False

    def is_back() -> bool:
        watch.look()
        return not watch.lost

    qtbot.waitUntil(is_back, timeout=5_000)
    assert workbench.banner.isHidden()
    assert not (seat / TYPED).exists()
    assert drafts_at(other)  # the server has what was typed
    driver.save()
    assert cases.load_case(other, line.case_id).debtor.employer == "翰林院"
    driver.workbench.open_page("cases")
    assert [one.case_id for one in other.others] == [""]
    other.close()


def test_what_was_typed_before_the_window_was_locked_without_a_server_is_there_again(
    seats: tuple[Path, Path, Wire],
) -> None:
    seat, _, wire = seats
    desk = open_desk(seat, PASSPHRASE, CLOCK)
    wire.down = True
    wire.cut()
    draft = Draft("林协商//notes", "notes", "", desk.agent, '{"text": "未存的话"}', "{}", NOW)
    for _ in range(2):
        drafts.keep_drafts(desk, [draft])
    assert desk.store.is_lost
    desk.close()
    wire.down = False
    again = open_desk(seat, PASSPHRASE, CLOCK)
    assert [one.fields for one in drafts.drafts_of(again)] == [draft.fields]
    other = open_desk(seats[1], PASSPHRASE, CLOCK)
    with other.store.transaction():
        other.store.add(Debtor("d1", "正在保存"))
        drafts.bring_typing(again)  # and waits for nobody who saves
    other.close()
    assert not (seat / TYPED).exists()
    assert [one.fields for one in again.store.find(Draft, id=draft.id)] == [draft.fields]
    drafts.drop_drafts(again, [draft.id])
    assert drafts.drafts_of(again) == ()
    again.close()
