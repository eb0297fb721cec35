"""A figure that has too little room is drawn smaller, never cut; a finding at a field names the field and no key."""

from __future__ import annotations

import pytest

from ui.look.wording import Words
from ui.widgets.figure_labels import WholeText
from workstation.errors import Finding


@pytest.mark.parametrize("share", [0.4, 0.7, 0.99, 1.0, 3.0])
def test_a_figure_is_never_cut(qapp, share):
    figure = WholeText("★ NT$ 1,182,340.00")
    wanted = figure.fontMetrics().horizontalAdvance(figure.text())
    figure.resize(int(wanted * share), 40)
    drawn = figure.drawn_font()
    assert (drawn == figure.font()) == (share >= 1)
    assert share >= 1 or drawn.pixelSize() < figure.fontInfo().pixelSize()


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding("key_missing", "claim.statement_day"), "缺少“账单日”，请补填。"),
        (Finding("required_field", "account_fact.on"), "账单日尚未填写。"),
        (Finding("packet_without_code", "a.pdf", {"file": "b"}), "“b”上没有本程序的校验码。"),
    ],
)
def test_a_finding_at_a_field_names_it(finding, said):
    assert Words("zh-Hans").finding_at(finding, "账单日") == said
