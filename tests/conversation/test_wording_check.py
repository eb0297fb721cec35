"""The wording check: what must not be said is marked, with calmer words; ordinary sentences pass."""

from __future__ import annotations

import pytest

from workstation.conversation.phrase_rules import kinds
from workstation.conversation.wording.check import marks, phrasing_findings
from workstation.policy.pack import packs
from workstation.wording import LANGUAGES, Wording

PHRASES = packs()["cn-card"].phrases


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("再不还就后果自负！", ["threat"]),
        ("你这个老赖", ["insult"]),
        ("我是法院的，已经立案", ["false_authority", "false_authority"]),
        ("你儿子欠了银行的钱，你替他还", ["disclosure"]),
        ("我们保证通过，名额有限", ["guarantee", "false_scarcity"]),
        ("先去借一点周转", ["new_debt"]),
        ("先交手续费", ["extra_fee"]),
        ("要求依法停息", ["legal_claim"]),
        ("This is your LAST CHANCE, deadbeat.", ["false_scarcity", "insult"]),
        ("客户说明失业情况，申请个性化分期，下周补充离职证明。", []),
        ("请转告本人，方便时与我们联系，谢谢。", []),
        ("", []),
    ],
)
def test_marks(text, kinds):
    assert [mark.phrase.kind for mark in marks(PHRASES, text)] == kinds


def test_a_mark_stands_on_its_characters():
    text = "请注意：这是最后一次机会。"
    (mark,) = marks(PHRASES, text)
    assert text[mark.start : mark.end] == mark.word == "最后一次机会"


def test_what_we_advise_instead_is_itself_clean():
    for phrase in PHRASES:
        for text in (*phrase.instead.values(), *phrase.why.values()):
            assert marks(PHRASES, text) == ()


def test_a_kind_has_a_name_and_a_finding_its_sentence():
    for language in LANGUAGES:
        wording = Wording(language)
        assert {phrase.kind for phrase in PHRASES} | set(kinds()) == set(wording.choices("phrase_kind"))
        (finding,) = phrasing_findings(PHRASES, "老赖！老赖！", "contact.note")
        assert "老赖" in wording.finding(finding)
        assert "{" not in wording.finding(finding)


def test_what_the_rules_advise_is_itself_clean_and_said_in_every_language():
    for kind in kinds().values():
        for texts in (kind.why, kind.instead):
            assert set(texts) == set(LANGUAGES)
            assert all(marks((), text) == () for text in texts.values())


def test_severe_words_have_a_code_of_their_own():
    (severe,), (advice,) = (phrasing_findings(PHRASES, text, "letter") for text in ("你这个老赖", "名额有限"))
    assert (severe.code, advice.code) == ("wording_severe", "wording_avoid")
    assert "老賴" in Wording("zh-Hant").finding(phrasing_findings(PHRASES, "你這個老賴", "letter")[0])
