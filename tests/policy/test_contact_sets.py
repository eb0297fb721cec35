"""The sets of rules on contacts: sourced, checked, and taken over by packs."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resources
from tests.policy.test_shipped import conduct_sources
from workstation.errors import Refused
from workstation.policy.conduct_rules import ThirdParty
from workstation.policy.contact_rules import contact_rules, load_contact_rules
from workstation.policy.pack import load_pack


@pytest.mark.parametrize("name", contact_rules())
def test_every_rule_of_every_set_is_sourced(name):
    rules = contact_rules()[name]
    found = dict(conduct_sources(rules))
    assert {"complaint_holds", "third_party", "stop_on_request"} <= set(found)
    for source in found.values():
        assert source.name
        assert source.dated


def test_a_mistake_in_a_set_is_named_with_its_line_and_key(tmp_path):
    file = tmp_path / "uk.toml"
    shipped = resources.path("conduct", "uk.toml").read_text("utf-8")
    file.write_text(shipped.replace('value = 56, source = "disp_1_6"', 'value = 56, source = "disp"'), "utf-8")
    with pytest.raises(Refused) as refused:
        load_contact_rules(file)
    assert [(one.code, one.figures["key"]) for one in refused.value.findings] == [
        ("pack_value", "rules.complaint_days.source")
    ]


def test_a_pack_takes_a_set_over_and_says_what_differs():
    text = resources.path("policies", "cn-card.toml").read_text("utf-8")
    start, end = text.index("[conduct]"), text.index("[[phrases]]")
    own = '[conduct]\nrules = "uk"\nconnected_a_day = { value = 2, source = "custom" }\n\n'
    rules = load_pack(text[:start] + own + text[end:]).conduct
    assert rules.connected_a_day is not None and rules.connected_a_day.value == 2
    assert replace(rules, connected_a_day=None) == contact_rules()["uk"]


def test_the_third_party_of_an_older_pack_is_a_row_of_dials():
    text = resources.path("policies", "cn-card.toml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("third_party ="))
    rules = load_pack(text.replace(line, 'third_party_after = { value = 4, source = "custom" }')).conduct
    assert rules.third_party is not None
    assert rules.third_party.value == ThirdParty(dials_in_a_row=4)
