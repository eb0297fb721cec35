"""What the judges of every view must find, and what they must let pass."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.ui.layout import accessible, tab_order
from tests.ui.layout.spoken import foreign, spoken_wrongly
from ui.look.wording import Words
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import column
from ui.widgets.phone_edit import PhoneEdit
from ui.widgets.room.reading_order import tell_as_read


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh-Hans", "已写入 PDF（Ctrl+S）", []),
        ("zh-Hans", "Written：a", ["Written"]),
        ("zh-Hant", "已寫入 XLSX", []),
        ("zh-Hant", "已写入", ["已写入"]),
        ("en", "Export: 导出", ["导出"]),
        ("en", "Export (3)", []),
    ],
)
def test_languages_are_told_apart(language: str, text: str, words: list[str]) -> None:
    assert foreign(text, language) == words


def test_what_a_person_typed_may_stand_in_any_language() -> None:
    texts = {"Export: 导出 王五": "cases: QLabel"}
    assert spoken_wrongly(texts, ["王五"], "en") == {"导出": "cases: QLabel: 'Export: 导出 王五'"}
    assert spoken_wrongly(texts, ["王五", "导出"], "en") == {}
    cut = {"00024 · 热孜宛古丽·…": "today: Button"}
    assert spoken_wrongly(cut, ["热孜宛古丽·阿卜杜勒"], "en") == {}
    assert list(spoken_wrongly(cut, ["孜宛古丽·阿卜杜勒"], "en")) == ["热"]
    assert list(spoken_wrongly({"热孜宛古丽·": "today"}, ["热孜宛古丽·阿卜杜勒"], "en")) == ["热孜宛古丽"]


@pytest.fixture
def page(qtbot) -> QWidget:
    """A name, and under it a button."""
    made = QWidget()
    made.setLayout(column(QLineEdit("张三"), QPushButton("Save")))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_control_without_a_name_is_not_told(page: QWidget) -> None:
    assert list(accessible.faults(page)) == ["no name: QLineEdit in QWidget "]
    page.findChildren(QLineEdit)[0].setAccessibleName("Name")
    assert list(accessible.faults(page)) == []


def test_a_cursor_that_goes_back_up_jumps(page: QWidget) -> None:
    line, button = page.findChildren(QLineEdit)[0], page.findChildren(QPushButton)[0]
    order = [tab_order.stop_of(one, page) for one in (line, button)]
    assert list(tab_order.jumps(order)) == []
    assert list(tab_order.jumps(order[::-1])) == ["QPushButton “Save” → QLineEdit “张三”"]


def test_what_was_made_in_another_order_is_told_in_that_until_it_is_put_right(qtbot) -> None:
    made = QWidget()
    later, sooner = QPushButton("Save", made), QPushButton("Choose", made)
    made.setLayout(column(sooner, later))
    qtbot.addWidget(made)
    made.show()
    assert list(accessible.faults(made)) == [
        "told before what is read first: QPushButton “Save” in QWidget → QPushButton “Choose” in QWidget"
    ]
    tell_as_read(made)
    assert list(accessible.faults(made)) == []


@pytest.mark.parametrize("editor", [TextEdit, partial(PhoneEdit, Words("en"), "mobile")])
@pytest.mark.parametrize("advice", [False, True])
def test_a_finding_is_told_of_what_has_the_cursor(qtbot, editor, advice) -> None:
    field = Field("number", "Phone", editor())
    qtbot.addWidget(field)
    field.show()
    field.show_message("Eleven digits.", advice=advice)
    taking = field.editor.focusProxy() or field.editor
    assert taking.accessibleDescription() == field.message and "Eleven digits." in field.message
    assert list(accessible.faults(field)) == []
    taking.setAccessibleDescription("")
    assert [one.split(":")[0] for one in accessible.faults(field)] == ["the finding is not told"]
    field.clear_message()
    assert taking.accessibleDescription() == ""
