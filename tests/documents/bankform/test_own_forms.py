"""Every kind of bank form is read from a form of our own to the values beside it, filled and seen, or refused with its reason."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.documents.bankform.filled_forms import buttons, marked_values, words, wrong_texts, wrong_ticks
from tests.documents.bankform.form_samples import FOLDER, KEEP, PASSWORD, made, told
from workstation.documents.bankform.fill import Placement, fill_form, inspect_form
from workstation.documents.bankform.pdf_form import FormField
from workstation.errors import Refused

TOLD = told()
FILLED = [name for name, one in TOLD.items() if "fills" in one]
REFUSED = [name for name, one in TOLD.items() if "refused" in one]
DESCRIBED = [name for name, one in TOLD.items() if "fields" in one]
LOCKED = [name for name in REFUSED if TOLD[name]["refused"] == "form_locked"]


def data_of(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def refusal(call) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return [finding.code for finding in caught.value.findings]


def told_of(field: FormField) -> list[str]:
    """A field as a line of the table beside the forms."""
    flags = ("comb", "required", "readonly", "multiline", "editable", "several", "password")
    limits = [flag for flag in flags if getattr(field, flag)] + [str(field.max_length)] * (field.max_length > 0)
    assert {place.page for place in field.widgets} == {1}
    return [
        field.name,
        field.kind,
        ", ".join(" ".join(f"{edge:g}" for edge in place.rect) for place in field.widgets),
        ", ".join(f"{option.value}={option.shown}" for option in field.options),
        ", ".join(field.value),
        ", ".join(limits),
        field.label,
    ]


def values_for(name: str) -> dict:
    """Something unmistakable for every field that a person may fill."""
    form = inspect_form(data_of(name), name)
    closed = {field.name for field in form.fields if field.readonly}
    return {field: value for field, value in marked_values(form).items() if field not in closed}


def test_every_kind_is_there_and_every_file_is_one():
    assert {file.name for file in FOLDER.glob("*.pdf")} == set(TOLD) == set(made())
    kinds = {line.split("|")[1].strip() for name in DESCRIBED for line in TOLD[name]["fields"].strip().splitlines()}
    assert kinds == {"text", "checkbox", "radio", "combo", "list"}


@pytest.mark.parametrize("name", DESCRIBED)
def test_names_kinds_places_options_and_limits(name):
    wanted = [[cell.strip() for cell in line.split("|")] for line in TOLD[name]["fields"].strip().splitlines()]
    assert list(map(told_of, inspect_form(data_of(name), name).fields)) == wanted


@pytest.mark.parametrize("keep", [False, True], ids=["flat", "kept"])
@pytest.mark.parametrize("name", FILLED)
def test_every_value_is_seen_inside_its_box(name, keep, tmp_path):
    data, values = data_of(name), values_for(name)
    form = inspect_form(data, name)
    filled = fill_form(data, values, name=name, keep=keep)
    assert len(filled.filled) == TOLD[name]["fills"]
    assert [finding.code for finding in filled.findings] == ([TOLD[name]["note"]] if "note" in TOLD[name] else [])
    assert wrong_texts(form, values, words(filled.pdf, tmp_path)) == []
    cleared = fill_form(data, dict.fromkeys(buttons(form, values), False), name=name, keep=keep)
    assert wrong_ticks(form, values, cleared.pdf, filled.pdf, tmp_path) == []


@pytest.mark.parametrize("name", DESCRIBED)
def test_another_library_finds_the_values_in_the_fields(name):
    values = values_for(name)
    kept = PdfReader(io.BytesIO(fill_form(data_of(name), values, name=name, keep=True).pdf)).get_fields() or {}
    for field, value in values.items():
        found = kept[field].value
        found = found[0] if isinstance(found, list) else found
        assert str(found).removeprefix("/") == ("Yes" if value is True else value), field


@pytest.mark.parametrize("name", REFUSED)
def test_what_stands_in_the_way_is_said(name):
    assert refusal(lambda: fill_form(data_of(name), {"name": "x"}, name=name)) == [TOLD[name]["refused"]]


@pytest.mark.parametrize("name", LOCKED)
def test_a_password_opens(name):
    for password in (PASSWORD, KEEP):
        assert [field.name for field in inspect_form(data_of(name), name, password).fields] == ["number", "day"]
    assert refusal(lambda: inspect_form(data_of(name), name, "another")) == ["form_password_wrong"]


def test_paper_without_fields_is_filled_by_coordinates(tmp_path):
    places = (Placement("name", 1, 90, 35, 210, 16), Placement("account", 1, 90, 75, 210, 16))
    filled = fill_form(data_of("flat.pdf"), {"name": "林晓禾", "account": "3171"}, placements=places, name="flat.pdf")
    found = {word.text: (word.left, word.bottom) for word in words(filled.pdf, tmp_path)[0]}
    assert all(92 <= found[text][0] < 96 for text in ("林晓禾", "3171"))
    assert 35 < found["林晓禾"][1] <= 53 < 75 < found["3171"][1] <= 93


@pytest.mark.parametrize("name", FILLED)
def test_the_file_itself_is_never_written(name, tmp_path):
    copy = tmp_path / name
    copy.write_bytes(data_of(name))
    fill_form(copy.read_bytes(), values_for(name), name=name)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(name, data_of(name))]


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_form_cut_off_anywhere_is_read_or_said_to_be_damaged(name):
    data = data_of(name)
    for part in range(1, 12):
        cut = data[: len(data) * part // 12]
        try:
            assert inspect_form(cut, name).pages
        except Refused as refused:
            assert [finding.code for finding in refused.findings] == ["form_damaged"]
