"""A case keeps its version of a pack: earlier ones ship unchanged beside the newest, and what differs is told rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

import resources
from workstation.casework.rule_texts import change_texts, rules_since
from workstation.policy.lenders import lenders
from workstation.policy.pack import load_pack, packs
from workstation.policy.versions import earlier, earlier_days, key_of, pack_id, rule_changes, version, versions
from workstation.wording import LANGUAGES, Wording

NEWEST = packs()
CARD = NEWEST["cn-card"]
FIRST = "2026-11-23"
SHIPPED = {
    "2026-11-23/cn-card.toml": "e0bcaf8f4fe1e440",
    "2026-11-23/cn-consumer-loan.toml": "bd3a262d22514205",
    "2026-11-23/tw-prenegotiation.toml": "ec1b1b115cc6001d",
}
"""What left with a release is never edited: a case may follow it."""


def test_what_a_case_may_follow_is_never_edited():
    folder = resources.path("policies", "earlier")
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.toml")}
    assert {name: sha256(file.read_bytes()).hexdigest()[:16] for name, file in files.items()} == SHIPPED


@pytest.mark.parametrize("name", NEWEST)
def test_each_earlier_version_is_dated_as_its_folder_and_before_the_newest(name):
    days = earlier_days(name)
    assert days[0] == FIRST and list(days) == sorted(set(days))
    for day in days:
        assert (earlier(name, day).id, earlier(name, day).dated.isoformat()) == (name, day)
        assert day < NEWEST[name].dated.isoformat()


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("cn-card", FIRST),  # from before versions were told: what it followed then
        (f"cn-card@{FIRST}", FIRST),
        (key_of(CARD), CARD.dated.isoformat()),
        ("cn-card@2026-11-24", None),
        ("cn-card@", FIRST),
        ("mars@2026-11-23", None),
        ("../cn-card@2026-11-23", None),
    ],
)
def test_a_case_gets_just_the_version_that_it_names(key, found):
    pack = version(key, NEWEST)
    assert (pack and pack.dated.isoformat()) == found


def test_a_pack_of_ones_own_has_no_other_version_than_itself():
    own = replace(CARD, id="own", dated=date(2026, 1, 1))
    assert version("own", {"own": own}) is version("own@2026-01-01", {"own": own}) is own
    assert version("own@2026-01-02", {"own": own}) is None
    assert versions("own", {"own": own}) == (own,)
    assert pack_id(key_of(own)) == "own"


def test_the_first_version_holds_its_own_lenders_and_figures():
    """The general penalty of 30.00 and no cap by kind of lender, as cases of that day were worked with."""
    first = earlier("cn-card", FIRST)
    assert (first.growth_of("credit_card").penalty_minimum, CARD.growth_of("credit_card").penalty_minimum) == (3000, 0)
    assert not first.lenders.kinds and CARD.lenders.kinds
    assert first.debt_order is None


def test_lenders_beside_an_earlier_version_are_those_of_its_day(tmp_path):
    text = resources.path("policies", "cn-card.toml").read_text("utf-8")
    (tmp_path / "cn-card.toml").write_text(text, "utf-8")
    assert load_pack(tmp_path / "cn-card.toml").lenders is lenders()["cn"]
    (tmp_path / "lenders").mkdir()
    then = resources.path("lenders", "cn.toml").read_text("utf-8").replace('rate = "0.20"', 'rate = "0.21"')
    (tmp_path / "lenders" / "cn.toml").write_text(then, "utf-8")
    kind = load_pack(tmp_path / "cn-card.toml").lenders.kind_of("马上消费金融股份有限公司")
    assert kind is not None and str(kind.caps[-1].rate) == "0.21"


def test_each_rule_that_differs_is_named_old_and_new_with_its_source():
    first = earlier("cn-card", FIRST)
    found = {(one.group, one.rule, one.about): one for one in change_texts(first, CARD, Wording("en"))}
    tolerance = found["Plans", "Shortfall that still keeps a promise", ""]
    assert (tolerance.before, tolerance.after) == ("new", "10.00 CNY")
    assert tolerance.source and tolerance.dated and tolerance.confidence
    least = found["Waiting", "Least penalty a month", "Credit card"]
    assert (least.before, least.after) == ("30.00 CNY", "0.00 CNY")
    dials = next(one for key, one in found.items() if key[1] == "What opens a third party")
    assert dials.before != dials.after


def test_a_change_of_source_alone_is_a_change_and_equal_packs_have_none():
    assert rule_changes(CARD, CARD, "en") == ()
    order = CARD.allocation
    other = replace(CARD, allocation=replace(order, source=replace(order.source, confidence="open")))
    assert {one.after.code for one in rule_changes(CARD, other, "en")} == {"until_days", "early", "late"}


def test_a_rule_that_is_gone_is_told():
    gone = replace(CARD, buckets=CARD.buckets[:-1])
    (one,) = rule_changes(CARD, gone, "en")
    assert one.after is None and one.before is not None and one.before.about == "M6+"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_tells_what_changed_since(language):
    lines = rules_since(versions("cn-card", NEWEST), Wording(language))
    changed = {line.rule: line.changed for line in lines if line.changed}
    assert any(CARD.dated.isoformat() in one for one in changed.values())
    unchanged = next(line for line in lines if line.group == Wording(language).text("rule_group.authority"))
    assert unchanged.changed == ""
