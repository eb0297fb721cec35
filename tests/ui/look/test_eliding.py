"""Words that have no room end in …, and never inside a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from ui.look.eliding import DOTS, FIGURE, elided
from ui.look.fonts import font

TEXTS = (
    "每月结余扣除安全余量后，本账户可用 ¥ 1,204.59。", "欠 HK$ 20,420.40，逾期 98 天", "自 2026-08-18 09:15 起，年利率 18.25 %",
    "No figure at all stands here", "51,170.40",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_figure_is_whole_or_not_there(qapp, text) -> None:
    metrics = QFontMetrics(font())
    for width in range(metrics.horizontalAdvance(text) + 8):
        shown = elided(text, metrics, width)
        kept = shown.removesuffix(DOTS)
        assert text.startswith(kept)
        assert shown == text or shown.endswith(DOTS) or not shown
        assert not any(one.start() < len(kept) < one.end() for one in FIGURE.finditer(text)), shown
    assert elided(text, metrics, metrics.horizontalAdvance(text)) == text


@given(st.text("0123456789.,-¥ 天年abc", max_size=24), st.integers(0, 200))
def test_whatever_is_cut_is_a_beginning(text, width) -> None:
    metrics = QFontMetrics(font())
    kept = elided(text, metrics, width).removesuffix(DOTS)
    assert text.startswith(kept)
    assert not any(one.start() < len(kept) < one.end() for one in FIGURE.finditer(text))
