"""The file itself: nothing in it that makes Excel repair it, ask, or go in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl.utils import range_boundaries

from tests.documents.workbook.spreadsheet import read
from tests.documents.workbook.workbook_cases import EVERY_METHOD, EVERY_OPTION, figures, terms, wild_terms
from workstation.documents.workbook.case_workbook import WorkbookFigures, case_workbook
from workstation.documents.workbook.cell_text import address

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FUNCTIONS = {
    "ABS", "AND", "COUNT", "COUNTIF", "DATE", "EDATE", "EOMONTH", "IF", "INDEX", "INT", "ISNUMBER", "MATCH", "MAX", "MIN", "MOD",
    "MONTH", "N", "DAY", "YEAR", "OR", "PMT", "QUOTIENT", "ROUND", "ROUNDDOWN", "ROUNDUP", "SUM", "SUMIF", "SUMPRODUCT", "TODAY",
    "IFERROR", "CHOOSE", "COUNTA", "NOT", "ROW",
}  # fmt: skip
"""Functions that Excel 2007 and every spreadsheet since knows: none needs the prefix _xlfn."""
REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?(?![\d(])")
TEXTS = re.compile(r'"[^"]*"')
LONGEST_FORMULA = 8192
LONGEST_PROMPT = 255
FEW = 3
"""Rows of a trial where many stand in one workbook: its first row differs from the second, and then they are alike."""


@cache
def packages() -> tuple[bytes, bytes]:
    """Plans of every kind, whose trials have few rows; one plan whose trial has them all (its formulas know no plan)."""
    every = figures(*EVERY_METHOD.values(), *EVERY_OPTION.values(), max_instalments=FEW)
    return case_workbook(every), case_workbook(figures(terms()))


@cache
def parts() -> dict[str, bytes]:
    """What the first package holds, by name."""
    with ZipFile(BytesIO(packages()[0])) as archive:
        assert len(archive.namelist()) == len({name.casefold() for name in archive.namelist()}), "no part stands twice"
        return {name: archive.read(name) for name in archive.namelist()}


def part(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts()[name])


def test_no_part_stands_twice_and_every_part_is_well_formed() -> None:
    for name in parts():
        assert name.endswith((".xml", ".rels")), name
        part(name)


def test_every_part_has_its_content_type() -> None:
    types = part("[Content_Types].xml")
    named = [one.attrib["PartName"].lstrip("/") for one in types.iter(f"{TYPES}Override")]
    endings = {one.attrib["Extension"] for one in types.iter(f"{TYPES}Default")}
    assert len(named) == len(set(named))
    assert set(named) <= parts().keys()
    assert all(name in named or name.rpartition(".")[2] in endings for name in parts() if name[0] != "[")
    assert all(name in named for name in parts() if name.endswith(".xml") and name[0] != "[")


def test_every_relationship_leads_somewhere_inside() -> None:
    for name in (name for name in parts() if name.endswith(".rels")):
        owner = dirname(dirname(name))
        found = list(part(name).iter(RELATIONS))
        assert len({one.attrib["Id"] for one in found}) == len(found), name
        for one in found:
            assert one.attrib.get("TargetMode") != "External", name
            target = one.attrib["Target"]
            assert (target.lstrip("/") if target.startswith("/") else normpath(join(owner, target))) in parts()


def test_drawings_are_named_as_excel_names_them() -> None:
    """ExcelJS looks for the prefix itself: it refuses a whole workbook whose drawings have a default namespace."""
    drawings = [name for name in parts() if name.startswith("xl/drawings/drawing")]
    assert len(drawings) > 2
    for name in drawings:
        text = parts()[name].decode("utf-8")
        assert text.startswith("<xdr:wsDr xmlns:xdr="), name
        assert not re.findall(r"<(?![/?]?[a-z]+:)", text), f"{name}: every element has its prefix"


def test_fonts_are_those_that_windows_has() -> None:
    """The name in each cell, for WPS and LibreOffice; by script in the theme, for a Chinese Office."""
    named = {one.attrib["val"] for one in part("xl/styles.xml").iter(f"{MAIN}name")}
    assert named == {"Calibri", "Microsoft YaHei"}, "Calibri is the font that widths of columns count in"
    theme = parts()["xl/theme/theme1.xml"].decode("utf-8")
    scripts = {"Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei"}
    assert set(re.findall(r'latin typeface="(.+?)"', theme)) == {"Microsoft YaHei"}
    assert set(re.findall(r'script="(Han[st])" typeface="(.+?)"', theme)) == set(scripts.items())


@cache
def books() -> tuple[Any, ...]:
    """The packages as openpyxl reads them, once: tests here only look at them."""
    return tuple(read(data) for data in packages())


def sheets() -> list[Any]:
    return [sheet for book in books() for sheet in book.worksheets]


def formulas(sheet: Any) -> Iterator[tuple[str, str]]:
    """(cell, formula without =)."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield cell.coordinate, str(cell.value)[1:]


