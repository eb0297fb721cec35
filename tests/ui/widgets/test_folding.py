"""Parts that stand side by side where there is room, and fold under each other where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from tests.actions.test_cases import understand
from ui.widgets.editors import ChoiceEdit
from ui.widgets.scrolled import Folding


@pytest.mark.parametrize(("width", "folded"), [(399, True), (400, False)])
def test_parts_fold_below_what_they_need(qtbot, width, folded):
    parts = QPushButton("a"), QPushButton("b")
    made = Folding(*parts, needs=lambda: 400, gap=8, stretches=(1, 1))
    qtbot.addWidget(made)
    made.resize(width, 100)
    made.show()
    assert made.folded is folded
    assert (parts[1].y() > parts[0].y()) is folded
    assert made.minimumSizeHint().width() <= max(one.minimumSizeHint().width() for one in parts)


def test_the_choices_of_a_contact_are_read_whole_in_a_narrow_window(driver, window, desk):
    window.resize(1093, 614)
    case = driver.new_case("张伟")
    understand(desk, case.file.case.id)
    page = driver.page("conversation")
    for field in ("channel", "party"):
        editor = page.log.form.fields[field].editor
        assert isinstance(editor, ChoiceEdit)
        assert editor.width() >= editor.whole_width
