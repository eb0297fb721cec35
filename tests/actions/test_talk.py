"""What a talk needs: every question has a field that can be judged, waiting grows, tiers decide, the summary is fit to be said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import account, case_file
from tests.documents.papers.single_cases import single_case
from workstation.actions import talk
from workstation.conversation.talk_guide import opening, questions
from workstation.conversation.wording.check import marks
from workstation.policy.pack import packs
from workstation.profile.case import Stage
from workstation.rates import Rate
from workstation.wording import LANGUAGES

REASONS = {code for pack in packs().values() for code in pack.reasons}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_fit_to_be_said_and_its_field_can_be_judged(language):
    file = single_case()
    for stage in Stage:
        found = questions(stage.key, "illness", language)
        assert len(found) >= 2
        for one in found:
            assert marks((), one.text) == ()
            assert talk.answered(file, one.field) in (True, False)
    for reason in ("", *REASONS):
        assert opening(reason, language)
        assert marks((), opening(reason, language)) == ()


def test_a_question_of_other_reasons_is_left_out():
    assert [one.field for one in questions("understand", "", "en")].count("case.reason_to") == 0


def test_waiting_grows_and_an_unknown_rate_is_told_as_unknown():
    file = case_file(accounts=(account(rate=Rate(Decimal("0.0005"), "daily")),))
    one, *_others = talk.consequences(file)
    amounts = [amount for _, amount in one.owed]
    assert [months for months, _ in one.owed] == [3, 6, 12]
    assert one.account.owed < amounts[0] < amounts[1] < amounts[2]
    unknown = replace(file, accounts=tuple(replace(one, rate=None) for one in file.accounts))
    assert talk.consequences(unknown)[0].owed == ()


def test_who_decides_is_the_packs_word():
    found = {one.concession: one.tiers for one in talk.deciding(single_case())}
    assert found["waive_principal"] == (("bank", None),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_what_is_known_and_promises_nothing(language):
    text = talk.summary(single_case(language))
    assert "{" not in text
    assert marks((), text) == ()
