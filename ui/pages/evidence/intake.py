"""Importing files in the background, with progress and a way to stop; a broken one is named and the others go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.unlock_sheet import LockedFile, ToOpen
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Elided, button, row
from workstation.actions.evidence import containers, items, letters
from workstation.actions.evidence.folders import MAX_FILES, chosen_files
from workstation.actions.evidence.items import Received, Receiver
from workstation.errors import Finding, Refused
from workstation.received.containers import Contents
from workstation.wording import filled

_SHARE = 1000
"""Steps of the progress bar for each file, whatever its size."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture from the clipboard: it never touches the disk unencrypted."""

    name: str
    data: bytes


KINDS = (
    "*.pdf *.ofd *.jpg *.jpeg *.png *.heic *.heif *.webp *.avif *.jp2 *.tif *.tiff *.bmp *.gif "
    "*.zip *.eml *.mht *.mhtml *.html *.htm *.csv *.xlsx *.xls *.et *.ods *.doc *.docx *.wps *.rtf *.odt"
)
"""Names of files that may be evidence; what they are is told by their content."""
IntakeSource = Path | Pasted | LockedFile


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a number of files. ``left``: the names of those that were not started when somebody stopped it; ``to_open``:
    those that need a password or a choice. ``resumed``: files that were asked about, so what was said before holds on.
    ``left_out``: sentences on what of a folder was not taken.
    """

    received: tuple[Received, ...]
    findings: tuple[Finding, ...]
    left: tuple[str, ...]
    to_open: tuple[ToOpen, ...] = ()
    resumed: bool = False
    left_out: tuple[str, ...] = ()


class IntakeBar(QWidget):
    """``finished`` carries an `Intake`; whoever hears it puts what was received on record."""

    finished: TypedSignal[Intake] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._task: TaskProgress | None = None
        self._names: tuple[str, ...] = ()
        self._left_out: tuple[str, ...] = ()
        self.text = Elided("", "quiet")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Import progress"))
        self.progress.setFixedWidth(120)
        self.stop_button = button(self.tr("Stop"), "small", self.stop)
        line = row(self.text, self.progress, self.stop_button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._shown_name = context.privacy.file_name
        session.closed.connect(self._on_session_closed)

    @property
    def running(self) -> bool:
        """Whether files are being imported."""
        return self._task is not None

    def take(self, sources: Sequence[IntakeSource]) -> None:
        """Begin; one number of files at a time, those in folders with them."""
        if self._task is not None or not sources:
            return
        sources = self._spread_out(sources)
        if not sources:
            self.finished.emit(Intake((), (), (), left_out=self._left_out))
            return
        task = self._task = TaskProgress(self)
        self._names = tuple(one.name for one in sources)
        task.stepped.connect(self._on_progress)
        self.progress.setMaximum(_SHARE * len(sources))
        self._on_progress(0, 0)
        work = partial(_receive_all, self._session.read(items.receiver), tuple(sources), task)
        self._context.background.run(work, self._on_done, self._on_failed, task)

    def _spread_out(self, given: Sequence[IntakeSource]) -> list[IntakeSource]:
        """Files in place of folders; what is left out of these is said when all is done."""
        paths = [one for one in given if isinstance(one, Path)]
        chosen = chosen_files(paths)
        said = []
        if not chosen.files and paths:
            folders = self._context.words.listed(tuple(self._shown_name(path.name) for path in paths))
            said.append(self.tr("No files to import in: {folders}").format(folders=folders))
        if chosen.skipped:
            text = self.tr("Left out: {count} hidden or system {count|file|files} (Thumbs.db, .DS_Store …).")
            said.append(filled(text, {"count": chosen.skipped}))
        if chosen.beyond:
            text = self.tr("Only the first {count} {count|file was|files were} taken; add the others by themselves.")
            said.append(filled(text, {"count": MAX_FILES}))
        self._left_out = tuple(said)
        return [*chosen.files, *(one for one in given if not isinstance(one, Path))]

    def cover(self) -> None:
        """Privacy mode covers the name of the file; what is done needs none."""
        if self._task is not None:
            self._on_progress(self.progress.value(), 0)
        else:
            self.text.set_text("")

    def stop(self) -> None:
        """Stop; what was imported whole stays."""
        if self._task is not None:
            self._task.cancel()

    def left_words(self, intake: Intake) -> list[str]:
        """What to say of files that were not started or not taken."""
        stopped = self.tr("Stopped; not imported: {files}").format(files=self._context.words.listed(intake.left))
        return [*([stopped] if intake.left else []), *intake.left_out]

    def _on_progress(self, done: int, _total: int) -> None:
        number = min(done // _SHARE, len(self._names) - 1)
        self.progress.setValue(done)
        text = self.tr("Importing {number} of {count}: {file}")
        self.text.set_text(
            text.format(number=number + 1, count=len(self._names), file=self._shown_name(self._names[number]))
        )

    def _on_done(self, intake: Intake) -> None:
        self._task = None
        self.finished.emit(replace(intake, left_out=self._left_out))

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        raise error

    def _on_session_closed(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None


def _receive_all(receiver: Receiver, sources: Sequence[IntakeSource], task: TaskProgress) -> Intake:
    """On another thread: only the vault and the files are touched."""
    received: list[Received] = []
    found: list[Finding] = []
    locked: list[ToOpen] = []
    resumed = any(isinstance(source, LockedFile) for source in sources)
    for number, source in enumerate(sources):
        try:
            task.step(number * _SHARE, len(sources) * _SHARE)
            received.append(_receive(receiver, source, partial(_step, task, number, len(sources))))
        except Refused as refused:
            if (page := _single_page(receiver, source, refused)) is not None:
                received.append(page)
            elif (asked := _to_open(receiver, source, refused)) is not None:
                locked.append(asked)
            else:
                found += refused.findings
        except Cancelled:
            left = tuple(one.name for one in sources[number:])
            return Intake(tuple(received), tuple(found), left, tuple(_joined(locked)), resumed)
    return Intake(tuple(received), tuple(found), (), tuple(_joined(locked)), resumed)


def _joined(files: Sequence[ToOpen]) -> Iterator[ToOpen]:
    """Files inside the same file are asked about once."""
    for path in dict.fromkeys(one.path for one in files):
        same = [one for one in files if one.path == path]
        findings = tuple(dict.fromkeys((finding.code, finding.subject) for one in same for finding in one.findings))
        told = [next(f for one in same for f in one.findings if (f.code, f.subject) == key) for key in findings]
        yield replace(same[0], findings=tuple(told), tried=tuple(tried for one in same for tried in one.tried))


def _to_open(receiver: Receiver, source: IntakeSource, refused: Refused) -> ToOpen | None:
    """What to ask about a file that a password or a choice would open; None for one that nothing opens."""
    if isinstance(source, Path) and letters.can_set(refused):
        return ToOpen(source, Contents(), refused.findings, letter=True)
    if isinstance(source, Pasted) or not containers.may_be_opened(refused):
        return None
    path, tried = (source.path, (source.opening,)) if isinstance(source, LockedFile) else (source, ())
    try:
        return ToOpen(path, containers.contents_of(path, receiver.readers), refused.findings, tried)
    except Refused:
        return None


def _single_page(receiver: Receiver, source: IntakeSource, refused: Refused) -> Received | None:
    """A saved page that holds nothing but its text, set as PDF without a question; None for everything else."""
    if not isinstance(source, Path):
        return None
    try:
        return containers.receive_single_page(receiver.vault, source, refused, receiver.readers)
    except Refused:
        return None


def _receive(receiver: Receiver, source: IntakeSource, seen: partial[None]) -> Received:
    if isinstance(source, Pasted):
        return receiver.picture(source.data, source.name)
    if isinstance(source, LockedFile) and source.letter:
        refused, waiting = Refused(*source.letter), partial(seen, 0, 1)
        return letters.receive_letter(
            receiver.vault, source.path, refused, receiver.language, receiver.readers, waiting
        )
    if isinstance(source, LockedFile):
        return containers.receive_inside(receiver.vault, source.path, source.opening, receiver.readers, seen)
    return receiver.file(source, seen)


def _step(task: TaskProgress, number: int, count: int, done: int, total: int) -> None:
    task.step(number * _SHARE + done * (_SHARE - 1) // max(1, total), count * _SHARE)


def png_bytes(image: QImage) -> bytes:
    """A picture as a file of type PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
