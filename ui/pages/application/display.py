"""The paper on the right: which one is wanted, written in the background, and what may leave of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.application.preview import PaperPreview
from ui.pages.application.printed_versions import Earlier, Versions
from ui.pages.application.render_job import RenderJob
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from workstation.actions.papers.packet import packets
from workstation.actions.printing import outgoing
from workstation.actions.printing.left_before import LeftBefore, left_before
from workstation.actions.printing.outgoing import Made, OutgoingPaper, OutgoingSource
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.printed import PACKET, PrintRecord, file_name
from workstation.errors import Damaged, Finding, Refused, refuse_if
from workstation.field_ref import FieldRef


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """Which paper of which case: ``name`` as the screen calls it, ``until`` the day that it names, ``plan`` its version, if any."""

    file: CaseFile
    bank: str
    kind: str
    name: str
    until: date | None = None
    plan: str = ""


class PaperDisplay(QObject):
    """``notice_changed`` carries sentences, their mark and their role; ``records_changed`` the printings of the case;
    ``leaving_changed`` whether a paper is being made ready to leave; ``wanted`` what is asked for, ``refused`` why
    it is not written."""

    notice_changed: TypedSignal[list[str], str, str] = signal(3)
    records_changed: TypedSignal[Sequence[PrintRecord]] = signal(1)
    leaving_changed: TypedSignal[bool] = signal(1)
    wanted: TypedSignal[WantedPaper] = signal(1)
    refused: TypedSignal[Sequence[Finding]] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, task: TaskProgress, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._background = session, context, context.background
        self._wanted: WantedPaper | None = None
        self._source: OutgoingSource | LeftBefore | None = None
        self._made: Made | OutgoingPaper | None = None
        self._task, self.busy = task, BusyBar()
        self._versions: Versions | None = None
        self.preview = PaperPreview(context)
        self.preparing = RenderJob(context.background, task, self)
        self.preparing.made.connect(self._on_made)
        self.preparing.failed.connect(self._on_failed)
        self.preview.version_picked.connect(self._on_version_picked)

    @property
    def pages(self) -> int:
        """Pages of what is shown."""
        return self.preview.view.pages

    @property
    def kind(self) -> str:
        """The kind of what is chosen."""
        return self._wanted.kind if self._wanted else PACKET

    @property
    def version(self) -> Earlier | None:
        """What left before and is chosen; None for the paper as it is now."""
        return self._versions.earlier.get(str(self.preview.versions.raw())) if self._versions else None

    def show(self, wanted: WantedPaper) -> None:
        """Show a paper; it is written again only when what it rests on has changed."""
        before, self._wanted = self._wanted, wanted
        self.wanted.emit(wanted)
        if before is not None and _shown_at(before) != _shown_at(wanted):
            self.preview.versions.load("")
        self._offer_versions(wanted)
        try:
            source = self._source_now(wanted)
        except Refused as refused:
            self._let_go()
            self.preview.set_text("\n".join(self.sentences(refused)))
            return
        if self._source is None or not _same(source, self._source):
            self._source, self._made = source, None
            self.preview.prepare()
            self.preparing.ask(source)
        elif self._made is not None:
            self._show_made()

    def _source_now(self, wanted: WantedPaper) -> OutgoingSource | LeftBefore:
        if self.version is not None:
            return self._session.read(left_before, self.version.id)
        case_id = wanted.file.case.id
        if wanted.kind != PACKET:
            asked = (wanted.bank, wanted.kind, wanted.until, wanted.plan)
            return self._session.read(packets.paper_source, case_id, *asked)
        if not wanted.file.accounts:
            raise Refused(Finding("required_field", FieldRef.CASE_ACCOUNTS))
        return self._session.read(packets.packet_source, case_id, wanted.bank)

    def _let_go(self) -> None:
        self.preparing.drop()
        self._source, self._made = None, None

    def _offer_versions(self, wanted: WantedPaper) -> None:
        """The packet as it is now, and every one that left the desk for this bank."""
        case_id = wanted.file.case.id
        left = self._session.read(packets.printed_packets, case_id)
        records: Sequence[PrintRecord] = self._session.read(outgoing.print_records, case_id)
        self._versions = Versions(wanted.file, wanted.kind, wanted.bank, left, records)
        language = self._context.words.label("language", wanted.file.case.language)
        self.preview.head(wanted.name, self.tr("Language: {language}").format(language=language))
        self.preview.offer(self._versions.lines(), self._versions.now_line())
        self.records_changed.emit(records)

    def _on_made(self, source: OutgoingSource | LeftBefore, made: Made | OutgoingPaper) -> None:
        if source is self._source:
            self._made = made
            self._show_made()

    def _on_failed(self, source: OutgoingSource | LeftBefore, error: Exception) -> None:
        if source is not self._source:
            return
        self._source = None
        if not isinstance(error, Refused | Damaged):
            raise error
        self.preview.set_text("\n".join(self.sentences(error)))
        self.refused.emit(error.findings if isinstance(error, Refused) else ())

    def _show_made(self) -> None:
        source, made = self._source, self._made
        if source is None or made is None:
            return
        if isinstance(source, LeftBefore) or isinstance(made, OutgoingPaper):
            self._show_old(made.pdf)
            return
        word, kind = (self.tr("Draft"), "warning") if source.draft else (self.tr("Ready to issue"), "")
        self.preview.show_paper(made.pdf, word, kind)
        self._show_findings(made.findings, source.kind, source.bank, made.sha256)

    def _show_old(self, pdf: bytes) -> None:
        earlier = self.version
        if self._versions is not None and earlier is not None:
            self.preview.show_paper(pdf, *self._versions.status(earlier.id))
            self._show_findings(self._versions.changes(earlier.id), earlier.kind, earlier.bank, earlier.sha256)

    def _show_findings(self, findings: Sequence[Finding], kind: str, bank: str, sha256: str) -> None:
        """What is worth knowing of what is shown; its last printing when there is nothing else."""
        if findings:
            self.notice_changed.emit([self._context.words.finding(finding) for finding in findings], "△ ", "advice")
            return
        printed = self._versions.printed(kind, bank, sha256) if self._versions else ""
        self.notice_changed.emit([printed] if printed else [], "", "hint")

    def _on_version_picked(self) -> None:
        if self._wanted is not None:
            self._source = None
            self.show(self._wanted)

    def refuse_closed(self) -> None:
        """Raise `Refused` with all that forbids what is chosen to leave; a version that left before may always leave again."""
        wanted = self._wanted
        if wanted is not None and wanted.kind == PACKET and self.version is None:
            refuse_if(gates.final_packet_findings(wanted.file, wanted.bank))

    def leave(self, done: Callable[[OutgoingPaper], None], failed: Callable[[Exception], None]) -> None:
        """Make ready to leave what is chosen: written and stored in the background, then on record when it is a final packet.

        ``failed`` hears `Refused` while a gate is closed. A second call while a paper is on its way is ignored.
        """
        if self.busy.busy:
            return
        try:
            source, made = self._ready_source()
        except Refused as refused:
            failed(refused)
            return
        self._set_leaving(True)
        stopped = partial(self._on_stopped, failed)
        if isinstance(source, LeftBefore):
            paper = made if isinstance(made, OutgoingPaper) else None
            self._background.run(lambda: paper or source.build(), partial(self._on_ready, done), stopped, self._task)
            return
        work = partial(outgoing.prepared, source, made if isinstance(made, Made) else None)
        self._background.run(work, partial(self._on_stored, source, done, failed), stopped, self._task)

    def leave_as_file(self, done: Callable[[bytes], None], failed: Callable[[Exception], None]) -> None:
        """As `leave`; ``done`` receives the bytes."""
        self.leave(lambda paper: done(paper.pdf), failed)

    def _ready_source(self) -> tuple[OutgoingSource | LeftBefore, Made | OutgoingPaper | None]:
        """What is shown, with its bytes; what is not written yet is read anew."""
        self.refuse_closed()
        if self._wanted is None:
            raise RuntimeError("nothing was asked for")
        if self._source is not None and self._made is not None:
            return self._source, self._made
        return self._source_now(self._wanted), None

    def _on_stored(
        self,
        source: OutgoingSource,
        done: Callable[[OutgoingPaper], None],
        failed: Callable[[Exception], None],
        made: Made,
    ) -> None:
        try:
            paper = self._session.run(outgoing.release, source, made)
        except (Refused, Damaged) as error:
            self._on_stopped(failed, error)
            return
        self._on_ready(done, paper)

    def _on_ready(self, done: Callable[[OutgoingPaper], None], paper: OutgoingPaper) -> None:
        self._set_leaving(False)
        done(paper)

    def _on_stopped(self, failed: Callable[[Exception], None], error: Exception) -> None:
        self._set_leaving(False)
        failed(error)

    def _set_leaving(self, leaving: bool) -> None:
        self.busy.set_busy(leaving)
        self.leaving_changed.emit(leaving)

    def name(self) -> str:
        """A file name for what is chosen."""
        wanted = self._wanted
        if wanted is None:
            return ""
        version = self.version.version if self.version else 0
        return file_name(wanted.file.case.number, wanted.bank, wanted.kind, version)

    def sentences(self, error: Refused | Damaged) -> list[str]:
        """A refusal in words."""
        if isinstance(error, Damaged):
            return [str(error)]
        return [self._context.words.finding(finding) for finding in error.findings]


def _same(one: OutgoingSource | LeftBefore, other: OutgoingSource | LeftBefore) -> bool:
    if isinstance(one, LeftBefore) or isinstance(other, LeftBefore):
        return one == other
    return outgoing.same_source(one, other)


def _shown_at(wanted: WantedPaper) -> tuple[str, str, str]:
    """What an earlier printing that is chosen belongs to."""
    return wanted.kind, wanted.bank, wanted.plan
