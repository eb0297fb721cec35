"""The rules of a pack are read in the window: by key, searched, told whole, and written out."""

from __future__ import annotations

import csv

import pytest

from ui.pages.rules.page import RulesPage


@pytest.fixture
def page(driver) -> RulesPage:
    driver.command("rules")  # Ctrl+Shift+R
    return driver.window.findChildren(RulesPage)[0]


def rows(page: RulesPage) -> list[list[str]]:
    content = page.list.content
    return [[content.text(column, one) for column in content.columns] for one in content.rows]


def test_every_rule_stands_with_its_source_and_what_nobody_knows_says_so(page):
    found = rows(page)
    assert {row[0] for row in found} >= {"计划上限", "各银行规则", "联系规则", "审批权限"}
    for group, about, rule, value, source, *_ in found:
        assert rule and value and not rule.startswith(("rule.", "rule_")), (group, about, rule)
        assert bool(source) is (value != "未查到，留空"), (group, about, rule)
        assert "rule_value." not in value


def test_a_rule_is_found_by_words_of_any_cell(page):
    for typed, expected in {
        "招商银行 下限": ["10.00 CNY"],
        "招商银行 上限": ["未查到，留空"],
        "工商银行 违约金上限": ["500.00 CNY"],
        "没有这条规则": [],
        "消费金融公司 2025-10-31": ["20.00%"],
        "小额贷款 2028": ["参考利率的4倍"],
    }.items():
        page.search.setText(typed)
        assert [row[3] for row in rows(page)] == expected, typed


def test_the_chosen_rule_is_told_whole(page):
    page.search.setText("广发银行 下限")
    page.list.selectRow(0)
    source = "广发信用卡领用合约（转载；曾有网页作最低20元）"
    told = (
        "各银行规则",
        "广发银行",
        "违约金下限（每月）",
        "30.00 CNY",
        source,
        "2026-11-28",
        "二手来源",
        "2026-11-29起新增",
    )
    assert page.whole.text() == " · ".join(told)


def test_what_is_shown_leaves_as_a_table(page, driver, answers, tmp_path):
    answers.paths.append(tmp_path / "rules.csv")
    page.run_main_action()
    with (tmp_path / "rules.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))
    assert written[0][:4] == ["类别", "对象", "规则", "取值"]
    assert len(written) == len(page.shown()) + 1
