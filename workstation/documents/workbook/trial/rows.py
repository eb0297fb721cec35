"""The formulas of the trial sheet: the calculator row by row, for every method, from the inputs that are named try_….

What is left after a row is a − b·x for an even amount x; both are carried down beside the table, so that x follows from the
last row whatever days, grace, left-out months and fixed payments the rows have. Nothing is iterated and nothing goes in a circle.
"""

from __future__ import annotations

from typing import Final

from workstation.documents.workbook.cell_text import address

HEAD_ROW, TOTAL_ROW, FIRST_ROW = 7, 8, 9
MESSAGE_ROW: Final = 6
"""Between the answers and the table: what is to be filled in or put right."""
(NO, DUE, DAYS, OPENING, PRINCIPAL, INTEREST, FEE, CARRIED, PAYMENT, CLOSING, TYPED) = range(4, 15)
"""Columns of the table, from D on; in the last one payments are keyed in."""
(STEP, HOP_1, HOP_2, PERIOD, SHARE, RAW, FLAT, PART, LEFT, TIMES) = range(28, 38)
"""Columns that serve the reckoning, far to the right: steps to the due day, interest share, interest unrounded and flat, the part
that stands, and what is left as a − b·x."""
MODES: Final = ("half_up", "up", "down", "half_even")
TICK: Final = "1E-9"
"""Major units: above the error of a double, below the distance of amounts that rates of five decimals lead to."""


def cent(value: str, digits: int) -> str:
    """``value`` (a cell or a product) rounded to the cent by the mode chosen."""
    scale = 10**digits
    even = f"IF(ABS(MOD({value}*{scale},1)-0.5)<{TICK}*{scale},2*ROUND({value}*{scale}/2,0),ROUND({value}*{scale},0))/{scale}"
    ways = (
        f"ROUND({value}+{TICK},{digits})",
        f"ROUNDUP(MAX(0,{value}-{TICK}),{digits})",
        f"ROUNDDOWN({value}+{TICK},{digits})",
        f"ROUND({even},{digits})",
    )
    return f"CHOOSE(try_mode_no,{','.join(ways)})"


def unit(value: str, digits: int) -> str:
    """``value`` rounded to the unit of the instalment by the mode chosen."""
    size, tick = f"{value}/try_unit", f"{TICK}/try_unit"
    even = f"IF(ABS(MOD({size},1)-0.5)<{tick},2*ROUND({size}/2,0),ROUND({size},0))"
    ways = (f"ROUND({size}+{tick},0)", f"ROUNDUP(MAX(0,{size}-{tick}),0)", f"ROUNDDOWN({size}+{tick},0)", even)
    return f"ROUND(CHOOSE(try_mode_no,{','.join(ways)})*try_unit,{digits})"


def days_30_360(start: str, end: str) -> str:
    """Days by 30E/360, where whole months count 30 days each, also from and to a month's end."""
    months = f"30*((YEAR({end})-YEAR({start}))*12+MONTH({end})-MONTH({start}))"
    whole = (
        f"OR(DAY({start})=DAY({end}),AND(DAY({start})<DAY({end}),{start}=EOMONTH({start},0)),"
        f"AND(DAY({start})>DAY({end}),{end}=EOMONTH({end},0)))"
    )
    return f"{months}+IF({whole},0,MIN(DAY({end}),30)-MIN(DAY({start}),30))"


def year_part(days: str, start: str, end: str) -> str:
    """The part of a year by the day count chosen; actual/actual splits at the year's end."""
    of_year = "({0}-DATE(YEAR({0}),1,1))/(DATE(YEAR({0})+1,1,1)-DATE(YEAR({0}),1,1))"
    split = f"YEAR({end})-YEAR({start})+{of_year.format(end)}-{of_year.format(start)}"
    return f"CHOOSE(try_count_no,{days}/360,{days}/365,{days}/360,{split})"


def earned(days: str, start: str, end: str) -> str:
    """What one unit earns between two days at the rate chosen."""
    part = year_part(days, start, end)
    return f"IF(try_per_no=3,try_rate*{days},IF(try_per_no=2,12,1)*try_rate*({part}))"


def _day(steps: str) -> str:
    return f"IF(try_days>0,try_start+try_days*({steps}),EDATE(try_start,try_months*({steps})))"


def _hop(steps: str) -> str:
    """The number of steps, or, where they lead into a month left out, as many as lead out of it."""
    day = _day(steps)
    out = f"IF(try_days>0,ROUNDUP((EOMONTH({day},0)+1-try_start)/try_days,0),{steps}+1)"
    return f"IF(AND(try_skip_a+try_skip_b>0,OR(MONTH({day})=try_skip_a,MONTH({day})=try_skip_b)),{out},{steps})"


