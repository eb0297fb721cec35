"""The line under the stages: what one stage still lacks, each entry a link to its field, or the button to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import TextEdit
from ui.widgets.parts import button, clear, in_role, label
from workstation.errors import Finding
from workstation.profile.case import Stage

_HEIGHT = 32
_SPARED = 130
_LEAST_ENTRY = 120


class GateLine(QWidget):
    """Shows as many entries as fit, the first always; the rest stand in a menu. Its height never changes."""

    field_requested: TypedSignal[str] = signal(1)
    advance_requested = Signal()
    reopen_requested: TypedSignal[Stage, str] = signal(2)

    def __init__(self, context: UiContext, drafts: Drafts) -> None:
        super().__init__()
        self._context = context
        self.setFixedHeight(_HEIGHT)
        self.title = label("", "label")
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
        self._stage = Stage.UNDERSTAND
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
        self._stage = stage
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
        room = self._room()
        shown = 0
        for link, finding in zip(self.links, self._findings, strict=True):
            sentence = _short(self._context.words.finding(finding))
            if not shown:
                sentence = link.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideRight, max(80, room - 12))
            link.setText(sentence)
            room -= link.sizeHint().width() + 2
            link.setVisible(room > 0 or not shown)
            shown += link.isVisibleTo(self)
        hidden = len(self.links) - shown
        self.rest.setVisible(hidden > 0)
        self.rest.setText(self.tr("{count} more…").format(count=hidden))

    def _room(self) -> int:
        """Pixels for the entries. Where none would fit, the words before them go, then a button that cannot be pressed yet."""
        room = self.width() - _SPARED
        for part in (self.reopen, self.reason):
            room -= part.sizeHint().width() + 8 if not part.isHidden() else 0
        title, advance = self.title.sizeHint().width(), self.advance.sizeHint().width() + 8
        leads_on = self._leads_on
        waits = bool(self._findings)
        needed = _LEAST_ENTRY if waits else -_SPARED  # with nothing missing there is no entry
        self.title.setVisible(room - title - advance * leads_on >= needed)
        room -= title if not self.title.isHidden() else 0
        self.advance.setVisible(leads_on and (not waits or room - advance >= _LEAST_ENTRY))
        return room - (advance if not self.advance.isHidden() else 0)

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
