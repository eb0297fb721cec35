"""The least cost of living that no rule has: empty until a person states it with its source; never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.taiwan.conftest import NOW
from workstation.casework.income.necessary_living import necessary_living
from workstation.casework.said.entry import PaperEntry
from workstation.casework.said.fields import entry_findings, paper_fields
from workstation.documents.packet.filing.statement import living_text
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

SOURCE = "衛生福利部公告（某年某月某日某字第1號）"


def said(file, **values: str):
    bank = file.addressees[0]
    entries = [
        PaperEntry(key, file.case.id, bank, "application", key, text, NOW, "林專員") for key, text in values.items()
    ]
    return replace(file, entries=(*file.entries, *entries))


def printed(file) -> str:
    figures = packet_figures(file, file.addressees[0])
    assert figures.filing is not None and figures.filing.living is not None
    return living_text(figures.filing.living, Phrases(file.paper_language, {}))


def test_it_stands_empty_until_it_is_stated_with_its_source(file):
    found = necessary_living(file)
    assert found is not None and found.cost is not None and found.cost.amount is None
    assert found.minimum is None and found.limit is None and "未查得" in printed(file)
    for half in (said(file, living_minimum="10000"), said(file, living_source=SOURCE)):
        assert necessary_living(half).minimum is None and "未查得" in printed(half)
    whole = said(file, living_minimum="10,000", living_source=SOURCE)
    found = necessary_living(whole)
    assert (found.minimum, found.limit, found.stated_source) == (
        Money(10_000_00, "TWD"),
        Money(12_000_00, "TWD"),
        SOURCE,
    )
    assert all(part in printed(whole) for part in (SOURCE, "10,000", "12,000", "申請人查得"))


def test_a_figure_of_the_rules_is_not_overruled(file):
    costs = tuple(replace(one, amount=20_000_00) for one in file.pack.filing.living.costs)
    filing = replace(file.pack.filing, living=replace(file.pack.filing.living, costs=costs))
    known = replace(said(file, living_minimum="10,000", living_source=SOURCE), pack=replace(file.pack, filing=filing))
    found = necessary_living(known)
    assert (found.minimum, found.stated_source) == (Money(20_000_00, "TWD"), "")
    assert not {"living_minimum", "living_source"} & {
        one.key for one in paper_fields(known, "application", known.addressees[0])
    }


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"living_minimum": "10000", "living_source": SOURCE}, []),
        ({"living_minimum": "10000"}, ["required_field"]),
        ({"living_minimum": "约一万五", "living_source": SOURCE}, ["paper_entry_amount"]),
        ({"living_minimum": "0", "living_source": SOURCE}, ["paper_entry_amount"]),
        ({"living_source": SOURCE}, []),
    ],
)
def test_what_is_stated_needs_an_amount_and_a_source(file, values, codes):
    assert [one.code for one in entry_findings(file, "application", file.addressees[0], values)] == codes
