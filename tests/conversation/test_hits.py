"""What looks bad and is fine: another's words, a denial, a prohibition, a question; and what such words do not excuse."""

from __future__ import annotations

import pytest

from workstation.conversation.hits import Judged
from workstation.folding import folded_signs


def found(text: str) -> set[str]:
    return {hit.rule.kind.code for hit in Judged(text).hits()}


@pytest.mark.parametrize(
    ("bad", "fine"),
    [
        ("再不还就让你坐牢。", "客户说：“再不还就让你坐牢，他们这样讲。”"),
        ("再不还就让你坐牢。", "债务人转述催收员的话，再不还就让你坐牢。"),
        ("我告诉客户：“再不还就让你坐牢。”", "严禁对客户说“再不还就让你坐牢”。"),
        ("我们会去你单位闹。", "我们不会去你单位闹。"),
        ("如果不还，我们就去你单位闹。", "不要威胁客户，也不要去他单位闹。"),
        ("你会坐牢的。", "我会不会坐牢？"),
        ("銀行一定會核准。", "銀行不一定會核准。"),
        ("你就是个骗子。", "他被骗子骗走了积蓄。"),
        ("You will be arrested.", "The client asked whether she will be arrested."),
        ("If you don't pay you will be arrested.", "You will not be arrested."),
        ("I guarantee the bank will approve it.", "I cannot guarantee that the bank will approve it."),
        ("We will tell your boss about the debt.", "We will never tell your boss about the debt."),
        ("Tell them you are a lawyer.", "Never pose as a lawyer."),
        ("Forge a certificate.", "To forge a certificate is a crime."),
        ("这笔减免包过，没任何问题。", "代办业者保证过件并收费，客户已向消保官申诉。"),
        ("不还就把你列入黑名单。", "下列话术一律停用：“不还就上门”“列入黑名单”。"),
        ("再不还，我们就申请抓你。", "生效判决确定的义务未履行的，债权人可以申请法院强制执行。"),
        ("This is the court, pay now or be arrested.", "Somebody claiming to be from the court rang her."),
        ("把他欠债的事告诉单位领导。", "客户自己已把欠款情况告诉了单位领导。"),
        ("您先别管网上怎么讲，减免这块我说了算。", "能不能减免我说了不算，由银行决定。"),
        ("We will ring your husband about this.", "She fears that we will ring her husband."),
        ("I assure you the bank will take half.", "An online firm assured him that the bank would take half."),
        ("I've never had one rejected, yours will sail through.", "Never say that it will sail through."),
    ],
)
def test_a_near_miss_passes(bad, fine):
    assert found(bad)
    assert not found(fine)


def test_a_quotation_ends_with_its_closing_mark():
    assert found("客户说“没钱”，再不还就让他坐牢。") == {"threat"}


def test_the_agent_takes_the_word_again():
    assert "threat" in found("客户说没钱，我说那你就等着坐牢吧。")


def test_a_question_does_not_excuse_an_insult():
    assert found("你还要不要脸？") == {"insult"}


def test_both_scripts_and_widths_are_one():
    assert found("不還錢，後果自負！") == found("不还钱，后果自负！") == {"threat"}


@pytest.mark.parametrize("text", ["", "。", "İstanbul’da ＡＢＣ", "你" * 500, "a" * 500, "\n" * 20])
def test_odd_texts_are_judged(text):
    assert len(folded_signs(text)) == len(text)
    assert found(text) == set()
