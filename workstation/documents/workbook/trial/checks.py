"""What keeps a trial from being reckoned, as formulas: an input that is empty or that the program would refuse is named.

Beside each input, far to the right, stands 1 or 0; the first 0 from the top names its label. Until all stand right nothing is
shown, so that no figure comes from an empty cell taken for nothing.
"""

from __future__ import annotations

from typing import Final

from workstation.documents.workbook.cell_text import address
from workstation.documents.workbook.sheet import quoted
from workstation.documents.workbook.trial.inputs import NUMBERED, Input
from workstation.documents.workbook.trial.rows import FIRST_ROW, TYPED
from workstation.plan.schedule.terms import METHODS

CHECK: Final = 38
"""The column of the checks, after those that serve the reckoning."""
_LABEL, _VALUE = 1, 2
_BY_HAND: Final = METHODS.index("custom") + 1


def condition(one: Input) -> str:
    """1 where the cell holds what the program takes, else 0; never an error."""
    cell = f"try_{one.name}"
    if one.kind == "list":
        return f"IF(try_{NUMBERED[one.name]}>0,1,0)"
    held = [f"ISNUMBER({cell})", f"{cell}>={one.low}", f"{cell}<={one.high}"]
    if one.kind == "whole":
        held.append(f"{cell}=INT({cell})")
    if one.name == "skip_b":
        held.append(f"NOT({_no_month_left()})")
    return f"IFERROR(IF(AND({','.join(held)}),1,0),0)"


def _no_month_left() -> str:
    """Whether every month that the steps reach is left out: steps of years reach one month, half-years two."""
    month, half_a_year_on = "MONTH(try_start)", "(MOD(MONTH(try_start)+5,12)+1)"
    yearly = f"AND(MOD(try_months,12)=0,OR({month}=try_skip_a,{month}=try_skip_b))"
    both = (
        f"OR(AND({month}=try_skip_a,{half_a_year_on}=try_skip_b),AND({month}=try_skip_b,{half_a_year_on}=try_skip_a))"
    )
    return f"AND(try_days=0,OR({yearly},AND(MOD(try_months,6)=0,{both})))"


def first_wrong(first: int, last: int) -> str:
    """Which of the checks from row ``first`` to ``last`` fails first, counted from 1; 0 where all hold."""
    return f"IFERROR(MATCH(0,{address(first, CHECK)}:{address(last, CHECK)},0),0)"


def untyped(last: int) -> str:
    """1 where payments keyed in are no amounts, or where a plan by hand lacks one of a row before its last; 0 else."""
    typed = f"{address(FIRST_ROW, TYPED)}:{address(last, TYPED)}"
    given = f"SUMPRODUCT((ROW({typed})-{FIRST_ROW - 1}<try_count)*ISNUMBER({typed}))"
    missing = f"AND(try_way={_BY_HAND},{given}<try_count-1)"
    return f"IFERROR(IF(OR(COUNTA({typed})>COUNT({typed}),MIN({typed})<0,{missing}),1,0),1)"


def trouble(first: int, last: int, missing: tuple[str, str], wrong: tuple[str, str], by_hand: str) -> str:
    """The sentence that names what is to be filled in or put right, blank where nothing is; ``missing`` and ``wrong`` are what
    stands before and after the label."""
    labels, values = (f"{address(first, at)}:{address(last, at)}" for at in (_LABEL, _VALUE))
    empty = f'INDEX({values},try_wrong)=""'
    named = f"INDEX({labels},try_wrong)"
    told = (
        f"IF({empty},{quoted(missing[0])}&{named}&{quoted(missing[1])},{quoted(wrong[0])}&{named}&{quoted(wrong[1])})"
    )
    return f'IF(try_wrong>0,{told},IF(try_untyped=1,{quoted(by_hand)},""))'
