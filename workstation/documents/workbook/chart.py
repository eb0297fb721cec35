"""The balance chart: native lines over the closing balances of one or more plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.chart import LineChart, Reference, Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.worksheet.worksheet import Worksheet

from workstation.documents.workbook.styles import ACCENT, LINE

_COLOURS: Final = (ACCENT, "D9A441", "566272", "B3261E", "5B7DB1", "7A5C99", "1B7A4B", "8C6A3F")
"""One a line; further lines start over."""
_LINE_WIDTH: Final = 28_575
"""EMU: 2.25 pt."""
_LABELS: Final = 12
"""Labels along the axis that stay readable."""


@dataclass(frozen=True, slots=True)
class Balance:
    """One line: the cells of a column from ``first`` to ``last`` row, named when several share the chart."""

    frame: Worksheet
    column: int
    first: int
    last: int
    name: str = ""

    @property
    def rows(self) -> int:
        """How many points."""
        return self.last - self.first + 1


def add_balance_chart(
    on: Worksheet, at: str, balances: Sequence[Balance], along: int, along_format: str, size: tuple[int, int]
) -> None:
    """Draw the balances on a sheet, over column ``along`` of the longest one; ``size`` in millimetres."""
    longest = max(balances, key=lambda balance: balance.rows)
    chart: Any = LineChart()
    chart.width, chart.height = size[0] / 10, size[1] / 10
    for balance, colour in zip(balances, _COLOURS * len(balances), strict=False):
        cells = Reference(balance.frame, min_col=balance.column, min_row=balance.first, max_row=balance.last)
        chart.series.append(_line(Series(cells, title=balance.name or None), colour))
    chart.set_categories(
        Reference(longest.frame, min_col=along, min_row=longest.first, max_row=longest.last),
    )
    if len(balances) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"
    _quiet(chart, along_format, max(1, longest.rows // _LABELS))
    on.add_chart(chart, at)


def _line(series: Any, colour: str) -> Any:
    series.smooth = False
    series.marker.symbol = "none"
    series.graphicalProperties.line.solidFill = colour
    series.graphicalProperties.line.width = _LINE_WIDTH
    return series


def _quiet(chart: Any, along_format: str, skip: int) -> None:
    """Thin grey axes, few labels."""
    chart.x_axis.number_format = along_format
    chart.y_axis.number_format = "#,##0"
    chart.x_axis.tickLblSkip = chart.x_axis.tickMarkSkip = skip
    chart.x_axis.tickLblPos = "low"
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.majorTickMark = "none"
        axis.graphicalProperties = _grey()
    chart.y_axis.majorGridlines.spPr = _grey()


def _grey() -> Any:
    properties: Any = GraphicalProperties()
    properties.line.solidFill = LINE
    return properties
