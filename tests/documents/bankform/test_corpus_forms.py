"""Real forms of many makers, each filled with marked values: what prints shows every value inside its box."""

from __future__ import annotations

import pytest

from tests.documents.bankform.filled_forms import buttons, marked_values, words, wrong_texts, wrong_ticks
from tests.tools import SHARED, shared
from workstation.documents.bankform.fill import fill_form, inspect_form
from workstation.errors import Refused

FOLDER = SHARED / "corpus" / "pdf_forms"
COVERED = {("issue13003.pdf", "Check Box10"): "the form itself lays a black square over it"}

FILLABLE = {
    "FormTestFromOo.pdf": 11, "bug1675139.pdf": 10, "checkbox_no_appearance.pdf": 2, "fields_order.pdf": 6, "form.pdf": 3,
    "issue12750.pdf": 2, "issue13003.pdf": 3, "issue15096.pdf": 9, "issue17492.pdf": 12, "issue6127.pdf": 49,
    "js-buttons.pdf": 9, "libreoffice-form.pdf": 8, "multiline.pdf": 1, "pdflatex-forms.pdf": 2, "prefilled_f1040.pdf": 236,
    "resetform.pdf": 13, "textfields.pdf": 9,
}  # fmt: skip
"""Form → how many of its fields take a value."""
OTHERS = {
    "xfa/annotation-button-widget.pdf": (6, "form_xfa_dropped"), "xfa/annotation-choice-widget.pdf": (5, "form_xfa_dropped"),
    "xfa/bug1815476.pdf": (24, "form_xfa_dropped"), "xfa/form_210966.pdf": (60, "form_xfa_dropped"),
    "encrypted/issue9972-1.pdf": (6, ""), "flat/SF424_page2.pdf": (17, ""), "broken/PDFBOX-3148-2-fuzzed.pdf": (1, "form_repaired"),
}  # fmt: skip
REFUSED = {
    "fillable/signed_verified.pdf": "form_signed", "xfa/issue14130.pdf": "form_xfa_only", "xfa/xfa_issue14315.pdf": "form_xfa_only",
    "broken/378014596.pdf": "form_damaged", "broken/PDFBOX-4352-0.pdf": "form_damaged",
    "broken/REDHAT-1531897-0.pdf": "form_damaged", "broken/bug1020226.pdf": "form_damaged",
    "broken/issue15590.pdf": "form_damaged", "broken/poppler-742-0-fuzzed.pdf": "form_damaged",
    "broken/GHOSTSCRIPT-698804-1-fuzzed.pdf": "form_without_fields", "broken/bug1250079.pdf": "form_without_fields",
    "broken/bug1980958.pdf": "form_without_fields", "flat/crazyones.pdf": "form_without_fields",
    "encrypted/r6-empty-password.pdf": "form_without_fields", "encrypted/r6-user-password.pdf": "form_without_fields",
    "encrypted/libreoffice-writer-password.pdf": "form_locked", "encrypted/print_protection.pdf": "form_locked",
    "encrypted/r3-user-password.pdf": "form_locked", "encrypted/r4-aes-user-password.pdf": "form_locked",
    "encrypted/saslprep-r6.pdf": "form_locked",
}  # fmt: skip


def test_every_form_of_the_folder_is_accounted_for():
    shared("corpus", "pdf_forms")
    there = {f"{file.parent.name}/{file.name}" for file in FOLDER.glob("*/*.pdf")}
    assert there == {f"fillable/{name}" for name in FILLABLE} | set(OTHERS) | set(REFUSED)


@pytest.mark.parametrize("keep", [False, True], ids=["flat", "kept"])
@pytest.mark.parametrize("name", [*(f"fillable/{name}" for name in FILLABLE), *OTHERS])
def test_every_value_is_seen_inside_its_box(name, keep, tmp_path):
    data = shared("corpus", "pdf_forms", *name.split("/")).read_bytes()
    form = inspect_form(data, name)
    values = marked_values(form)
    filled = fill_form(data, values, name=name, keep=keep)
    count, note = OTHERS.get(name) or (FILLABLE[name.split("/")[1]], "")
    assert len(filled.filled) == count
    assert not note or note in [finding.code for finding in filled.findings]
    assert filled.addendum == ()
    assert wrong_texts(form, values, words(filled.pdf, tmp_path)) == []
    cleared = fill_form(data, dict.fromkeys(buttons(form, values), False), name=name, keep=keep)
    wrong = wrong_ticks(form, values, cleared.pdf, filled.pdf, tmp_path)
    assert [one for one in wrong if (name.split("/")[1], one[0]) not in COVERED] == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_stands_in_the_way_is_said(name):
    data = shared("corpus", "pdf_forms", *name.split("/")).read_bytes()
    with pytest.raises(Refused) as caught:
        fill_form(data, {"name": "张三"}, name=name)
    assert [finding.code for finding in caught.value.findings] == [REFUSED[name]]


PASSWORDS = [
    ("print_protection.pdf", "password"), ("libreoffice-writer-password.pdf", "openpassword"),
    ("r3-user-password.pdf", "asdfzxcv"), ("r4-aes-user-password.pdf", "asdfzxcv"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "password"), PASSWORDS)
def test_a_password_opens(name, password):
    data = shared("corpus", "pdf_forms", "encrypted", name).read_bytes()
    assert inspect_form(data, name, password).pages
