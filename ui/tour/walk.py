"""The guided tour: from page to page of the open desk, pointing at their parts; it changes nothing of any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.context import UiContext
from ui.tour.marks import CoachMark
from ui.tour.stops import Stop, Stops
from workstation.profile.case import Stage

if TYPE_CHECKING:
    from ui.desk_session import DeskSession
    from ui.shell.workbench import Workbench


class Walk(QObject):
    """One tour; it is over when its mark is put away. Without any case it shows what can be seen without one."""

    def __init__(self, bench: Workbench, session: DeskSession, context: UiContext) -> None:
        super().__init__(bench)
        self._bench, self._session, self._context = bench, session, context
        self._at = 0
        self._case_id = self._chosen()
        self.stops: tuple[Stop, ...] = tuple(one for one in Stops(self).all() if self._case_id or not one.in_case)
        self.mark = CoachMark(bench, context.theme)
        self.mark.moved.connect(self._on_moved)
        self.mark.ended.connect(self._on_ended)
        self._show()

    def _chosen(self) -> str:
        """The case that is open, else one that got far."""
        if self._bench.in_case:
            return self._bench.case.file.case.id
        for stage in reversed(Stage):
            for line in self._session.desk.store.case_lines(stage=stage, limit=1):
                return line.case_id
        return ""

    def _on_moved(self, by: int) -> None:
        self._at = max(0, self._at + by)
        if self._at < len(self.stops):
            self._show()
        else:
            self.mark.put_away()

    def _show(self) -> None:
        bench, stop = self._bench, self.stops[self._at]
        if stop.in_case:
            if not bench.in_case or bench.case.file.case.id != self._case_id:
                bench.open_case(self._case_id)
            bench.case.turn_to(stop.page)
        else:
            bench.open_page(stop.page)
        self.mark.show_stop(stop.title, stop.words, self._at, len(self.stops), stop.part(bench))

    def _on_ended(self) -> None:
        self._context.preferences.tour_seen = True
        self.deleteLater()
