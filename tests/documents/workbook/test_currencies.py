"""Every currency that papers call by its name has one in workbooks, and none is called by its code there."""

from __future__ import annotations

import tomllib

import pytest

import resources
from workstation.documents.workbook.schedule import currency_name
from workstation.wording import Wording


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_workbook_names_each_currency_that_papers_name(language: str) -> None:
    named = tomllib.loads(resources.path("wording", language, "papers.toml").read_text("utf-8"))["paper"]["currency"]
    assert "JPY" in named
    assert [code for code in named if currency_name(code, Wording(language)) == code] == []
