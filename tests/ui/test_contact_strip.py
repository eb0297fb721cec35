"""May I call now? in the head of a case: the edges of the rules as they stand beside a number, and what is done on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.actions.test_cases import understand
from tests.ui.driver import Driver
from workstation.actions import cases
from workstation.actions.contacts import complaints
from workstation.actions.desk import Desk
from workstation.conversation.complaint import Complaint
from workstation.conversation.contact import ContactEntry
from workstation.conversation.contact_terms import ContactOverride
from workstation.dates import FixedClock
from workstation.identity import new_id
from workstation.profile.debtor import Contact, Phone

pytestmark = pytest.mark.styled

CHINA = timezone(timedelta(hours=8))
OWN, WORK, MOTHER, WIFE = "13800006214", "01088880000", "13700000002", "13900000001"


def at(text: str) -> datetime:
    """A moment in November 2026 where the rules hold: ``23 21:59:59``."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=CHINA).astimezone(UTC)


@pytest.fixture
def opened(driver: Driver, desk: Desk) -> Driver:
    """The window at a case whose debtor has two numbers, a wife and a mother."""
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    understand(desk, case_id)
    debtor = cases.load_case(desk, case_id).debtor
    contacts = (Contact("艾力", "spouse", WIFE), Contact("张母", "parent", MOTHER))
    desk.run(cases.save_debtor, case_id, replace(debtor, phones=(Phone(OWN), Phone(WORK, "work")), contacts=contacts))
    desk.run(forget_talks, case_id)
    driver.workbench.open_case(case_id)
    return driver


def tell(driver: Driver, now: str, entries=()) -> dict[str, tuple[str, str]]:
    """Log entries (time, reached, number), then read what stands beside each number at ``now``: text, and what is behind it."""
    session, case_id = driver.workbench._session, driver.workbench.case.file.case.id
    session.desk.clock = FixedClock(at(now))
    for when, reached, number in entries:
        entry = ContactEntry(new_id(), case_id, at(when), "林协商", "phone", number=number, note="x", reached=reached)
        session.run(cases.log_contact, replace(entry, connected=reached == "answered"))
    strip = driver.workbench.case.strip
    strip.refresh()
    pieces = {number: piece for piece in strip._pieces for number in (OWN, WORK, MOTHER, WIFE) if number in piece.text}
    return {number: (piece.text, piece.tip) for number, piece in pieces.items()}


def dials(count: int, reached: str = "no_answer", number: str = OWN, day: int = 23):
    return [(f"{day} {9 + place:02}:00", reached, number) for place in range(count)]


ANSWERS: tuple[tuple[list[tuple[str, str, str]], str, str, str, str], ...] = (
    ([], "23 07:59:59", OWN, "08:00 起", "22:00"),
    ([], "23 08:00", OWN, "✓", ""),
    ([], "23 21:59:59", OWN, "✓", ""),
    ([], "23 22:00", OWN, "11-24 08:00 起", "催收工作指引"),
    (dials(2, "answered"), "23 15:00", OWN, "✓", ""),
    (dials(3, "answered"), "23 15:00", OWN, "11-24 08:00 起", "GB/T 45251"),
    (dials(5), "23 20:00", OWN, "✓", ""),
    (dials(6), "23 20:00", OWN, "11-24 08:00 起", "上限为 6 次"),
    (dials(6), "23 20:00", WORK, "11-24 08:00 起", "各号码共 6 次"),
    (dials(3), "23 15:00", MOTHER, "11-24 08:00 起", "次日起"),
    (dials(3), "24 07:59:59", MOTHER, "08:00 起", "22:00"),
    (dials(3), "24 08:00", MOTHER, "✓", ""),
    ([*dials(3), ("24 08:10", "answered", WORK)], "24 09:00", MOTHER, "不可联系", "连续 0 次"),
    (dials(1, "invalid_number"), "23 15:00", MOTHER, "不可联系", "连续 1 次"),
    ([*dials(1, "invalid_number"), ("23 10:00", "invalid_number", WORK)], "23 15:00", MOTHER, "✓", ""),
    ([], "23 15:00", WIFE, "不可联系", "家庭共同债务"),
)


def test_the_answer_beside_a_number(opened):
    session, case_id = opened.workbench._session, opened.workbench.case.file.case.id
    for entries, now, number, shown, rule in ANSWERS:
        text, tip = tell(opened, now, entries)[number]
        what = (entries, now, number, text, tip)
        assert shown in text, what
        assert ("✓" in text) == (rule == ""), what
        assert rule in tip, what
        assert "[" in tip or not rule, what  # a source stands behind every rule
        session.run(forget_talks, case_id)


def forget_talks(desk: Desk, case_id: str) -> None:
    for old in desk.store.find(ContactEntry, case_id=case_id):
        desk.store.delete(ContactEntry, old.id)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_nothing_of_it_is_cut_and_the_rest_is_counted(opened, size, qapp):
    opened.window.resize(*size)
    qapp.processEvents()
    strip = opened.workbench.case.strip
    shown = [one for one in (*strip.buttons, strip.more) if one.isVisible()]
    assert shown
    for one in shown:
        assert one.width() >= one.sizeHint().width()
        assert one.geometry().right() <= strip.width()
        assert one.accessibleDescription()
    hidden = sum(not one.isVisible() for one in strip.buttons)
    assert strip.more.isVisible() == bool(hidden)
    assert strip.more.text() == f"+{hidden}"