class TrialRow:
    """The formulas of one row by column; ``first`` is the first sheet row of the table."""

    def __init__(self, no: int, first: int, digits: int) -> None:
        self.no, self.at, self.digits = no, first + no - 1, digits
        self.first = first

    def _own(self, column: int) -> str:
        return address(self.at, column)

    def _above(self, column: int) -> str:
        return address(self.at - 1, column)

    def formulas(self) -> dict[int, str]:
        """Column → formula (without =), blank beyond the count."""
        number = self._own(NO)
        own = {
            STEP: f"{self._above(PERIOD)}+1" if self.no > 1 else "0",
            HOP_1: _hop(self._own(STEP)),
            HOP_2: _hop(self._own(HOP_1)),
            PERIOD: _hop(self._own(HOP_2)),
            DUE: _day(self._own(PERIOD)),
            DAYS: self._days(),
            OPENING: self._above(CLOSING) if self.no > 1 else "try_amount",
            SHARE: self._share(),
            FLAT: f"IF(try_way=5,{self._flat()},0)",
            RAW: f"{self._own(OPENING)}*{self._own(SHARE)}",
            INTEREST: f"IF(try_way=5,{self._own(FLAT)},{cent(self._own(RAW), self.digits)})",
            FEE: "try_fee",
            CARRIED: self._carried(),
            PART: self._part(),
            LEFT: self._left(),
            TIMES: self._times(),
            PRINCIPAL: self._principal(),
            PAYMENT: f"ROUND(SUM({self._own(PRINCIPAL)}:{self._own(CARRIED)}),{self.digits})",
            CLOSING: f"ROUND({self._own(OPENING)}-{self._own(PRINCIPAL)},{self.digits})",
        }
        guarded = {column: f'IF(${number}="","",{formula})' for column, formula in own.items()}
        return {NO: f'IF(try_ready=1,IF({self.no}<=try_count,{self.no},""),"")', **guarded}

    def _since(self) -> str:
        return self._above(DUE) if self.no > 1 else "try_runs"

    def _days(self) -> str:
        since, due = self._since(), self._own(DUE)
        by_months = days_30_360(since, due)
        if self.no > 1:
            steps = f"{self._own(PERIOD)}-{self._above(PERIOD)}"
            by_months = f"IF(try_days>0,{by_months},30*try_months*({steps}))"
        return f"IF(try_count_no=1,{by_months},{due}-{since})"

    def _share(self) -> str:
        none = f"OR(try_way=3,try_way=4,{self.no}<=try_grace_interest)"
        return f"IF({none},0,{earned(self._own(DAYS), self._since(), self._own(DUE))})"

    def _flat(self) -> str:
        """Interest on the original amount: no row takes more than is left of the exact total, the last one takes all of it."""
        row = cent(f"(try_original*{self._own(SHARE)})", self.digits)
        before = f"SUM({address(self.first, FLAT)}:{self._above(FLAT)})" if self.no > 1 else "0"
        left = f"ROUND(try_flat_total-{before},{self.digits})"
        return f"IF({self.no}=try_count,{left},MIN({row},{left}))"

    def _carried(self) -> str:
        scale = 10**self.digits
        minor, size = f"ROUND(try_spread*{scale},0)", f"ROUND(try_unit*{scale},0)"
        units = f"QUOTIENT({minor},{size})"
        share = f"(QUOTIENT({units},try_count)+({self.no}<=MOD({units},try_count)))*{size}"
        text = f"({share}+IF({self.no}=try_count,MOD({minor},{size}),0))/{scale}"
        return text if self.no > 1 else f"ROUND({text}+try_first,{self.digits})"

    def _part(self) -> str:
        """What a payment keyed in leaves for interest and principal; blank where none is."""
        typed, beside = self._own(TYPED), f"{self._own(FEE)}-{self._own(CARRIED)}"
        return f'IF(ISNUMBER({typed}),ROUND({typed}-{beside},{self.digits}),"")'

    def _grown(self, even: bool) -> str:
        share = self._own(SHARE)
        return f"(1+IF(OR(try_way=5{',try_even' if even else ''}),0,{share}))"

    def _left(self) -> str:
        before = self._above(LEFT) if self.no > 1 else "try_amount"
        part, flat = self._own(PART), self._own(FLAT)
        fixed_payment = f"{before}*{self._grown(False)}+{flat}-{part}"
        even = f"{before}*{self._grown(True)}+{flat}"
        return f"IF(ISNUMBER({part}),{fixed_payment},IF({self.no}<=try_grace_principal,{before},{even}))"

    def _times(self) -> str:
        before = self._above(TIMES) if self.no > 1 else "0"
        part = self._own(PART)
        fixed_payment, even = f"{before}*{self._grown(False)}", f"{before}*{self._grown(True)}+1"
        return f"IF(ISNUMBER({part}),{fixed_payment},IF({self.no}<=try_grace_principal,{before},{even}))"

    def _principal(self) -> str:
        opening, interest, part = self._own(OPENING), self._own(INTEREST), self._own(PART)
        fixed_payment = f"MIN({opening},ROUND({part}-{interest},{self.digits}))"
        level = f"IF(try_even,try_instalment,ROUND(try_instalment-{interest},{self.digits}))"
        beside = f"{interest}+{self._own(FEE)}+{self._own(CARRIED)}"
        paid, rest = unit(f"({level}+{beside})", self.digits), f"ROUNDUP(MAX(0,{beside}-{TICK})/try_unit,0)*try_unit"
        even = f"MIN({opening},ROUND({paid}-({beside}),{self.digits}))"
        resting = f"IF({self.no}<=try_grace_principal,MIN({opening},ROUND({rest}-({beside}),{self.digits})),{even})"
        return f"IF({self.no}=try_count,{opening},IF(ISNUMBER({part}),{fixed_payment},{resting}))"
