"""Which entry a file is proposed for: by its name, by the titles on its first page, and by neither where they disagree."""

from __future__ import annotations

import pytest

from workstation.evidence.proposal import entry_words, proposal
from workstation.policy.pack import packs

PACK = packs()["cn-card"].requirements
TAIWAN = packs()["tw-prenegotiation"].requirements


def proposed(name: str, *lines: str, asked=PACK):
    return proposal(asked, entry_words(asked), name, lines)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("身份证正反面.jpg", "id_card"),
        ("張偉-身份證.HEIC", "id_card"),
        ("ID-Card scan.pdf", "id_card"),
        ("招商银行信用卡账单2026-10.pdf", "account_statement"),
        ("微信支付账单(20260501-20261031).csv", "bank_statement"),
        ("Alipay_record_20261101.csv", "bank_statement"),
        ("工商银行 流水 半年.xlsx", "bank_statement"),
        ("2026工资流水.pdf", "wage_records"),
        ("收入证明_盖章.pdf", "income_proof"),
        ("诊断证明 2026.11.pdf", "diagnosis"),
        ("medical-bills.pdf", "medical_bills"),
        ("出院小结.pdf", "hospital_record"),
        ("征信.pdf", "credit_report"),
        ("离婚判决书.pdf", "divorce_judgment"),
        ("伤残等级鉴定.pdf", "disability_appraisal"),
        ("个人信息处理单独同意书.pdf", "privacy_consent"),
    ],
)
def test_a_name_tells_the_entry(name: str, code: str) -> None:
    found = proposed(name)
    assert (found.requirement, found.told) == (code, "name")


@pytest.mark.parametrize("name", ["IMG_20261101_0930.jpg", "扫描件0001.pdf", "微信图片_20261101.jpg", "证明.pdf", ""])
def test_a_name_that_says_nothing_leaves_the_file_unassigned(name: str) -> None:
    assert proposed(name).requirement == ""


def test_a_name_that_speaks_for_two_entries_is_asked_about() -> None:
    found = proposed("身份证+收入证明.pdf")
    assert (found.requirement, set(found.others)) == ("", {"id_card", "income_proof"})


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("北京市晨光医院", "诊 断 证 明 书", "姓名：欧阳"), "diagnosis"),
        (("中国农业银行", "账户交易明细", "户名"), "bank_statement"),
        (("在职及收入证明", "兹证明欧阳（身份证号……）系我单位职工"), "income_proof"),
        (("姓名 欧阳", "公民身份号码 110101199003070011"), "id_card"),
        (("兹证明本人无其他收入证明，亦无银行流水，以下为详细的情况陈述，请贵行核对处理，谢谢",), ""),
        (("发票", "货物名称"), ""),
    ],
)
def test_the_title_on_the_first_page_tells_it_where_the_name_does_not(lines: tuple[str, ...], code: str) -> None:
    found = proposed("扫描0001.pdf", *lines)
    assert (found.requirement, found.told) == (code, "text" if code else "")


def test_name_and_title_together_are_told_and_where_they_differ_nothing_is_proposed() -> None:
    assert proposed("收入证明.pdf", "收入证明").told == "name_and_text"
    differs = proposed("收入证明.pdf", "诊断证明书")
    assert (differs.requirement, differs.others) == ("", ("income_proof", "diagnosis"))


def test_what_is_not_asked_for_is_taken_for_nothing_that_is() -> None:
    asked = [one for one in PACK if one.code != "divorce_judgment"]
    assert proposed("离婚判决书.pdf", asked=asked).requirement == ""
    assert proposed("扫描.pdf", "离婚判决书", "收入证明", asked=asked).requirement == ""


def test_titles_of_a_pack_name_its_entries_in_its_own_script() -> None:
    assert proposed("戶籍謄本.pdf", asked=TAIWAN).requirement == "household_register"
    assert proposed("財產歸屬資料清單.pdf", asked=TAIWAN).requirement == "property_list"


def test_every_entry_of_the_packs_is_known_by_its_own_title() -> None:
    for asked in (PACK, TAIWAN):
        for one in asked:
            found = proposed(one.text("zh-Hans") + ".pdf", asked=asked)
            assert one.code in (found.requirement, *found.others), one.code
