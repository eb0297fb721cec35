"""Beside the pages of a case: what one stage still lacks, each entry a link to its field, or the button to go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.edits.own_button import own
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import TextEdit
from ui.widgets.parts import button, clear, in_role
from workstation.errors import Finding
from workstation.profile.case import Stage

_HEIGHT = 32
_LEAST_ENTRY = 160


class GateLine(QWidget):
    """Shows as many entries as fit whole; the rest stand in a menu. Its height never changes.

    The name of the stage is a button: it turns to another stage, from which an earlier one is opened again.
    """

    field_requested: TypedSignal[str] = signal(1)
    advance_requested = Signal()
    reopen_requested: TypedSignal[Stage, str] = signal(2)
    stage_requested: TypedSignal[Stage] = signal(1)

    def __init__(self, context: UiContext, drafts: Drafts) -> None:
        super().__init__()
        self._context = context
        self.setFixedHeight(_HEIGHT)
        self.title = button("", "stage", self._show_stages)
        self.title.setToolTip(self.tr("The stages of the case: look at one, or open an earlier one again"))
        self.links: list[QPushButton] = []
        self.rest = button("", "link", self._on_rest_clicked)
        self.advance = button("", on_click=self.advance_requested.emit)
        in_role(self.advance, "small")
        self.reason = TextEdit(self.tr("Reason"), secret=True)
        self.reason.cover(context.privacy.hidden)
        context.privacy.changed.connect(self.reason.cover)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setFixedWidth(170)
        self.reason.returnPressed.connect(self._on_reopen_requested)
        self.reopen = in_role(button(self.tr("Reopen stage"), on_click=self._on_reopen_requested), "small")
        own(self.reopen, self.reason, self.reopen)
        self._stage = self._now = Stage.UNDERSTAND
        self._leads_on = False
        self.case_id = ""
        self._journal = drafts.of_editors("gate/reopen", {"reason": self.reason})
        self._entries = QHBoxLayout()
        self._entries.setSpacing(2)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addStretch()
        body.addWidget(self.title)
        body.addLayout(self._entries)
        body.addWidget(self.rest)
        for part in (self.reason, self.reopen, self.advance):
            body.addWidget(part)
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is missing, as shown."""
        return self._findings

    def show_missing(self, stage: Stage, findings: Sequence[Finding], now: Stage) -> None:
        """Show what keeps the gate behind ``stage`` closed. The stage of ``now`` can be left, an earlier one opened again."""
        self._findings = tuple(findings)
        self._stage, self._now = stage, now
        if self._journal.about(self.case_id, stage.key):
            self.reason.clear()
            self._journal.loaded()
        for part in (self.reason, self.reopen):
            part.setVisible(stage < now)
        words = self._context.words
        name = words.label("stage", stage.key)
        if findings:
            self.title.setText(self.tr("{stage} still needs:").format(stage=name))
        else:
            self.title.setText(self.tr("{stage}: nothing missing.").format(stage=name))
        last = stage is Stage.KEEP
        self._leads_on = stage == now and not last
        self.advance.setVisible(self._leads_on)
        if not last:
            following = words.label("stage", Stage(stage + 1).key)
            self.advance.setText(self.tr("Continue to {stage}").format(stage=following))
        self.advance.setEnabled(not findings)
        clear(self._entries)
        self.links = [self._link(finding) for finding in self._findings]
        for link in self.links:
            self._entries.addWidget(link)
        self._fit()

    def _link(self, finding: Finding) -> QPushButton:
        link = button(
            _short(self._context.words.finding(finding)), "link", lambda: self.field_requested.emit(finding.subject)
        )
        link.setToolTip(self._context.words.finding(finding))
        return link

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Entries are shown whole or not at all: half a sentence may say the opposite."""
        room = self._room()
        widths = [link.sizeHint().width() + 2 for link in self.links]
        self.rest.setText(self.tr("{count} more…").format(count=len(widths)))
        spare = self.rest.sizeHint().width() + 8
        shown = 0
        while shown < len(widths) and sum(widths[: shown + 1]) + (spare if shown + 1 < len(widths) else 0) <= room:
            shown += 1
        for place, link in enumerate(self.links):
            link.setVisible(place < shown)
        hidden = len(widths) - shown
        several = self.tr("{count} more…") if shown else self.tr("{count} missing…")
        self.rest.setText(several.format(count=hidden))
        self.rest.setVisible(hidden > 0)

    def _room(self) -> int:
        """Pixels for the entries. Where few would be left, the button that cannot be pressed yet goes, then the stage."""
        room = self.width()
        for part in (self.reopen, self.reason):
            room -= part.sizeHint().width() + 8 if not part.isHidden() else 0
        title, advance = self.title.sizeHint().width() + 8, self.advance.sizeHint().width() + 8
        waits = bool(self._findings)
        needed = _LEAST_ENTRY if waits else 0  # with nothing missing there is no entry
        self.advance.setVisible(self._leads_on and (not waits or room - advance - title >= needed))
        room -= advance if not self.advance.isHidden() else 0
        self.title.setVisible(room - title >= needed)
        return room - (title if not self.title.isHidden() else 0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its buttons: the stage and what is missing stand in menus then."""
        parts = [part for part in (self.reason, self.reopen, self.rest) if not part.isHidden()]
        wide = sum(part.sizeHint().width() + 8 for part in parts) or self.advance.sizeHint().width()
        return QSize(wide, _HEIGHT)

    def _show_stages(self) -> None:
        menu, words = QMenu(self), self._context.words
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for stage in Stage:
            mark = "✓" if stage < self._now else "●" if stage == self._now else "○"
            action = menu.addAction(f"{mark} {int(stage)} {words.label('stage', stage.key)}")
            action.setEnabled(stage <= self._now)
            action.triggered.connect(partial(self._on_stage_picked, stage))
        menu.popup(self.title.mapToGlobal(QPoint(0, self.title.height())))

    def _on_stage_picked(self, stage: Stage, _checked: bool = False) -> None:
        self.stage_requested.emit(stage)

    def _on_reopen_requested(self) -> None:
        reason = str(self.reason.draft())
        if not reason:
            self.reason.setFocus()
            return
        self.reason.clear()
        self._journal.settled()
        self.reopen_requested.emit(self._stage, reason)

    def _on_rest_clicked(self) -> None:
        menu = QMenu(self)
        for finding in self._findings:
            action = menu.addAction(self._context.words.finding(finding).replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, field_ref=finding.subject: self.field_requested.emit(field_ref)
            )
        menu.popup(self.rest.mapToGlobal(QPoint(0, self.rest.height())))


def _short(sentence: str) -> str:
    """A sentence as an entry of a list: without its full stop."""
    return sentence.rstrip("。.").replace("&", "&&")
