"""Of several checks of one proof the papers show the last: the workbook whatever it found, the packet the last that passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.builders import BANK, NOW, case_file
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.case_workbook import workbook_figures
from workstation.evidence.verification import CheckResult, Verification

Made = tuple[str, CheckResult, int, str]
"""A check, what it found, how many days after the first, by whom."""

SEEN: Made = ("original_seen", "ok", 0, "林协商")
PHONED: Made = ("issuer_phoned", "ok", 2, "周主管")
FAILED: Made = ("issuer_phoned", "failed", 4, "王复核")
AGAIN: Made = ("issuer_phoned", "ok", 6, "李复核")


def day(after: int) -> datetime:
    return NOW + timedelta(days=after)


def checked(*made: Made) -> CaseFile:
    """The whole case whose identity card was checked so, and by nothing else."""
    file = case_file()
    checks = [
        Verification(f"v{no}", "i-id_card", "c1", name, result, day(after), by, f"{name} {result}")
        for no, (name, result, after, by) in enumerate(made)
    ]
    return replace(file, verifications=tuple(checks))


@pytest.mark.parametrize(
    ("made", "check", "by", "after"),
    [
        ((SEEN,), "original_seen", "林协商", 0),
        ((SEEN, PHONED), "issuer_phoned", "周主管", 2),
        ((SEEN, PHONED, FAILED), "issuer_phoned", "王复核", 4),
        ((SEEN, PHONED, FAILED, AGAIN), "issuer_phoned", "李复核", 6),
    ],
)
def test_the_workbook_shows_the_last_check(made, check, by, after):
    found = next(one for one in workbook_figures(checked(*made)).evidence if one.file_name == "id_card.pdf")
    assert (found.check, found.checked_by, found.checked_on) == (check, by, day(after).astimezone().date())
    assert found.note == f"{check} {made[-1][1]}"


@pytest.mark.parametrize(
    ("made", "verified", "checks"),
    [
        ((SEEN,), date(2026, 11, 23), 1),
        ((SEEN, PHONED), date(2026, 11, 25), 2),
        ((PHONED, SEEN), date(2026, 11, 23), 2),  # the last that was recorded: a clock may have been set back meanwhile
        ((SEEN, PHONED, FAILED), date(2026, 11, 23), 1),  # what failed since is not told as passed
        ((SEEN, PHONED, FAILED, AGAIN), date(2026, 11, 29), 2),
    ],
)
def test_an_exhibit_bears_the_day_of_the_last_check_that_passed(made, verified, checks):
    found = next(one for one in packet_figures(checked(*made), BANK).exhibits if one.item_id == "i-id_card")
    assert found.verified == verified.isoformat()
    assert len([part for part in found.check.split("、") if part]) == checks