def test_formulas_use_what_every_spreadsheet_knows() -> None:
    for sheet in sheets():
        for at, formula in formulas(sheet):
            plain = TEXTS.sub("", formula)
            assert set(re.findall(r"([A-Z][A-Z.]*)\(", plain)) <= FUNCTIONS, f"{sheet.title}!{at}: {formula}"
            assert len(formula) < LONGEST_FORMULA
            assert plain.count("(") == plain.count(")"), f"{sheet.title}!{at}: {formula}"
            assert "_xlfn" not in formula and "#REF" not in formula


def test_formulas_name_what_is_there() -> None:
    for sheet in sheets():
        titles, names = set(sheet.parent.sheetnames), set(sheet.defined_names)
        for at, formula in formulas(sheet):
            plain = TEXTS.sub("", formula)
            assert {found[0].replace("''", "'") for found in REFERENCE.findall(plain) if found[0]} <= titles
            words = set(re.findall(r"\b(?:plan|try)_[a-z_]+", plain))
            assert words <= names, f"{sheet.title}!{at}: {formula}"


def test_defined_names_are_legal_and_point_at_one_cell() -> None:
    for sheet in sheets():
        for name, defined in sheet.defined_names.items():
            assert re.fullmatch(r"[a-z_]+", name), name
            assert re.fullmatch(r"'.+'!\$[A-Z]+\$\d+", defined.attr_text), defined.attr_text


def test_titles_of_sheets_are_legal() -> None:
    titles = books()[0].sheetnames
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\") and "'" not in title for title in titles)


def test_prompts_fit_into_their_boxes() -> None:
    for sheet in sheets():
        for rule in sheet.data_validations.dataValidation:
            assert rule.prompt and rule.error and rule.errorTitle, f"{sheet.title}!{rule.sqref}"
            assert max(len(rule.prompt), len(rule.error)) <= LONGEST_PROMPT
            assert max(len(rule.promptTitle), len(rule.errorTitle)) <= 32
            assert len(rule.formula1 or "") <= LONGEST_PROMPT


def test_inputs_are_checked() -> None:
    """Every open cell takes only sense: amounts, shares, counts, days or a list."""
    for sheet in sheets():
        checked = {at for rule in sheet.data_validations.dataValidation for at in _cells(str(rule.sqref))}
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.protection.locked or cell.coordinate in checked or _hidden(cell), f"{sheet.title}!{cell}"


def _hidden(cell: Any) -> bool:
    """A cell inside a merged area has no life of its own."""
    return type(cell).__name__ == "MergedCell"


def _cells(areas: str) -> Iterator[str]:
    for area in areas.split():
        left, top, right, bottom = (side or 0 for side in range_boundaries(area))
        yield from (address(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


@pytest.mark.parametrize("of", ["every plan", "a whole trial", "plans by chance"])
def test_no_formula_goes_in_a_circle(of: str) -> None:
    made = dict(zip(("every plan", "a whole trial"), books(), strict=True))
    book = made[of] if of in made else read(case_workbook(rolled()))
    graph = {
        (sheet.title, at): set(
            _seen(sheet.title, formula, {name: one.attr_text for name, one in sheet.defined_names.items()})
        )
        for sheet in book.worksheets
        for at, formula in formulas(sheet)
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" <- ".join(f"{sheet}!{at}" for sheet, at in circle.args[1]))


def rolled() -> WorkbookFigures:
    return figures(*wild_terms(5, 30), max_instalments=FEW)


def _seen(sheet: str, formula: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every cell that a formula looks at."""
    plain = re.sub(r"\b(?:plan|try)_[a-z_]+", lambda found: known[found[0]], TEXTS.sub("", formula))
    for title, left, top, right, bottom in REFERENCE.findall(plain):
        area = f"{left}{top}:{right}{bottom}" if right else f"{left}{top}"
        yield from ((title.replace("''", "'") or sheet, at) for at in _cells(area))
