"""Checking a packet that came back as a file, a scan or a code on the telephone: which one is it, and where does it depart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.files import accept_files, local_files
from ui.look.wording import NONE, moment
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import TextEdit
from ui.widgets.parts import Card, Chip, Elided, button, column, icon_button, in_role, label, name_field, restyle, row
from workstation.actions import cases
from workstation.actions.papers.packet import check as packet_check
from workstation.actions.papers.packet.check import PacketCheck
from workstation.casework.printed import PACKET
from workstation.errors import Refused

_CHIPS = {"intact": "", "changed": "bad", "foreign": "quiet", "scanned": "warning"}
_FILES = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic"


class CheckPacketPage(QWidget):
    """``opened`` carries the id of the case that a packet belongs to; ``closed`` leads back."""

    opened: TypedSignal[str] = signal(1)
    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._task = task = TaskProgress()
        self._found: PacketCheck | None = None
        self._name = ""
        accept_files(self)
        self.choose_button = button(self.tr("Choo&se file…"), "primary", self.choose)
        self.code = TextEdit()
        self.code.setAccessibleName(self.tr("Verification code"))
        self.code.setPlaceholderText("7F3A-91C2-0BE4")
        self.code.setMaximumWidth(180)
        self.find_button = button(self.tr("Fi&nd"), on_click=self._on_find_clicked)
        own(self.choose_button, self)
        own(self.find_button, self.code)
        self.code.returnPressed.connect(self._on_find_clicked)
        self.told = label("", "quiet", wrap=True)
        self.file = Elided("", "section")
        self.verdict = Chip()
        self.sentence = label("", wrap=True)
        self.difference = label("", "finding", wrap=True)
        self.facts = {name: Elided(NONE) for name in ("code", "sha256", "case", "bank", "paper", "left")}
        self.open_button = button(self.tr("&Open case"), on_click=self._on_open_clicked)
        self._lay_out()
        self._show(None)
        context.privacy.changed.connect(self._on_privacy_changed)
        session.closed.connect(task.forget)
        self.destroyed.connect(lambda: task.forget())

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        title = row(back, label(self.tr("Check packet"), "title"), -1, gap=12)
        self._drop = in_role(Card(padding=24), "drop")
        words = label(
            self.tr(
                "Drop a packet (PDF), or a scan or photograph of its cover here, or choose one. The file is not changed."
            ),
            "quiet",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop.body.addWidget(words)
        self._drop.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignHCenter)
        asked = label(self.tr("Code read out by telephone"), "label")
        name_field(asked, self.code)
        self._drop.body.addLayout(row(-1, asked, self.code, self.find_button, -1, gap=8))
        head = row(self.file, self.verdict, gap=12)
        head.setStretch(0, 1)
        self.difference.setMinimumHeight(40)
        self.difference.setAlignment(Qt.AlignmentFlag.AlignTop)
        result = Card(head, self.sentence, self.difference, self._facts(), self.told, row(self.open_button, -1), gap=12)
        body: QVBoxLayout = column(title, self._drop, result, -1, margins=20)
        self.setLayout(body)

    def _facts(self) -> QGridLayout:
        names = {
            "code": self.tr("Code"), "sha256": "SHA-256", "case": self.tr("Case"), "bank": self.tr("Bank"),
            "paper": self.tr("Paper"), "left": self.tr("Issued"),
        }  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for line, (name, text) in enumerate(names.items()):
            grid.addWidget(label(text, "label"), line, 0)
            grid.addWidget(self.facts[name], line, 1)
            self.facts[name].setAccessibleName(text)
        grid.setColumnStretch(1, 1)
        return grid

    def choose(self) -> None:
        """Ask which file."""
        folder = self._context.preferences.export_folder
        path = self._context.files.existing(
            self, self.tr("Check packet"), f"PDF, {self.tr('pictures')} ({_FILES})", folder
        )
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Judge a file in the background."""
        self._show(None)
        self._name = path.name
        self.file.set_text(self._context.privacy.file_name(path.name))
        self.sentence.setText(self.tr("Reading…"))
        source = self._session.read(packet_check.check_source)
        self._context.background.run(lambda: source.check(path), self._show, self._on_failed, self._task)

    def _on_find_clicked(self) -> None:
        """Find the paper with a code that somebody reads out, in the background."""
        code = self.code.text().strip()
        if not code:
            return
        self._show(None)
        self._name = ""
        self.file.set_text(code)
        self.sentence.setText(self.tr("Reading…"))
        source = self._session.read(packet_check.check_source)
        self._context.background.run(lambda: source.find(code), self._show, self._on_failed, self._task)

    def _on_privacy_changed(self, _hidden: bool) -> None:
        if self._name:
            self.file.set_text(self._context.privacy.file_name(self._name))
        self._show(self._found)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.sentence.setText("")
        self.difference.setText("✕ " + self._context.words.finding(error.findings[0]))

    def _show(self, found: PacketCheck | None) -> None:
        self._found = found
        left = found.left if found else None
        self.open_button.setEnabled(left is not None)
        words = self._context.words
        self.verdict.set_text(
            words.label("packet_verdict", found.verdict) if found else "", _CHIPS[found.verdict] if found else ""
        )
        self.sentence.setText(self._text_of(found) if found else "")
        different = found.difference if found else None
        self.difference.setText("✕ " + words.finding(different) if different else "")
        self.told.setText(found.facts if found and not self._context.privacy.hidden else "")
        shown = {"code": found.code, "sha256": found.sha256} if found else {}
        if left is not None:
            paper = words.label("paper_kind", left.kind) if left.kind != PACKET else self.tr("Packet")
            version = self.tr("Version {number}").format(number=left.version) if left.version else ""
            shown |= {
                "case": left.number, "bank": left.bank, "paper": words.listed(filter(None, (paper, version))),
                "left": words.listed((moment(left.at, self._session.read(cases.case_zone, left.case_id)), left.by)),
            }  # fmt: skip
        for name, fact in self.facts.items():
            fact.set_text(shown.get(name) or NONE)

    def _text_of(self, found: PacketCheck) -> str:
        here = "here" if found.left is not None else "elsewhere"
        return self._context.words.label("packet_check", f"{found.verdict}_{here}")

    def _on_open_clicked(self) -> None:
        if self._found is not None and self._found.left is not None:
            self.opened.emit(self._found.left.case_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._mark(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(False)
        event.acceptProposedAction()
        if file := self._context.single_file(event.mimeData()):
            self.check(file)

    def _mark(self, over: bool) -> None:
        self._drop.setProperty("over", over)
        restyle(self._drop)
