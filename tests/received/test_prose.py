"""Letters and other texts are no list, however they are cut; lists with notes around are."""

from __future__ import annotations

import io

import pytest

from workstation.errors import Refused
from workstation.received.inspection import media_type

LETTERS = [
    "Dear Sir,\nI lost my work in May, my wife is ill, and I cannot pay.\nPlease wait, thank you.\n",
    "Hello my dear friend from the bank, I am not well\nI will pay you back one day, that is my word\n",
    "您好,我是张三,现在失业了\n收入没有了,请求停息\n谢谢\n",
    "我的信\n第二行\n",
    '{"name": "a", "value": 1,\n"b": 2, "c": 3}\n',
    '[\n{"a": 1, "b": 2},\n{"a": 3, "b": 4}\n]\n',
    "a note\nwith one, comma\nand\nmany\nmore\nlines\n",
]
LISTS = [
    "日期,金额\n2026-11-01,5\n",
    "微信支付账单明细,,\n微信昵称：[某],,\n,,\n交易时间,收/支,金额\n2026-11-01 10:00:00,支出,5.00\n2026-11-02 10:00:00,支出,5.00\n",
    "支付宝账务\n账号,x\n----\n时间,名称,金额,\n2026-11-01,Payment to the shop,5,\n2026-11-02,Salary,6,\n----\n共2笔\n",
    "date;note\n2026-01-01;one two three four five six\n2026-01-02;x\n",
    "a,b\n",
]


@pytest.mark.parametrize("text", LETTERS)
def test_a_letter(text: str) -> None:
    with pytest.raises(Refused) as refused:
        media_type(io.BytesIO(text.encode()), "信.txt")
    assert [one.code for one in refused.value.findings] == ["file_kind_unknown"]


@pytest.mark.parametrize("text", LISTS)
def test_a_list(text: str) -> None:
    assert media_type(io.BytesIO(text.encode()), "流水.csv") == "text/csv"


@pytest.mark.parametrize("name", ["账单.csv", "账单.tsv"])
@pytest.mark.parametrize("text", ["账单\n商户,¥1,000\n", "商户,¥1,000\n某店,¥5\n", "日期\t金额\n5\n"])
def test_a_list_cut_unevenly_is_a_proof_under_the_name_of_one(text: str, name: str) -> None:
    assert media_type(io.BytesIO(text.encode()), name) == "text/csv"


@pytest.mark.parametrize("text", [LETTERS[1], LETTERS[4], LETTERS[5], "我的信\n第二行\n"])
def test_a_letter_under_the_name_of_a_list(text: str) -> None:
    with pytest.raises(Refused):
        media_type(io.BytesIO(text.encode()), "信.csv")
