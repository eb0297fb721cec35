"""What can be changed in the trial sheet: every input with its look and check, and the cells that make numbers of choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workstation.documents.workbook.cell_text import Value
from workstation.documents.workbook.sheet import FIRST_DAY, LAST_DAY, MOST, Kind
from workstation.documents.workbook.trial.rows import MODES, cent, days_30_360, earned, unit
from workstation.documents.workbook.trial.terms import TrialTerms, waived
from workstation.money import Money
from workstation.plan.schedule.accrual import YEAR_DAYS
from workstation.plan.schedule.term_checks import STEP_DAYS_MAX, STEP_MONTHS_MAX
from workstation.plan.schedule.terms import METHODS
from workstation.rates import Span
from workstation.wording import Wording

SPANS: Final[tuple[Span, ...]] = ("annual", "monthly", "daily")
TREATMENTS: Final = ("in_plan", "capitalise", "first_instalment", "up_front")
RUNNING: Final = ("stops", "accrues")
OLD: Final = ("interest", "penalty", "fees")


@dataclass(frozen=True, slots=True)
class Input:
    """One open cell, named ``try_<name>``: its label in the wording, its look, and what it takes."""

    name: str
    label: str
    look: str
    kind: Kind
    low: str = "0"
    high: str = MOST


def _amount(name: str, most: str = MOST) -> Input:
    return Input(name, name, "input_money", "decimal", "0", most)


def _whole(name: str, high: str, low: str = "0") -> Input:
    return Input(name, name, "input_whole", "whole", low, high)


def _day(name: str, last: str = LAST_DAY) -> Input:
    return Input(name, name, "input_day", "date", FIRST_DAY, last)


def _list(name: str, label: str = "") -> Input:
    return Input(name, label or name, "input_text", "list")


def sections(most: int, digits: int) -> Iterator[tuple[str, tuple[Input, ...]]]:
    """Headings with their inputs, from the top; ``most`` rows at most, ``digits`` of the currency. Bounds that are names of
    other cells are those that the program holds the terms to."""
    yield "owed", (_amount("principal"), *(_amount(name) for name in OLD))
    yield "waived", tuple(_amount(f"waive_{name}", f"try_{name}") for name in ("principal", *OLD))
    yield "old", tuple(_list(f"treat_{name}") for name in OLD)
    yield (
        "plan",
        (
            _list("method"),
            _whole("count", str(most), "1"),
            _day("first_due"),
            _day("interest_from", "try_first_due"),
            _amount("down_payment", "try_original"),
            Input("rate", "rate", "input_rate", "decimal", "0", "10"),
            _list("per"),
            _list("day_count"),
            Input("period_fee", "period_fee", "input_rate", "decimal", "0", "1"),
            _whole("months", str(STEP_MONTHS_MAX), "1"),
            _whole("days", str(STEP_DAYS_MAX)),
        ),
    )
    yield (
        "more",
        (
            _whole("grace_principal", "try_count-1"),
            _whole("grace_interest", "try_count"),
            _whole("deferral_months", str(STEP_MONTHS_MAX)),
            _list("deferral_interest"),
            Input("skip_a", "skip", "input_whole", "whole", "0", "12"),
            Input("skip_b", "skip", "input_whole", "whole", "0", "12"),
            Input("unit", "unit_of", "input_money", "decimal", least_unit(digits), "100000"),
            _list("mode"),
        ),
    )


def least_unit(digits: int) -> str:
    """The smallest amount of a currency in major units."""
    return format(Decimal(1).scaleb(-digits), "f")


def choices(words: Wording) -> dict[str, tuple[str, ...]]:
    """Input name → the texts of its list, in the order by which formulas number them."""
    treatments = tuple(words.text(f"treatment.{name}") for name in TREATMENTS)
    return {
        "method": tuple(words.text(f"method.{name}") for name in METHODS),
        "per": tuple(words.text(f"workbook.span.{name}") for name in SPANS),
        "day_count": tuple(YEAR_DAYS),
        "mode": tuple(words.text(f"workbook.rounding.{name}") for name in MODES),
        "deferral_interest": tuple(words.text(f"deferral_interest.{name}") for name in RUNNING),
        **{f"treat_{name}": treatments for name in OLD},
    }


def input_values(trial: TrialTerms, words: Wording) -> dict[str, Value]:
    """The value of each input before anything is changed."""
    terms, lists = trial.terms, choices(words)
    skipped = (*terms.skip_months, 0, 0)
    numbers = numbered(trial)
    chosen: dict[str, Value] = {name: texts[numbers[name] - 1] for name, texts in lists.items()}
    return chosen | {
        "principal": terms.principal,
        **{name: getattr(trial.original, name) for name in OLD},
        "waive_principal": terms.waive_principal,
        **{f"waive_{name}": waived(trial.original, name) for name in OLD},
        "count": len(trial.schedule.rows),
        "first_due": terms.first_due,
        "interest_from": terms.interest_from,
        "down_payment": terms.down_payment,
        "rate": terms.rate.value,
        "period_fee": terms.period_fee,
        "months": terms.every.months or 1,
        "days": terms.every.days,
        "grace_principal": terms.grace_principal,
        "grace_interest": terms.grace_interest,
        "deferral_months": terms.deferral_months,
        "skip_a": skipped[0],
        "skip_b": skipped[1],
        "unit": Money(terms.rounding.unit, terms.currency),
    }


def numbered(trial: TrialTerms) -> dict[str, int]:
    """Input name → number of what is chosen in its list."""
    terms = trial.terms
    return {
        "method": METHODS.index(terms.method) + 1,
        "per": SPANS.index(terms.rate.per) + 1,
        "day_count": list(YEAR_DAYS).index(terms.day_count) + 1,
        "mode": MODES.index(terms.rounding.mode) + 1,
        "deferral_interest": RUNNING.index(terms.deferral_interest) + 1,
        **{f"treat_{name}": TREATMENTS.index(getattr(terms, f"treat_{name}")) + 1 for name in OLD},
    }


NUMBERED: Final = {
    "method": "way",
    "per": "per_no",
    "day_count": "count_no",
    "mode": "mode_no",
    "deferral_interest": "running_no",
    **{f"treat_{name}": f"treat_{name}_no" for name in OLD},
}
"""Input name → name of the cell that holds its number."""


def placed(number: int) -> str:
    """What of the old amounts goes where treatment ``number`` puts it, in major units."""
    parts = (f"(try_{name}-try_waive_{name})*(try_treat_{name}_no={number})" for name in OLD)
    return "+".join(parts)


def reckoning(digits: int, shares: str, left: str, times: str) -> dict[str, str]:
    """Name (after ``try_``) → formula of every amount and day between inputs and rows; the others are ranges of rows."""
    moved = "OR(try_deferral_months=0,try_runs<try_first_due)"
    before = {
        "even": "IF(OR(try_way=2,try_way=3,try_way=4),1,0)",
        "runs": "IFERROR(IF(try_deferral_months>0,EDATE(try_interest_from,try_deferral_months),try_interest_from),0)",
        "start": f"IFERROR(IF({moved},try_first_due,EDATE(try_first_due,try_deferral_months)),0)",
        "original": f"IFERROR(ROUND(try_principal-try_waive_principal+{placed(2)},{digits}),0)",
    }
    return before | {name: ready(formula) for name, formula in _amounts(digits, shares, left, times).items()}


def _amounts(digits: int, shares: str, left: str, times: str) -> dict[str, str]:
    deferral_days = f"IF(try_count_no=1,{days_30_360('try_interest_from', 'try_runs')},try_runs-try_interest_from)"
    accrued = f"IF(try_running_no=2,try_amount*({earned(f'({deferral_days})', 'try_interest_from', 'try_runs')}),0)"
    return {
        "accrued": f"IF(try_deferral_months>0,{accrued},0)",
        "deferred": cent("try_accrued", digits),
        "spread": f"ROUND({placed(1)}+try_deferred,{digits})",
        "first": f"ROUND({placed(3)},{digits})",
        "flat_total": f"IF(try_way=5,{cent(f'(try_original*SUM({shares}))', digits)},0)",
        "fee": f"IF(try_way=4,{cent('(try_original*try_period_fee)', digits)},0)",
        "raw": f"IF(INDEX({times},try_count)=0,0,INDEX({left},try_count)/INDEX({times},try_count))",
        "amount": f"ROUND(try_original-try_down_payment,{digits})",
        "instalment": unit("try_raw", digits),
        "up_front": f"ROUND(try_down_payment+{placed(4)},{digits})",
    }


def ready(formula: str) -> str:
    """The formula where the inputs stand right, blank else."""
    return f'IF(try_ready=1,{formula},"")'
