"""The days of proofs in workbook and packet are those of the pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests import builders
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.case_workbook import workbook_figures

PLAN = 1
"""The first schedule sheet stands after the summary."""
AFTER = ["方案比选", "收支", "材料清单", "来源对照"]


@pytest.mark.parametrize(("offset", "day"), [(-720, 22), (480, 23), (840, 24)])
def test_a_proof_bears_the_day_of_the_pack_wherever_the_machine_stands(offset: int, day: int) -> None:
    """No machine's own zone answers with all three days."""
    instant = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
    file = builders.case_file(pack=builders.at_offset(builders.CARD_PACK, offset))
    file = replace(
        file,
        items=tuple(replace(one, received_at=instant) for one in file.items),
        verifications=tuple(replace(one, at=instant) for one in file.verifications),
    )
    days = {(one.received_on, one.checked_on) for one in workbook_figures(file).evidence if one.received_on}
    assert days == {(date(2026, 11, day), date(2026, 11, day))}
    assert {one.verified for one in packet_figures(file, builders.BANK).exhibits} == {f"2026-11-{day}"}
