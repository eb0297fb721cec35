"""One step of the slider on the planning page: plan, true rates, comparison, chart, rows and stress, painted; no display.

The peer shows as many rows in a plain Qt table and works nothing out: the least a window could do.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from bench.contest import Contender, Contest

if TYPE_CHECKING:
    from ui.pages.plan.page import PlanPage

COUNTS: Final = (60, 36, 48, 24, 54, 30)
COLUMNS: Final = 5


def contests(folder: Path) -> list[Contest]:
    """Steps of the number of instalments and of the payment, on the sample case with four plans side by side."""
    from ui.app import make_application

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = make_application([])
    page = _page(app, folder)
    counts, payments = _steps(app, page)
    plain = Contender("a plain Qt table of as many rows", _plain(app))
    return [
        Contest("slider step: instalments", counts, (plain,)),
        Contest("slider step: payment, solved for n", payments, (plain,)),
        *(Contest(f"slider step on the tab {name}", _on_tab(page, name, counts), (plain,)) for name in page.tabs.tabs),
    ]


def _on_tab(page: PlanPage, name: str, step: Callable[[], None]) -> Callable[[], None]:
    """The same step while a tab is open; turning to the one that is open costs next to nothing."""

    def moved() -> None:
        if page.tabs.shown != name:
            page.tabs.turn_to(name)
        step()

    return moved


def _page(app: QApplication, folder: Path) -> PlanPage:
    """The page in its window."""
    from ui.background import Inline
    from ui.files import FileChooser
    from ui.pages.plan.page import PlanPage
    from ui.preferences import Preferences
    from ui.shell.main_window import MainWindow
    from workstation.actions.demo.sample_desk import fresh_sample_desk

    desk, case_id = fresh_sample_desk(folder / "desk")
    window = MainWindow(app, Preferences(folder / "window.ini"), folder, desk.clock, Inline(), FileChooser())
    window.resize(1366, 768)
    window.show()
    window.open_desk(desk, "zh-Hans")
    if window.workbench is None:
        raise RuntimeError("the desk did not open")
    window.workbench.open_case(case_id)
    window.workbench.case.turn_to("plan")
    page = window.workbench.case.pages["plan"]
    if not isinstance(page, PlanPage):
        raise TypeError("not the planning page")
    return page


def _steps(app: QApplication, page: PlanPage) -> tuple[Callable[[], None], Callable[[], None]]:
    """Its two sliders."""
    number, payment = cycle(COUNTS), cycle(range(100, 160, 7))

    def count_moved() -> None:
        page.inputs.slider.setValue(next(number))
        app.processEvents()

    def payment_moved() -> None:
        page.inputs.pay_slider.setValue(next(payment))
        app.processEvents()

    return count_moved, payment_moved


def _plain(app: QApplication) -> Callable[[], None]:
    table = QTableWidget(0, COLUMNS)
    table.resize(480, 200)
    table.show()
    number = cycle(COUNTS)

    def filled() -> None:
        rows = next(number)
        table.setRowCount(rows)
        for row in range(rows):
            for column in range(COLUMNS):
                table.setItem(row, column, QTableWidgetItem(f"{row}.{column}"))
        app.processEvents()

    return filled
