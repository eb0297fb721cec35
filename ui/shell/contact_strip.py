"""May I call now? Beside the name of a case: every number with the answer of this minute, open complaints, and what to mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.contact_words import NO, UNSURE, change_text, clock_text, rule_lines, verdict_mark
from ui.look.wording import day
from ui.widgets.parts import button, in_role
from workstation.casework.contacts.desk import Callee, ContactDesk
from workstation.conversation.contact import valid_entries
from workstation.conversation.contact_terms import ContactOverride
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_TICK_MS: Final = 5_000
_GAP: Final = 6
_ROLES: Final = {NO: "contact_no", UNSURE: "contact_mind"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One button: what it says, in which role, and what stands behind it."""

    text: str
    role: str
    tip: str


class ContactStrip(QWidget):
    """Buttons, as many as there is room for; the last one counts the rest. Each leads to the page of contacts."""

    requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._desk: ContactDesk | None = None
        self._pieces: tuple[_Piece, ...] = ()
        self.buttons: list[QPushButton] = []
        self.more = button("", "contact_mind", self.requested.emit)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self.more)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.refresh)

    def load(self, file: CaseFile) -> None:
        """Take another state of the case."""
        self._desk = ContactDesk(file)
        self._pieces = ()
        self.refresh()

    def refresh(self) -> None:
        """Judge every number by the clock of now; nothing is drawn anew while the answers stay the same."""
        if self._desk is None:
            return
        pieces = tuple(self._made(self._desk, self._session.desk.clock.now()))
        if pieces != self._pieces:
            self._pieces = pieces
            self._show()

    def _made(self, desk: ContactDesk, now: datetime) -> list[_Piece]:
        numbers = [self._number(desk, one, now) for one in desk.callees]
        return [*numbers[:1], *self._complaints(desk), *self._minded(desk), *numbers[1:]]

    def _number(self, desk: ContactDesk, callee: Callee, now: datetime) -> _Piece:
        verdict, words = desk.verdict(callee, now), self._context.words
        zone = desk.file.zone
        shown = self._context.privacy.text(callee.number)
        who = words.label("relation" if callee.person else "phone_kind", callee.kind)
        mark, when = verdict_mark(verdict), ""
        if not callee.valid:
            mark, when = NO, words.label("reached", "invalid_number")
        elif not verdict.allowed:
            after = verdict.next_allowed
            when = self.tr("from {time}").format(time=clock_text(after, now, zone)) if after else self.tr("no contact")
        override = overridden(desk, callee, now)
        if override is not None and not verdict.allowed:
            mark, when = UNSURE, self.tr("overridden")
        head = f"{who} {shown}: " + (self.tr("may be called now") if verdict.allowed and callee.valid else when)
        lines = rule_lines(words, verdict)
        if override is not None:
            lines.append(words.attributed(self.tr("Overridden"), self._context.privacy.text(override.reason)))
        text = "  ".join(part for part in (f"{mark} {who}", shown, when) if part)
        return _Piece(text, _ROLES.get(mark, "contact_yes"), "\n".join([head, *lines]))

    def _complaints(self, desk: ContactDesk) -> list[_Piece]:
        held = [one for one in desk.complaints if one.holds]
        if not held:
            return []
        days = [one.answer_by for one in held if one.answer_by is not None]
        due = self.tr("answer by {day}").format(day=day(min(days))) if days else self.tr("no known deadline")
        text = f"{NO} " + self.tr("Complaint") + (f" ×{len(held)}" if len(held) > 1 else "") + f"  {due}"
        tip = [self._context.words.finding(one) for one in desk.complaint_findings()]
        return [_Piece(text, "contact_no", "\n".join(tip) or text)]

    def _minded(self, desk: ContactDesk) -> list[_Piece]:
        words = self._context.words
        current = desk.file.contact_records.current
        if not current:
            return []
        changes = words.listed(dict.fromkeys(change_text(words, one) for one in current))
        kinds = [self._context.privacy.text(words.label("vulnerability", one.kind)) for one in current]
        tip = "\n".join(f"{kind}: {change_text(words, one)}" for kind, one in zip(kinds, current, strict=True))
        return [_Piece(f"{UNSURE} " + changes, "contact_mind", tip)]

    def _show(self) -> None:
        for old in self.buttons:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for place, piece in enumerate(self._pieces):
            made = button(piece.text.replace("&", "&&"), piece.role, self.requested.emit)
            made.setToolTip(piece.tip)
            made.setAccessibleName(piece.text)
            made.setAccessibleDescription(piece.tip)
            self._line.insertWidget(place, made)
            self.buttons.append(made)
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """Show whole buttons only: those that have room, and the number of the others."""
        widths = [one.sizeHint().width() + _GAP for one in self.buttons]
        self.more.setText(f"+{len(widths)}")
        spare = self.more.sizeHint().width() + _GAP
        count = 0
        for place in range(len(widths)):
            rest = spare if place + 1 < len(widths) else 0
            if place and sum(widths[: place + 1]) + rest > self.width():
                break
            count = place + 1
        for place, one in enumerate(self.buttons):
            one.setVisible(place < count)
        hidden = self._pieces[count:]
        in_role(self.more, "contact_no" if any(one.role == "contact_no" for one in hidden) else "contact_mind")
        self.more.setText(f"+{len(hidden)}")
        tip = "\n\n".join(one.tip for one in hidden)
        self.more.setToolTip(tip)
        self.more.setAccessibleName(
            filled(self.tr("{count} more {count|number or note|numbers and notes}"), {"count": len(hidden)})
        )
        self.more.setAccessibleDescription(tip)
        self.more.setVisible(bool(hidden))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()

    def minimumSizeHint(self) -> QSize:
        """The first button whole, with the number of the others."""
        first = self.buttons[0].sizeHint() if self.buttons else QSize(0, 0)
        more = self.more.sizeHint().width() + _GAP if len(self.buttons) > 1 else 0
        return QSize(first.width() + more, max(first.height(), 0))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def overridden(desk: ContactDesk, callee: Callee, now: datetime) -> ContactOverride | None:
    """The override that still covers a call of this number: of this day, and before the next entry of the log."""
    key, zone = desk.key(callee.number), desk.file.zone
    for made in reversed(desk.file.contact_records.overrides):
        if desk.key(made.number) == key and made.at.astimezone(zone).date() == now.astimezone(zone).date():
            later = [one for one in valid_entries(desk.file.contacts) if one.at > made.at and one.party == callee.party]
            return None if later else made
    return None
