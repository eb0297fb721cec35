"""A photographed statement in the window: recognised, looked at beside its findings, confirmed; a card gets its mask."""

from __future__ import annotations

from tests.received.recognition import scans
from tests.ui.pages.evidence.test_evidence import receive
from tests.ui.pages.evidence.test_masking import page as card  # noqa: F401 - a fixture
from tests.ui.pages.evidence.test_statement import page  # noqa: F401 - a fixture
from workstation.actions.evidence import recognition
from workstation.evidence.recognised_text import RecognisedText


def photographed(driver, page, tmp_path):  # noqa: F811
    path = tmp_path / "流水.png"
    path.write_bytes(scans.picture())
    receive(driver, page, path)
    return page.preview


def test_from_the_photograph_to_confirmed_rows(driver, page, tmp_path, monkeypatch) -> None:  # noqa: F811
    scans.use(monkeypatch, scans.told(scans.entries(12)))
    preview = photographed(driver, page, tmp_path)
    driver.click(preview.statement_button)
    bar = preview.statement.recognition
    assert preview._stack.currentWidget() is preview.statement and bar.start_button.isVisible()
    driver.click(bar.start_button)
    assert page.stack.currentWidget() is page.sheet and not bar.running
    assert len(page.sheet.rows.table.content.rows) == 12
    driver.click(page.sheet.recognition.confirm_button)
    assert not page.sheet.recognition.isVisible()
    (text,) = driver.window.session.desk.store.find(RecognisedText)
    assert text.confirmed and text.confirmed_by == driver.window.session.desk.agent


def test_without_the_extra_a_picture_is_a_picture(driver, page, tmp_path, monkeypatch) -> None:  # noqa: F811
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    preview = photographed(driver, page, tmp_path)
    assert not preview.statement_button.isVisible()


def test_stopped_it_keeps_nothing(driver, page, tmp_path, monkeypatch) -> None:  # noqa: F811
    preview = photographed(driver, page, tmp_path)
    bar = preview.statement.recognition
    scans.use(monkeypatch, scans.told(scans.entries(12)))
    preview.load(page.checklist.line, page.checklist.line.items[0])
    driver.click(preview.statement_button)
    bar.progress.valueChanged.connect(lambda _value: bar.stop())
    monkeypatch.setattr(bar.progress, "setValue", lambda _value: bar.stop())
    driver.click(bar.start_button)
    assert driver.window.session.desk.store.find(RecognisedText) == ()
    assert bar.start_button.isVisible()


def test_the_number_of_a_card_is_found(driver, card, monkeypatch) -> None:  # noqa: F811
    scans.use(monkeypatch, [((60, 200, 500, 240), "6222020200000004444", 99)])
    driver.click(card.preview.cover_button)
    assert card.covering.view.masks == []
    driver.click(card.covering.recognition.start_button)
    assert len(card.covering.view.masks) == 1
    driver.click(card.covering.keep)
    (item,) = card.checklist.line.items
    assert item.number_placed and len(item.masks) == 1
