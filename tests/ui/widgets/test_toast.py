"""Messages stand where they cover nothing they speak of; those of a file that was written lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.widgets.parts import button, label
from ui.widgets.toast import Toast


def place_of(window, widget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("size", [(1366, 768), (960, 600), (1920, 1080)])
@pytest.mark.parametrize("where", ["settings", "cases", "banks"])
def test_a_message_covers_neither_the_cursor_nor_the_main_button(driver, size, where) -> None:
    driver.window.resize(*size)
    driver.workbench.open_page(where)
    page = driver.workbench.shown
    main = page.new_button if where == "cases" else page.save_button
    main.setFocus()
    driver.window.context.notices.show_message("已保存。")
    toast = driver.window._toast
    assert toast.isVisible() and driver.window.rect().contains(toast.geometry())
    assert not toast.geometry().intersects(place_of(driver.window, main))


def test_a_written_file_is_opened_or_shown_in_its_folder(driver, tmp_path: Path) -> None:
    toast, answers = driver.window._toast, driver.answers
    file = tmp_path / "样例.pdf"
    driver.window.context.notices.tell_written(f"已写入：{file}", file)
    assert not toast.undo.isVisible() and not toast._timer.isActive()
    driver.click(toast.open_button)
    driver.click(toast.folder_button)
    assert answers.shown == [file, tmp_path] and not toast.isVisible()
    driver.window.context.notices.show_message("别的事")
    assert not toast.open_button.isVisible() and toast._timer.isActive()


def test_what_nobody_opens_is_said(qtbot, driver, monkeypatch) -> None:
    toast: Toast = driver.window._toast
    monkeypatch.setattr(driver.answers, "show", lambda _file: False)
    driver.window.context.notices.tell_written("已写入", Path("/a/b.xyz"))
    driver.click(toast.open_button)
    assert "b.xyz" in toast.text.text()


def test_nothing_of_a_file_is_left_after_the_lock(driver, tmp_path: Path) -> None:
    driver.window.context.notices.tell_written("已写入", tmp_path)
    driver.window._toast.drop()
    driver.window._toast._on_folder_clicked()
    assert driver.answers.shown == []


def test_a_window_that_grows_is_looked_through_for_a_message_alone(qtbot, answers, monkeypatch) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toast, looked = Toast(host, answers), list[Toast]()

    def spoken_of(self: Toast) -> Iterator[QRect]:
        looked.append(self)
        return iter(())

    monkeypatch.setattr(Toast, "_spoken_of", spoken_of)
    host.show()
    host.resize(1200, 700)
    toast.drop()
    host.resize(1300, 700)
    assert looked == []
    toast.show_message("已保存。", "", None)
    looked.clear()
    host.resize(1366, 768)
    assert looked and host.rect().contains(toast.geometry())


def test_a_message_covers_no_large_figure_where_there_is_another_place(qtbot, answers) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    owed, main = label("¥ 59,236.45", "hero"), button("OK", "primary")
    for part, place in ((owed, (0, 20, 900, 60)), (main, (0, 520, 900, 60))):
        part.setParent(host)
        part.setGeometry(*place)
    host.resize(900, 600)
    host.show()
    toast = Toast(host, answers)
    toast.show_message("已保存。", "", None)
    assert not any(toast.geometry().intersects(part.geometry()) for part in (owed, main))
