"""Numbers of columns are read as they are printed, ones beside ones too, by both programs that read a PDF here."""

from __future__ import annotations

import pytest

from tests.documents.poppler import text
from workstation.documents.bankform.drawing import OverlaySheet, draw
from workstation.documents.typesetting.fonts import load_fonts
from workstation.documents.typesetting.strips import Run
from workstation.received.pdf.texts import line_texts

NUMBERS = ("11", "1,111.11", "11,111,111.11", "-1,011.10", "836.67", "511.17", "100.01")


@pytest.mark.parametrize("size", [5.5, 10.5])
@pytest.mark.parametrize("face", ["serif", "serif_bold", "sans", "sans_bold"])
def test_a_number_of_a_column_is_read_whole(face, size, tmp_path):
    runs = tuple(Run(20, 380 - 20 * at, number, face, size, "0 0 0", tabular=True) for at, number in enumerate(NUMBERS))
    data = draw([OverlaySheet(300, 400, runs)], load_fonts())
    assert text(data, tmp_path).split() == list(NUMBERS)
    assert line_texts(data, 1)[0].replace("\r", "").split("\n") == list(NUMBERS)
