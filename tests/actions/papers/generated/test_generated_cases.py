"""Cases written by chance go in as files and come out as papers without a contradiction: a sample here, all in `make prove`."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from tests.actions.papers.generated.building import Built, Made, build
from tests.actions.papers.generated.choices import LANGUAGES, METHODS, NAMES, PACKS
from tests.actions.papers.generated.judging import faults
from tests.actions.papers.generated.reckoning import reckon
from tests.actions.papers.generated.writing import written_case
from tests.prove import how_many

SAMPLE: Final = 10
"""One account with all proofs: a final packet in Traditional Chinese."""
SEEDS: Final = [SAMPLE, 11, *(seed for seed in range(320) if seed not in (SAMPLE, 11))]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(written_case(SAMPLE), tmp_path_factory.mktemp("case"))


@pytest.mark.prove
@pytest.mark.parametrize("seed", SEEDS[: how_many(2, 320)])
def test_no_paper_of_a_case_contradicts_it_or_another(seed: int, sample: Built, tmp_path: Path) -> None:
    written = written_case(seed)
    built = sample if seed == SAMPLE else build(written, tmp_path)
    assert list(faults(reckon(tomllib.loads(written.text)), built, tmp_path)) == []


def test_the_cases_reach_every_method_pack_language_and_name() -> None:
    written = [written_case(seed) for seed in range(48)]
    told = [tomllib.loads(one.text) for one in written]
    plans = [plan["terms"] for case in told for plan in case["plans"]]
    assert {plan["method"] for plan in plans} == set(METHODS)
    assert {case["pack"] for case in told} == set(PACKS)
    assert {case["language"] for case in told} == set(LANGUAGES)
    assert {case["debtor"]["name"] for case in told} == set(NAMES)
    assert {len(case["accounts"]) for case in told} == {1, 2, 3, 4, 5}
    keys = {key for plan in plans for key in plan}
    assert keys >= {
        "skip_months",
        "deferral",
        "down_payment",
        "waive_principal",
        "steps",
        "fixed",
        "period_fee",
        "rounding",
    }
    assert any(reckon(case).left == 0 for case in told) and any(reckon(case).left < 0 for case in told)


def test_a_fault_is_seen(sample: Built, tmp_path: Path) -> None:
    """The judge of these tests: a paper of another case, a remainder of another household."""
    case = reckon(tomllib.loads(written_case(SAMPLE).text))
    application, budget = (next(one for one in sample.made if one.kind == kind) for kind in ("application", "budget"))
    dearer = replace(case, sides={**case.sides, "income": case.sides["income"] + 1})
    assert not _found(case, sample, application, tmp_path) and not _found(case, sample, budget, tmp_path)
    said = _found(dearer, sample, budget, tmp_path)
    assert [fault for fault in said if "has no source" in fault] and [
        fault for fault in said if "the household keeps" in fault
    ]
    other = replace(case, accounts=tuple(replace(debt, parts={**debt.parts, "principal": 1}) for debt in case.accounts))
    assert [fault for fault in _found(other, sample, application, tmp_path) if "is missing" in fault]
    packet, claim, costs = (
        next(one for one in sample.made if one.kind == kind) for kind in ("packet", "claim-questions", "cost-table")
    )
    assert [fault for fault in _found(other, sample, packet, tmp_path) if "the picture does not tell" in fault]
    assert [fault for fault in _found(other, sample, claim, tmp_path) if "no line tells" in fault]
    charged = tuple(
        replace(plan, rows=tuple(replace(row, fee=row.fee + 10_000) for row in plan.rows)) for plan in case.plans
    )
    assert [
        fault for fault in _found(replace(case, plans=charged), sample, costs, tmp_path) if "% is not told" in fault
    ]


def _found(case, built: Built, made: Made, folder: Path) -> list[str]:
    return list(faults(case, replace(built, made=(made,)), folder))
