"""What an entry of the checklist reads where several accounts each need a proof."""

from __future__ import annotations

import pytest

from workstation.evidence.checklist import ChecklistLine, standing
from workstation.policy.pack import packs

ASKED = next(one for one in packs()["cn-card"].requirements if one.code == "account_statement")


@pytest.mark.parametrize(
    ("states", "whole", "expected"),
    [
        ((), "received", ("received", 0, 0)),
        (("missing", "missing", "missing"), "missing", ("missing", 0, 0)),
        (("verified", "missing", "missing"), "missing", ("verified", 1, 3)),
        (("verified", "received", "verified"), "received", ("verified", 2, 3)),
        (("received", "missing", "stale"), "missing", ("received", 1, 3)),
        (("failed", "verified", "verified"), "failed", ("failed", 1, 3)),
        (("verified", "verified", "verified"), "verified", ("verified", 0, 0)),
        (("waived", "waived"), "waived", ("waived", 0, 0)),
        (("waived", "missing"), "missing", ("missing", 0, 0)),
        (("waived", "verified"), "verified", ("verified", 0, 0)),
    ],
)
def test_what_is_there_for_some_accounts_says_for_how_many(states, whole, expected) -> None:
    line = ChecklistLine(ASKED, (), whole, by_account=tuple((f"a{at}", one) for at, one in enumerate(states)))
    assert standing(line) == expected
