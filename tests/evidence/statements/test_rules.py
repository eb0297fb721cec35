"""Rows that look alike are asked about once: the answers are those of every row by itself."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.evidence.statements.columns import Columns
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.layout import BY_CARD_WORDS, BY_WORDS, OWN_WORDS, REFUND_WORDS, plain_names
from workstation.evidence.statements.readers import LAYOUTS, read_statement
from workstation.evidence.statements.rules import Rules, kinds_by_words

RULED = {one.id: plain_names(one) for one in LAYOUTS if one.sign or one.kind or one.leave_out or one.fee}
WORDS = (
    "", "/", "收入", "支出", "不计收支", "其他", "中性交易", "退款", "退款-水果", "退款成功", "交易关闭", "已关闭", "待支付",
    "支付失败",
    "等待付款", "未支出", "零钱提现", "零钱充值", "转入零钱通-来自零钱", "余额宝-单次转入", "余额宝-转出到银行", "信用卡还款",
    "转出",
    "服务费¥0.10", "交易成功", "POSTED", "PENDING", "退货", "买入",
)  # fmt: skip
SAID = st.sampled_from(
    [
        "",
        "李四",
        "王五六",
        "星海公司",
        "refund of 3",
        "Straße",
        "手续费",
        "年费",
        "还款",
        "利息",
        "转账",
        *OWN_WORDS,
        *REFUND_WORDS,
    ]
)


@pytest.mark.parametrize("name", RULED)
def test_a_rule_looks_at_no_column_that_its_layout_does_not_name(name):
    layout, chance = RULED[name], random.Random(7)
    titles = sorted({*layout.header, *layout.looks_at, "资金状态", "备注", "商品名称", "交易分类"})
    for _ in range(400):
        whole = {title: chance.choice(WORDS) for title in titles}
        seen = {title: whole[title] for title in layout.looks_at}
        for rule in (layout.sign, layout.leave_out, layout.fee):
            assert rule is None or rule(whole) == rule(seen)
        assert layout.kind is None or [layout.kind(whole, way) for way in (True, False)] == [
            layout.kind(seen, way) for way in (True, False)
        ]


@pytest.mark.parametrize("name", RULED)
def test_rules_are_told_by_row(name):
    layout, chance = RULED[name], random.Random(8)
    rows = [[chance.choice(WORDS) for _ in layout.header] for _ in range(60)]
    body = Columns(layout.header, rows)
    rules = Rules(layout, body)
    if layout.sign:
        assert rules.told(layout.sign) == [layout.sign(body.row(index)) for index in range(60)]
    if layout.kind:
        gains, some = [chance.random() < 0.5 for _ in range(30)], range(0, 60, 2)
        alone = [layout.kind(body.row(index), way) for index, way in zip(some, gains, strict=True)]
        assert rules.kinds(layout.kind, some, gains) == alone


@given(st.lists(st.tuples(st.booleans(), SAID, SAID)), st.sampled_from([BY_WORDS, BY_CARD_WORDS]))
def test_kinds_by_words_are_those_of_every_row(rows, words):
    gains, peers, texts = ([row[place] for row in rows] for place in range(3))
    assert kinds_by_words(words, gains, peers, texts) == [words(way, f"{a} {b}".strip()) for way, a, b in rows]


@pytest.mark.parametrize(
    ("title", "state", "why"),
    [
        ("交易状态", "交易成功", ""),
        ("交易状态", "交易失败", "failed"),
        ("状态", "未成功", "failed"),
        ("状态", "不成功", "failed"),
        ("处理结果", "扣款失敗", "failed"),
        ("状态", "已拒絕", "failed"),
        ("STATUS", "Unsuccessful", "failed"),
        ("Status", "Declined", "failed"),
        ("交易结果", "", ""),
        ("备注", "失败", ""),  # no column of states
    ],
)
def test_a_row_that_failed_moved_nothing(title, state, why):
    header = ("日期", "金额", "摘要", title)
    mapping = HandMapping("x", header, {"day": "日期", "amount": "金额", "text": "摘要"})
    lines = (",".join(header), f"2026-01-05,500.00,转账,{state}", "2026-01-06,-1.00,消费,成功")
    statement = read_statement("\n".join(lines).encode(), layouts=(mapping.layout(),))
    assert [left.why for left in statement.rows_left_out] == ([why] if why else [])
    assert sum(one.amount.minor for one in statement.transactions) == (-100 if why else 49_900)
