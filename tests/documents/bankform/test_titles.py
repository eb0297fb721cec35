"""A filled form shows a title: its own, or the name of its file."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.documents.bankform import made_forms as made
from workstation.documents.bankform.fill import fill_form


@pytest.mark.parametrize(
    ("own", "name", "shown"),
    [
        ("个性化分期申请表", "form-2024.pdf", "个性化分期申请表"),
        ("", "个性化分期申请表.pdf", "个性化分期申请表"),
        ("  ", "申请表 v2.1.pdf", "申请表 v2.1"),
        ("", "", ""),
    ],
)
def test_a_filled_form_shows_its_title(own: str, name: str, shown: str) -> None:
    pdf = pikepdf.new()
    if own:
        pdf.docinfo["/Title"] = own
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 120, 40))])
    with pikepdf.open(io.BytesIO(fill_form(data, {"t": "x"}, name=name).pdf)) as filled:
        assert str(filled.docinfo.get("/Title", "")).strip() == shown
        preferences = filled.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        assert bool(preferences.get("/DisplayDocTitle", False)) is bool(shown)
