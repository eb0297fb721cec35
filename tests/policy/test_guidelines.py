"""Guideline living costs: shown with their source where there is one, empty and said to be so where there is none."""

from __future__ import annotations

import pytest

import resources
from workstation.casework.rule_texts import rules_since
from workstation.errors import Refused
from workstation.money import Money
from workstation.policy.guidelines import EXPENSES
from workstation.policy.pack import load_pack, packs
from workstation.wording import LANGUAGES, Wording

CARD, TAIWAN = packs()["cn-card"], packs()["tw-prenegotiation"]
TEXT = resources.path("policies", "cn-card.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("category", "persons", "monthly"),
    [
        ("food", 1, 700_92),  # 8,411 a year
        ("food", 3, 2102_75),
        ("rent", 1, 521_92),  # housing, 6,263, is one figure for rent and utilities
        ("utilities", 1, 521_92),
        ("clothing", 1, 255_67),
        ("transport", 2, 662_67),
        ("medical", 1, 212_25),
    ],
)
def test_a_guideline_is_a_month_of_the_household(category, persons, monthly):
    found = CARD.guideline(category)
    assert found is not None and found.monthly(persons, "CNY") == Money(monthly)
    assert found.source.dated and found.source.confidence == "weak"


@pytest.mark.parametrize("category", ["childcare", "elder_care", "insurance", "other"])
def test_what_no_source_tells_is_empty(category):
    assert CARD.guideline(category) is None


def test_taiwan_has_none_until_its_figure_of_the_year_is_read():
    assert TAIWAN.guidelines == ()


def test_the_parts_do_not_exceed_the_whole_of_the_source():
    """28,227 a person, of which 773 are other goods and services."""
    assert sum(one.yearly for one in CARD.guidelines) == 28_227_00 - 773_00


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_category_is_named_with_its_figure_or_as_not_known(language):
    words = Wording(language)
    lines = [one for one in rules_since((CARD,), words) if one.group == words.text("rule_group.guideline")]
    assert sum(one.value == words.text("rule.unknown") for one in lines) == 4
    assert {one.about for one in lines} >= {words.text(f"category.expense.{name}") for name in ("food", "childcare")}
    assert all(words.has(f"category.expense.{name}") for name in EXPENSES)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('categories = ["education"]', 'categories = ["schooling"]', "pack_reference"),
        ('categories = ["education"]', 'categories = ["food"]', "pack_duplicate"),
        ("yearly = 318900", "yearly = 0", "pack_value"),
        ("yearly = 318900", 'yearly = "3189"', "pack_type"),
        ("yearly = 318900\n", "", "pack_missing"),
    ],
)
def test_a_mistake_in_a_guideline_is_refused(old, new, code):
    assert old in TEXT
    with pytest.raises(Refused) as refused:
        load_pack(TEXT.replace(old, new, 1))
    assert [one.code for one in refused.value.findings] == [code]
