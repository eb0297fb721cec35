"""One proof judged: its last checks, its day, a second look, a waiver that came too late to matter."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from tests.evidence.test_checklist import AT, TODAY, asked, check, item, line
from workstation.evidence.verification import Waiver


@pytest.mark.parametrize(
    ("made", "state"),
    [
        ([("failed", 0), ("ok", 5)], "verified"),
        ([("ok", 0), ("failed", 5)], "failed"),
        ([("ok", 0), ("failed", 5), ("ok", 9)], "verified"),
        ([("failed", 0), ("ok", 5), ("failed", 9)], "failed"),
    ],
)
def test_the_check_recorded_last_counts_whatever_the_clock_said(made, state):
    for minutes in permutations([minutes for _, minutes in made]):
        checks = [check("issuer_phoned", result, minutes=at) for (result, _), at in zip(made, minutes, strict=True)]
        found = line("diagnosis", item("diagnosis", issuer="医院"), checks=checks)
        assert found.state == state
        assert ("check_failed" in [finding.code for finding in found.findings]) is (state == "failed")


@pytest.mark.parametrize(("days", "codes"), [(-1, []), (0, []), (1, ["issued_in_future"])])
def test_a_proof_of_today_is_good_and_one_of_tomorrow_is_not(days, codes):
    found = line("diagnosis", item("diagnosis", issuer="医院", issued_on=TODAY + timedelta(days=days)))
    assert [one.code for one in found.findings if one.code == "issued_in_future"] == codes


@pytest.mark.parametrize(
    ("others", "needed"),
    [
        ([], True),
        (
            [check("portal", "failed", minutes=1, by="周主管"), check("portal", minutes=2)],
            True,
        ),  # saw it, passed nothing
        ([check("portal", minutes=1, by="周主管")], False),
    ],
)
def test_a_second_look_is_one_that_passed(others, needed):
    funds = item("settlement_funds", issuer="中国银行", form="original", issued_on=TODAY)
    found = line("settlement_funds", funds, checks=[check(asked("settlement_funds").checks[0]), *others])
    assert ("second_look_needed" in [one.code for one in found.findings]) is needed


def test_a_waiver_takes_nothing_from_what_is_verified():
    diagnosis, waiver = item("diagnosis", issuer="医院"), Waiver("w", "c1", "diagnosis", "住院", "周主管", AT)
    assert line("diagnosis", diagnosis, waivers=[waiver]).state == "waived"
    assert line("diagnosis", diagnosis, waivers=[waiver], checks=[check("original_seen")]).state == "verified"