def test_the_clock_alone_changes_the_answer(opened):
    assert "✓" in tell(opened, "23 21:59:59")[OWN][0]
    assert "✓" not in tell(opened, "23 22:00")[OWN][0]
    assert "✓" in tell(opened, "24 08:00")[OWN][0]


def test_midnight_passes_over_an_open_window(opened):
    """Nobody touches anything: what is said of a complaint is of the new day."""
    session, case_id = opened.workbench._session, opened.workbench.case.file.case.id
    registered = Complaint("k1", case_id, at("23 10:00"), "本人", "phone", "tone", "态度", at("23 10:00"), "林协商")
    session.run(complaints.register, registered)
    due = complaints_due(opened)
    page = page_of(opened)
    session.desk.clock = FixedClock(datetime.combine(due, datetime.min.time(), CHINA) + timedelta(hours=23, minutes=59))
    session.look()
    content = page.parts["complaints"].table.content
    before = [content.text(column, content.rows[0]) for column in content.columns]
    session.desk.clock = FixedClock(session.desk.clock.now() + timedelta(days=1))
    session.look()
    after = [content.text(column, content.rows[0]) for column in content.columns]
    assert before != after


def test_an_open_register_is_read_again_on_the_new_day(opened, monkeypatch):
    opened.command("registers")
    register = opened.workbench._made["registers"]
    session, read = opened.workbench._session, []
    monkeypatch.setattr(register.part, "load", lambda: read.append(session.desk.clock.today()))
    for day in ("23 15:00", "24 15:00", "24 16:00"):
        session.desk.clock = FixedClock(at(day))
        session.look()
    assert [one.isoformat() for one in read] == ["2026-11-24"]


def complaints_due(driver: Driver):
    (status,) = driver.workbench.case.strip._desk.complaints
    return status.answer_by


def page_of(driver: Driver):
    driver.command("contacts")
    return driver.workbench._made["contacts"]


def test_an_override_needs_a_reason_and_stays_on_record(opened):
    tell(opened, "23 22:30")
    page = page_of(opened)
    assert not page.numbers.record_override()
    page.numbers.override.fields["reason"].editor.setText("客户要求今晚回电")
    assert page.numbers.record_override()
    desk = opened.workbench._session.desk
    (made,) = desk.store.find(ContactOverride)
    assert (made.number, made.rules, made.reason) == (OWN, ("quiet_hours",), "客户要求今晚回电")
    text, tip = tell(opened, "23 22:31")[OWN]
    assert "已记例外" in text
    assert "客户要求今晚回电" in tip
    text, _ = tell(opened, "23 22:40", [("23 22:35", "answered", OWN)])[OWN]
    assert "已记例外" not in text  # it was for one contact


def test_a_complaint_is_registered_answered_and_closed(opened):
    tell(opened, "23 15:00")
    part = (page := page_of(opened)).parts["complaints"]
    page.open("complaints")
    assert not part.add()
    assert part.form.fields["kind"].wrong
    part.form.fields["kind"].editor.load("other")
    assert not part.add()
    assert part.form.fields["complainant"].wrong
    part.form.fields["complainant"].editor.setText("欧阳先生")
    part.form.fields["about"].editor.setPlainText("夜间来电")
    assert part.add()
    assert "不可联系" in tell(opened, "23 15:00")[OWN][0]
    assert any("2026-12-08 前答复" in piece.text for piece in opened.workbench.case.strip._pieces)
    part.step.fields["note"].editor.setText("已致歉")
    assert part.answer()
    assert not part.answer_button.isEnabled()
    part.step.fields["note"].editor.setText("调整时段")
    assert not part.close_complaint()
    assert part.step.fields["outcome"].wrong
    part.step.fields["outcome"].editor.load("partly_upheld")
    assert part.close_complaint()
    assert "✓" in tell(opened, "23 15:00")[OWN][0]


def test_vulnerability_is_noted_with_consent_and_shown_in_the_head(opened):
    tell(opened, "23 15:00")
    part = page_of(opened).parts["vulnerability"]
    fields = part.form.fields
    fields["kind"].editor.load("health")
    assert not part.add()
    fields["consent_on"].editor.setText("2026-11-22")
    fields["consent"].editor.setText("电话录音中同意")
    fields["channel"].editor.load("letter")
    fields["pace_days"].editor.setText("7")
    assert part.add()
    texts = [piece.text for piece in opened.workbench.case.strip._pieces]
    assert any("只用信函、两次谈话相隔 7 天" in text for text in texts)
    opened.command("privacy")
    tips = [piece.tip for piece in opened.workbench.case.strip._pieces]
    assert not any("患病" in tip for tip in tips)
    assert not any(OWN in piece.text for piece in opened.workbench.case.strip._pieces)
    opened.command("privacy")


def test_a_term_says_yes_in_the_language_of_the_window(opened):
    tell(opened, "23 22:30")
    part = page_of(opened).numbers
    part.term.fields["value"].editor.setText("是")
    part.term.fields["note"].editor.setText("客户上夜班")
    assert part.add()
    assert "✓" in tell(opened, "23 22:30")[OWN][0]
