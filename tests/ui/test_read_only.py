"""Who may change nothing finds no field open, also in parts that a page makes when they are first opened."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tests.actions.keep.three_banks import three_banks
from tests.ui.look.test_mnemonics import sheets
from ui.read_only import close_to_typing
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import Field


def open_fields(page) -> list[str]:
    """The fields of a page that are shown and take something."""
    found = []
    for field in (one for one in page.findChildren(Field) if one.isVisible()):
        for editor in (field.editor, *field.editor.findChildren(QLineEdit)):
            typed = isinstance(editor, QLineEdit | QPlainTextEdit) and not editor.isReadOnly()
            picked = isinstance(editor, ChoiceEdit | CheckEdit) and editor.isEnabled()
            found += [f"{type(page).__name__}: {field.key}"] if typed or picked else []
    return found


@pytest.mark.parametrize(("works", "read_only", "closed"), [(True, False, 0), (False, False, 1), (True, True, 1)])
def test_a_field_that_comes_later_is_closed_when_it_is_shown(qtbot, works, read_only, closed):
    page = QWidget()
    qtbot.addWidget(page)
    lines = QVBoxLayout(page)
    user = SimpleNamespace(works=works)
    session: Any = SimpleNamespace(desk=SimpleNamespace(read_only=read_only, user=user))
    close_to_typing(page, session)
    page.show()
    for editor in (TextEdit(), ChoiceEdit({"a": "A"}, empty=None)):
        field = Field("x", "X", editor)
        lines.addWidget(field)
        field.show()
    assert len(open_fields(page)) == (0 if closed else 2)


def test_every_tab_of_keeping_is_closed_to_a_viewer(window, desk):
    case_id, _ = three_banks(desk)
    desk.user = replace(desk.user, roles=("viewer",))
    window.open_desk(desk)
    window.workbench.open_case(case_id)
    window.workbench.case.turn_to("keep")
    page = window.workbench.case.pages["keep"]
    found = {key: open_fields(page) for key in sheets(page)}
    assert len(found) > 4
    assert not any(found.values())
