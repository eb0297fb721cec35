"""Where the guided tour stops, in the order of the method: a page, the part of it that is meant, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shell.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Stop:
    """``page``: of the workbench, or of a case where ``in_case``; ``part`` finds what is pointed at once the page is open."""

    page: str
    title: str
    words: str
    part: Callable[[Workbench], QWidget]
    in_case: bool = False


def _page(bench: Workbench, name: str) -> Any:
    """A page of the open case; whoever asks knows which class it is."""
    return cast(Any, bench.case.pages[name])


def _budget(bench: Workbench) -> QWidget:
    page = _page(bench, "profile")
    page.show_section("budget")
    return cast(QWidget, page.switches["budget"])


class Stops(QObject):
    """The stops in the language of the window."""

    def all(self) -> tuple[Stop, ...]:
        """The window first, then the six stages, then where help is."""
        return (*self._window(), *self._before_proof(), *self._stages(), self._end())

    def _window(self) -> tuple[Stop, ...]:
        return (
            Stop(
                "today",
                self.tr("Today"),
                self.tr(
                    "Each day begins here: promises due, proofs that go stale, answers awaited, in the order of what hurts first."
                    " Enter opens the place where a line is done."
                ),
                lambda bench: bench.today.list,
            ),
            Stop(
                "cases",
                self.tr("Cases"),
                self.tr(
                    "Every person is a case. Search by name, pinyin, phone or number (Ctrl+F), begin a new one (Ctrl+N), or import"
                    " a bank's list (Ctrl+I)."
                ),
                lambda bench: bench.cases.search,
            ),
            Stop(
                "profile",
                self.tr("A case and its six stages"),
                self.tr(
                    "The pages stand in the order of the method, each with its state. To the right is what the stage still lacks: a"
                    " click leads to the field. No way leads round it."
                ),
                lambda bench: bench.case.bar,
                in_case=True,
            ),
        )

    def _before_proof(self) -> tuple[Stop, ...]:
        return (
            Stop(
                "conversation",
                self.tr("1 Understand: the talk"),
                self.tr(
                    "First why the person cannot pay now, and what they ask for. At the side are questions and words that help, and"
                    " whether a number may be called now."
                ),
                lambda bench: _page(bench, "conversation").reason,
                in_case=True,
            ),
            Stop(
                "profile",
                self.tr("1 Understand: the budget"),
                self.tr(
                    "What comes in, what goes out, what is left. A plan may never cost more than that; usual figures with their"
                    " source stand beside each line."
                ),
                _budget,
                in_case=True,
            ),
        )

    def _stages(self) -> tuple[Stop, ...]:
        return (
            Stop(
                "evidence",
                self.tr("2 Evidence"),
                self.tr(
                    "Reason, request and the bank's rules make this list. Drop files on it: they are kept encrypted and never"
                    " altered."
                ),
                lambda bench: _page(bench, "evidence").checklist,
                in_case=True,
            ),
            Stop(
                "evidence",
                self.tr("3 Verify"),
                self.tr(
                    "Each proof is checked by a named check, by a person. A plan rests only on what was verified, or waived by a"
                    " supervisor with a reason."
                ),
                lambda bench: _page(bench, "evidence").panel.switches["checks"],
                in_case=True,
            ),
            Stop(
                "plan",
                self.tr("4 Plan"),
                self.tr(
                    "Doing nothing, your trial, the chosen plan and proposals stand side by side, exact to the cent. Any figure"
                    " opens its formula."
                ),
                lambda bench: _page(bench, "plan").columns,
                in_case=True,
            ),
            Stop(
                "application",
                self.tr("5 Apply"),
                self.tr(
                    "Out of it come the bank's packet as one PDF and the schedule as a workbook. Before the gates are passed every"
                    " page says DRAFT. The bank's answer is recorded here."
                ),
                lambda bench: _page(bench, "application").list,
                in_case=True,
            ),
            Stop(
                "keep",
                self.tr("6 Keep"),
                self.tr(
                    "What the bank granted is followed until it is settled: payments, promises, reminders. A broken plan is made"
                    " anew in one step."
                ),
                lambda bench: bench.case.tabs["keep"],
                in_case=True,
            ),
        )

    def _end(self) -> Stop:
        return Stop(
            "today",
            self.tr("Yours to try"),
            self.tr(
                "F1 explains the open page, Shift+F1 shows every key, Ctrl+K goes anywhere, Ctrl+L locks, F8 covers what is"
                " private. The tour can be taken again from the menu Help."
            ),
            lambda bench: bench.sidebar,
        )
