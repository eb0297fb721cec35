"""A field for a day: typed in any usual form or as it is said (明天, +30), picked from a calendar, or stepped by arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QFocusEvent, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from ui.look.icons import icon
from ui.look.theme import Theme
from ui.widgets.editors import TextEdit
from workstation.dates import add_months
from workstation.day_text import Edge, read_day
from workstation.errors import Refused


class DayEdit(TextEdit):
    """Reads a date, or None when empty. Up and Down step a day, Page Up and Page Down a month, F4 opens the calendar.

    ``today`` is asked when a day is counted from it; ``edge``: which of its days a month stands for, in the fields of a span.
    """

    def __init__(self, theme: Theme, today: Callable[[], date], edge: Edge = "") -> None:
        super().__init__(self.tr("YYYY-MM-DD"))
        self.widest = "2000-00-00"
        self._theme, self._today, self._edge = theme, today, edge
        self._read: tuple[str, date] | None = None
        """What stands here and the day that it meant when it was first understood: 明天 means no other day after midnight."""
        self._calendar: QCalendarWidget | None = None
        action = QAction(icon(theme, "calendar"), self.tr("Calendar (F4)"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def load(self, value: object) -> None:
        self.setText(value.isoformat() if isinstance(value, date) else "")

    def raw(self) -> object:
        try:
            return self.draft()
        except Refused:
            return self.text().strip()

    def draft(self) -> object:
        text = self.text().strip()
        if not text:
            return None
        if self._read is None or self._read[0] != text:
            self._read = text, read_day(text, self._today(), self._edge)
        return self._read[1]

    def understood(self) -> str:
        value = self.raw()
        if not isinstance(value, date):
            return ""
        weekday = QLocale().dayName(value.isoweekday(), QLocale.FormatType.ShortFormat)
        return weekday if self.text().strip() == value.isoformat() else f"{value.isoformat()} {weekday}"

    def focusOutEvent(self, event: QFocusEvent) -> None:
        value = self.raw()
        if isinstance(value, date):
            self.setText(value.isoformat())
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        months = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F4:
            self.open_calendar()
        elif key in steps or key in months:
            self._step(steps.get(key, 0), months.get(key, 0))
        else:
            super().keyPressEvent(event)

    def _step(self, days: int, months: int) -> None:
        value = self.raw()
        start = value if isinstance(value, date) else self._today()
        self._take(add_months(start, months) + timedelta(days=days))

    def _take(self, value: date) -> None:
        self.setText(value.isoformat())
        self.edited.emit()

    def open_calendar(self) -> None:
        """Show the month around the day that stands here."""
        value = self.raw()
        shown = value if isinstance(value, date) else self._today()
        calendar = self._calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._colour(calendar)
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._on_calendar_activated)
        calendar.clicked.connect(self._on_calendar_activated)
        calendar.show()
        calendar.move(self._room_for(calendar))  # shown it has its size, that of six weeks

    def _colour(self, calendar: QCalendarWidget) -> None:
        """Days of rest are no alarm, and today is found at once."""
        plain, bold = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._theme.color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        bold.setForeground(self._theme.color("accent"))
        bold.setFontWeight(QFont.Weight.Bold)
        today = self._today()
        calendar.setDateTextFormat(QDate(today.year, today.month, today.day), bold)

    def _room_for(self, calendar: QCalendarWidget) -> QPoint:
        """Below the field; above where the screen ends before the last week."""
        below, room = self.mapToGlobal(QPoint(0, self.height() + 2)), self.screen().availableGeometry()
        if below.y() + calendar.height() > room.bottom() + 1:
            below.setY(self.mapToGlobal(QPoint(0, -2)).y() - calendar.height())
        return QPoint(min(below.x(), room.right() + 1 - calendar.width()), below.y())

    def _on_calendar_activated(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar.deleteLater()
            self._calendar = None
        self._take(date(chosen.year(), chosen.month(), chosen.day()))
        self.setFocus()
