"""Statements on scans: every amount or a finding, none counted before a person confirmed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.received.recognition import scans
from workstation.evidence.recognised_text import RecognisedText, recognised_masks
from workstation.evidence.statements.recognised_statement import recognised_statement
from workstation.evidence.statements.statement import analyse
from workstation.policy.rules import CopyRule, Source
from workstation.received.recognition.recognised import PARTS, RecognisedPage, RecognisedWord

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def text_of(found: scans.Told, quarters: int = 0) -> RecognisedText:
    width, height = scans.SIZE
    words = tuple(
        RecognisedWord(
            0,
            left * PARTS // width,
            top * PARTS // height,
            right * PARTS // width,
            bottom * PARTS // height,
            score,
            text,
        )
        for (left, top, right, bottom), text, score in found
    )
    return RecognisedText("i", "c", "engine 1", (RecognisedPage(842, 595),), words, quarters, NOW, "林协商")


def codes(text: RecognisedText) -> list[str]:
    statement = recognised_statement(text)
    return [one.code for one in (*statement.findings, *analyse(statement, NOW.date()).findings)]


def test_rows_are_those_that_were_printed() -> None:
    rows = scans.entries(12)
    statement = recognised_statement(text_of(scans.told(rows)))
    read = [(f"{one.on:%Y%m%d}", one.amount.minor) for one in statement.transactions]
    assert read == [(row[4], round(float(row[5].replace(",", "")) * 100)) for row in rows]
    assert [one.code for one in statement.findings] == ["recognised_unconfirmed"]


def test_a_confirmed_text_is_no_finding() -> None:
    assert "recognised_unconfirmed" not in codes(replace(text_of(scans.told(scans.entries(5))), confirmed_at=NOW))


def test_without_a_balance_nothing_proves_the_amounts() -> None:
    assert "recognised_unproven" in codes(text_of(scans.told(scans.entries(5, balances=False))))


def test_doubtful_figures_are_named() -> None:
    found = scans.told(scans.entries(3), score=61)
    told = [one.code for one in recognised_statement(text_of(found)).findings]
    assert told.count("recognised_unsure") == sum(any(map(str.isdigit, text)) for _, text, _ in found)


@given(st.integers(1, 8), st.integers(0, 9))
def test_a_digit_read_wrong_is_told_by_the_balance(row: int, digit: int) -> None:
    rows = scans.entries(9)
    amount = rows[row][5]
    wrong = amount[:-1] + str(digit)
    changed = [(*one[:5], wrong, *one[6:]) if at == row else one for at, one in enumerate(rows)]
    told = any("break" in code for code in codes(text_of(scans.told(changed))))
    assert told == (wrong != amount)


@pytest.mark.parametrize(("quarters", "count"), [(0, 1), (1, 0)])
def test_numbers_on_a_card_are_proposed_to_be_masked(quarters: int, count: int) -> None:
    card: scans.Told = [((100, 500, 1000, 560), "6222020200000004444", 99), ((100, 600, 300, 640), "有效期", 99)]
    rule = CopyRule("middle", 4, 4, Source("", "", "", "known"))
    masks = recognised_masks(text_of(card, quarters), rule)
    assert len(masks) == count
    for mask in masks:
        whole = (1000 - 100) * PARTS // scans.SIZE[0]
        assert whole * 10 // 19 < mask.width < whole * 13 // 19
        assert mask.height == 560 * PARTS // scans.SIZE[1] - 500 * PARTS // scans.SIZE[1]
