"""The day of an agent by real keys at the real program on a screen of its own: nothing is clicked, no widget is called.

Counted is every key beside the facts themselves: Tab, arrows, Enter, chords. The window says where the cursor is and what can be
read; it is told nothing but keys and what was copied elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtPdf import QPdfDocument

from tests.prove import how_many
from tests.ui.day import lines
from tests.ui.day.hands import Hands
from tests.ui.day.papers import brought
from tests.ui.day.screen import Program, Screen

pytestmark = [pytest.mark.prove, pytest.mark.timeout(1800)]

MORNING: Final = "2026-11-23T09:30:00"
FIRST_BANK, FURTHER_BANK = 150, 40
"""The most keys that the first packet may take, desk and debtor included, and each further one."""
OWED: Final = ("32,400.50", "12,640.00", "6,000.00")
FIRST_PART: Final = 82
COUNTED, KEEPING = (150, 30, 29), 29
"""The keys that they take, and those of a reply, an adopted schedule, two promises, a payment and three mornings."""
assert COUNTED[0] <= FIRST_BANK and max(COUNTED[1:]) <= FURTHER_BANK


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    with closing(Screen(tmp_path)) as screen:
        made = Hands(screen, Program(screen, MORNING))
        yield made
        made.program.close()


def test_from_no_desk_to_a_first_profile(hands: Hands) -> None:
    """The first part alone, which the suite walks."""
    if how_many(0, 1):
        pytest.skip("the whole day is walked below")
    hands.chapter = lines.BANKS[0]
    hands.walk(lines.DESK)
    profile(hands, banks=1)
    assert hands.keys == {lines.BANKS[0]: FIRST_PART}
    words = hands.program.look("read")["words"]
    assert "¥ 32,400.50" in words and "买买提·吐尔逊" in words


def test_three_packets_a_promise_kept_and_one_broken(hands: Hands, qapp) -> None:
    if not how_many(0, 1):
        pytest.skip("the suite walks its first part; make prove walks all of it")
    hands.chapter = lines.BANKS[0]
    hands.walk(lines.DESK)
    profile(hands, banks=3)
    evidence(hands)
    for bank, walked in zip(lines.BANKS, lines.PLANS, strict=True):
        hands.chapter = bank
        hands.walk(walked)
    packets(hands)
    assert tuple(hands.keys[bank] for bank in lines.BANKS) == COUNTED
    hands.chapter = "promises"
    hands.walk(lines.PROMISES)
    for morning, walked in (("2026-12-17T09:30:00", lines.PAID), ("2026-12-28T09:30:00", lines.KEPT)):
        assert hands.leave() == 0
        hands.program = Program(hands.screen, morning)
        hands.walk(lines.OPEN)
        hands.walk(walked)
    assert hands.keys["promises"] == KEEPING


def profile(hands: Hands, banks: int) -> None:
    hands.walk(lines.TALK)
    hands.walk(lines.PERSON)
    for bank, walked in list(zip(lines.BANKS, lines.ACCOUNTS, strict=True))[:banks]:
        hands.chapter = bank
        hands.walk(walked)
    hands.chapter = lines.BANKS[0]
    hands.walk(lines.BUDGET)


def evidence(hands: Hands) -> None:
    """The files are copied together where they lie; which entry each belongs to is confirmed one by one, so is each check."""
    hands.screen.copy(brought(hands.screen.home / "papers"))
    hands.walk((("Ctrl+V", "此文件归入的清单项目"),))
    for name, _ in lines.CHECKS:
        hands.chapter = bank_of(name)
        hands.until(name)
        hands.press("Enter")
    for name, walked in lines.CHECKS:
        hands.chapter = bank_of(name)
        hands.walk(walked)
    hands.until("没有其他待核实的文件了。")


def bank_of(name: str) -> str:
    return next((bank for bank in lines.BANKS[1:] if name[:2] in bank), lines.BANKS[0])


def packets(hands: Hands) -> None:
    for bank, walked, owed in zip(lines.BANKS, lines.PACKETS, OWED, strict=True):
        hands.chapter = bank
        hands.walk(walked)
        file = hands.screen.home / f"CC-2026-00001-{bank}.pdf"
        hands.until(str(file))
        document = QPdfDocument()
        document.load(str(file))
        text = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
        assert all(one in text for one in (lines.NAME, bank, owed)), file.name
