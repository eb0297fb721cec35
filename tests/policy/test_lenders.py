"""What each kind of lender may charge on a day, and what is known of single banks: known with its source, or empty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import CARD_PACK
from workstation.bank_names import bank_key
from workstation.errors import Refused
from workstation.policy.lenders import BankRules, lenders, load_lenders
from workstation.policy.pack import load_pack

CN = lenders()["cn"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("招商银行", "bank"),
        ("招行", "bank"),
        ("CMB", "bank"),
        ("某某农村信用社", "bank"),
        ("某某农商行", "bank"),
        ("招商銀行信用卡中心", "bank"),
        ("马上消费金融股份有限公司", "consumer_finance"),
        ("马上金融", "consumer_finance"),
        ("北京银行消费金融有限公司", "consumer_finance"),  # the longer word says more than the bank in the name
        ("某某汽车金融有限公司", "auto_finance"),
        ("重庆某某小额贷款有限公司", "small_loan"),
        ("某某信托有限公司", "trust"),
        ("王某某", None),
        ("", None),
    ],
)
def test_the_name_tells_the_kind_of_lender(name, kind):
    found = CN.kind_of(name)
    assert (found.code if found else None) == kind


@pytest.mark.parametrize(
    ("kind", "on", "rate", "source"),
    [
        ("bank", date(2017, 8, 3), None, ""),
        ("bank", date(2017, 8, 4), "0.24", "court_24"),
        ("bank", date(2030, 1, 1), "0.24", "court_24"),
        ("consumer_finance", date(2025, 10, 30), "0.24", "court_24"),
        ("consumer_finance", date(2025, 10, 31), "0.20", "cfc_window"),
        ("consumer_finance", date(2025, 11, 1), "0.20", "cfc_window"),
        ("small_loan", date(2025, 12, 18), "0.24", "court_24"),
        ("small_loan", date(2025, 12, 19), "0.24", "micro_2025"),
        ("small_loan", date(2027, 12, 31), "0.24", "micro_2025"),
        ("small_loan", date(2028, 1, 1), "0.120", "micro_2025"),
        ("private", date(2020, 8, 19), "0.24", "private_2015"),
        ("private", date(2020, 8, 20), "0.1540", "private_2020"),  # 4 × 3.85 %
        ("private", date(2024, 7, 21), "0.1380", "private_2020"),  # 4 × 3.45 %
        ("private", date(2024, 7, 22), "0.1340", "private_2020"),
        ("private", date(2024, 10, 20), "0.1340", "private_2020"),
        ("private", date(2024, 10, 21), "0.1240", "private_2020"),
        ("private", date(2025, 5, 19), "0.1240", "private_2020"),
        ("private", date(2025, 5, 20), "0.120", "private_2020"),
    ],
)
def test_the_most_that_a_kind_may_charge_on_a_day(kind, on, rate, source):
    cap = CN.kinds[kind].cap(on, CARD_PACK.reference_rates)
    assert (cap and (str(cap.rate), cap.source.id, cap.kind)) == (rate and (rate, source, kind))


def test_a_multiple_of_a_rate_that_nobody_knows_is_no_cap():
    assert CN.kinds["private"].cap(date(2021, 1, 1), ()) is None


@pytest.mark.parametrize(
    ("lender", "rate"), [("招商银行", "0.24"), ("马上消费金融", "0.20"), ("某某小额贷款", "0.24"), ("王某某", "0.24")]
)
def test_three_lenders_of_one_person_have_three_caps(lender, rate):
    assert CARD_PACK.annual_cap(lender, date(2026, 11, 29)).rate == Decimal(rate)


def test_a_kind_never_allows_more_than_the_pack():
    strict = load_pack(
        'format = 1\nextends = "cn-card"\nid = "own"\ntitle = { zh-Hans = "本行" }\ndated = 2026-11-23\n'
        '[sources]\nown = { name = "本行规定", dated = "2026-11-23", confidence = "practice" }\n'
        '[limits]\nmax_annual_cost = { value = "0.18", source = "own" }\n'
    )
    cap = strict.annual_cap("马上消费金融", date(2026, 11, 29))
    assert (cap.rate, cap.source.id, cap.kind) == (Decimal("0.18"), "own", "")


@pytest.mark.parametrize(
    ("bank", "known"),
    [
        ("招行", {"penalty_minimum": 1000, "grace_days": 3, "grace_until": "24:00"}),
        ("广发银行", {"penalty_minimum": 3000, "step_rate": Decimal("0.06"), "step_after": 2}),
        (
            "中国工商银行",
            {"penalty_minimum": 0, "penalty_maximum": 50000, "grace_days": 3, "minimum_share": Decimal("0.10")},
        ),
        ("华夏银行", {"penalty_maximum": 200000}),
        ("中国光大银行", {}),
        ("某某银行", {}),
    ],
)
def test_what_is_not_known_of_a_bank_is_empty(bank, known):
    assert {name: rule.value for name, rule in CN.bank(bank).rules() if rule} == known


def test_every_figure_has_a_source_a_day_and_how_sure_it_is():
    rules = [rule for bank in CN.banks.values() for _, rule in bank.rules() if rule]
    caps = [cap for kind in CN.kinds.values() for cap in kind.caps]
    assert rules
    for source in [*[rule.source for rule in rules], *[cap.source for cap in caps]]:
        assert source.name and source.dated and source.confidence
    assert all(key == bank_key(bank.name) for key, bank in CN.banks.items())
    assert set(dict(BankRules("").rules())) >= {"tolerance", "remainder"}


SOURCE = '[sources]\na = { name = "网页", dated = "2026-11-29", confidence = "weak" }\n'
HEAD = 'id = "own"\ntitle = { zh-Hans = "本地" }\ndated = 2026-11-29\n'
KIND = '[kinds.bank]\ntitle = { zh-Hans = "银行" }\nwords = ["银行"]\n'
BANK = '[[banks]]\nname = "某银行"\n'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (KIND + "caps = [{ from = 2017-08-04, rate = '0.24' }]\n" + BANK, "pack_missing"),
        (KIND + "caps = [{ from = 2017-08-04, rate = '0.24', source = 'b' }]\n" + BANK, "pack_value"),
        (KIND + "caps = [{ from = 2017-08-04, rate = 0.24, source = 'a' }]\n" + BANK, "pack_type"),
        (KIND + "caps = [{ from = 2017-08-04, source = 'a' }]\n" + BANK, "pack_missing"),
        (
            KIND
            + "caps = [{ from = 2017-08-04, rate = '0.2', source = 'a' }, { from = 2017-08-04, times = '4', source = 'a' }]\n"
            + BANK,
            "pack_order",
        ),
        (KIND + "caps = []\n" + BANK + "penalty_minimum = { value = 1000 }\n", "pack_missing"),
        (KIND + "caps = []\n" + BANK + "penalty_minimum = { value = -1, source = 'a' }\n", "pack_value"),
        (KIND + "caps = []\n" + BANK + "penalty_least = { value = 1, source = 'a' }\n", "pack_unknown_key"),
        (KIND + "caps = []\n" + BANK + "remainder = { value = 'middle', source = 'a' }\n", "pack_value"),
    ],
)
def test_a_figure_that_is_not_sound_is_refused(tmp_path, text, code):
    file = tmp_path / "own.toml"
    file.write_text(HEAD + SOURCE + text, "utf-8")
    with pytest.raises(Refused) as refused:
        load_lenders(file)
    assert code in {one.code for one in refused.value.findings}
