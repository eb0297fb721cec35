"""Every method is known wherever methods are listed: rooms that may not import each other keep lists of their own."""

from __future__ import annotations

import pytest

from tests.documents.workbook.workbook_cases import EVERY_METHOD
from tests.plan.random_terms import METHODS as TRIED
from tools.general_form_rows import METHODS as PRINTED
from workstation.plan.schedule.terms import METHODS
from workstation.policy.rules import METHODS as PERMITTED
from workstation.wording import LANGUAGES, Wording

LISTS = {
    "workstation/policy/rules.py": PERMITTED,
    "tools/general_form_rows.py": tuple(code for code, _ in PRINTED),
    "tests/plan/random_terms.py": TRIED,
    "tests/documents/workbook/workbook_cases.py": tuple(EVERY_METHOD),
}


@pytest.mark.parametrize("file", LISTS)
def test_no_list_lacks_a_method(file: str) -> None:
    assert set(LISTS[file]) == set(METHODS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["method", "paper.method", "paper.agreement.method"])
def test_every_method_has_its_words(area: str, language: str) -> None:
    assert {code for code in METHODS if not Wording(language).has(f"{area}.{code}")} == set()


def test_the_workbook_counts_methods_in_an_order_that_stands() -> None:
    """Its formulas ask for them by number, and workbooks that left the desk keep theirs: new ones come last."""
    assert METHODS[:8] == (
        "equal_instalment", "equal_principal", "interest_free", "flat_fee", "flat_interest", "step", "custom", "lump_sum",
    )  # fmt: skip
