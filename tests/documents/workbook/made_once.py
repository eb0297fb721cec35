"""Workbooks that many tests look at, made and read once; nobody changes them."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from tests.documents.workbook.spreadsheet import read
from tests.documents.workbook.workbook_cases import EVERY_METHOD, EVERY_OPTION, figures, terms
from workstation.documents.workbook.case_workbook import WorkbookFigures, case_workbook

EVERY: Final = EVERY_METHOD | EVERY_OPTION


@cache
def plain(formulas: bool) -> Any:
    """The workbook of the plain plan."""
    return read(plain_file(), formulas)


@cache
def plain_file() -> bytes:
    return case_workbook(figures(terms()))


@cache
def every(formulas: bool) -> Any:
    """The workbook of every method's and every option's plan; its trials have a row each."""
    return read(every_file(), formulas)


@cache
def every_file() -> bytes:
    return case_workbook(figures_of_every_plan())


def figures_of_every_plan() -> WorkbookFigures:
    return figures(*EVERY.values(), max_instalments=1)
