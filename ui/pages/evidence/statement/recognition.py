"""Text of a scan or a photograph: recognised in the background with progress and a way to stop, then confirmed by the person."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.widgets.parts import Elided, button, row
from workstation.actions.evidence import recognition
from workstation.actions.evidence.recognition import Recogniser
from workstation.errors import Damaged, Refused
from workstation.evidence.recognised_text import RecognisedText
from workstation.received.recognition.recognised import Recognised

_SHARE = 100


class RecognitionBar(QWidget):
    """Offers to recognise the text of one proof, or to confirm what was recognised. ``kept``: what is known of it has changed."""

    kept = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._item_id = ""
        self._task: TaskProgress | None = None
        self.text = Elided("", "quiet")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Text recognition progress"))
        self.stop_button = button(self.tr("Stop"), "small", self.stop)
        self.start_button = button(self.tr("Recogni&se text"), on_click=self.start)
        self.confirm_button = button(self.tr("Rows match the pict&ure"), on_click=self.confirm)
        line = row(self.text, -1, self.progress, self.stop_button, self.start_button, self.confirm_button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        session.closed.connect(self._on_session_closed)
        self.offer("")

    @property
    def running(self) -> bool:
        """Whether text is being recognised."""
        return self._task is not None

    def offer(self, item_id: str, text: RecognisedText | None = None) -> None:
        """Speak of a proof, empty: of none; ``text``: what was recognised on it. One that is under way goes on."""
        if item_id != self._item_id and self._task is not None:
            self._task.forget()
            self._task = None
        self._item_id = item_id
        may_start = bool(item_id) and text is None and recognition.can_recognise() and not self.running
        may_confirm = text is not None and not text.confirmed
        self.start_button.setVisible(may_start)
        self.confirm_button.setVisible(may_confirm)
        for part in (self.text, self.progress, self.stop_button):
            part.setVisible(self.running)
        self.setVisible(self.running or may_start or may_confirm)

    def start(self) -> None:
        """Recognise, in the background."""
        if self._task is not None or not self._item_id:
            return
        source = self._session.read(recognition.recogniser, self._item_id)
        task = self._task = TaskProgress(self)
        task.stepped.connect(self._on_progress)
        self.offer(self._item_id)
        self._on_progress(0, _SHARE)
        work = partial(_recognised, source, task)
        self._context.background.run(work, partial(self._on_done, source), self._on_failed, task)

    def stop(self) -> None:
        """Stop; nothing is kept."""
        if self._task is not None:
            self._task.cancel()

    def confirm(self) -> None:
        """The person has compared the rows with the picture."""
        self._session.run(recognition.confirm_recognised, self._item_id)
        self.kept.emit()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        pages = self.tr("Recognising page {number} of {count}")
        self.text.set_text(pages.format(number=done // _SHARE + 1, count=max(1, total // _SHARE)))

    def _on_done(self, source: Recogniser, pages: tuple[Recognised, ...]) -> None:
        self._task = None
        try:
            self._session.run(recognition.keep_recognised, source.item.id, source.quarters, pages)
        except Refused as refused:
            self._on_failed(refused)
            return
        self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.offer(self._item_id)
        if isinstance(error, Refused):
            self._context.notices.show_message(self._context.words.finding(error.findings[0]))
        elif isinstance(error, Damaged):
            self._context.notices.show_message(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    def _on_session_closed(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None


def _recognised(source: Recogniser, task: TaskProgress) -> tuple[Recognised, ...]:
    return source.run(lambda done, total: task.step(done * _SHARE, total * _SHARE))
