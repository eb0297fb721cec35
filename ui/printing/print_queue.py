"""The print queue of an open desk: papers of many cases, written and sent one after the other in the background.

It belongs to the session, so that turning pages, languages and colours leaves it running.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Background, TaskProgress
from ui.desk_session import DeskSession
from ui.printing.printers import Printing
from workstation.actions.printing import outgoing
from workstation.actions.printing.outgoing import SETTLED, Made, OutgoingPaper, OutgoingSource, PrintJob, State
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.casework.printed import PrintRecord
from workstation.errors import Damaged, Finding, Refused, refuse_if

_AT_ONCE = 5  # cases looked at before the window may breathe


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One paper in the queue. ``findings`` say why it failed; ``record`` is its printing, this one or the one before."""

    job: PrintJob
    state: State = "waiting"
    findings: tuple[Finding, ...] = ()
    record: PrintRecord | None = None


class PrintQueue(QObject):
    """``changed`` after every step. One that fails does not stop the rest; each passes its gates when its turn comes."""

    changed = Signal()

    def __init__(self, session: DeskSession, background: Background, printer: Printing) -> None:
        super().__init__(session)
        self._session, self._background, self._printer = session, background, printer
        self.lines: list[QueueLine] = []
        self.running = False
        self._order = PrintOrder("")
        self._again = False
        self._at = -1
        self._moving = False
        self._task = task = TaskProgress()
        self._candidates: Iterator[PrintJob] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        session.closed.connect(self._timer.stop)
        session.closed.connect(task.forget)

    @property
    def settled(self) -> int:
        """How many lines are done with, one way or another."""
        return sum(line.state in SETTLED for line in self.lines)

    @property
    def waiting(self) -> int:
        """How many lines wait."""
        return sum(line.state == "waiting" for line in self.lines)

    @property
    def looking(self) -> bool:
        """Whether ready cases are still being looked for."""
        return self._timer.isActive()

    def add(self, jobs: Iterable[PrintJob]) -> int:
        """Put papers at the end; one that waits already is not put in again. Answers how many came in."""
        there = {line.job for line in self.lines if line.state not in SETTLED}
        fresh = [job for job in dict.fromkeys(jobs) if job not in there]
        self.lines += [QueueLine(job) for job in fresh]
        if fresh:
            self.changed.emit()
        return len(fresh)

    def add_ready(self) -> None:
        """Put in the packet of every case that may leave now, looking at a few cases at a time."""
        self._candidates = self._session.read(outgoing.ready_jobs)
        self._timer.start()
        self.changed.emit()

    def _on_timeout(self) -> None:
        try:
            found = list(islice(self._candidates, _AT_ONCE))
        except (
            Refused,
            Damaged,
        ):  # told as what nobody caught; what came in stays, and whoever wants the rest looks again
            self._timer.stop()
            self.changed.emit()
            raise
        if not found:
            self._timer.stop()
            self.changed.emit()
        self.add(found)

    def start(self, order: PrintOrder, again: bool) -> None:
        """Print everything that waits. ``again``: what was printed before too."""
        self._order, self._again, self.running = order, again, True
        self._at = -1
        self._move()

    def stop(self) -> None:
        """Cancel what waits; the paper that is being sent is not called back."""
        self._timer.stop()
        for number, line in enumerate(self.lines):
            if line.state == "waiting":
                self.lines[number] = replace(line, state="cancelled")
        self.changed.emit()

    def remove(self, settled_only: bool = True) -> None:
        """Remove what is finished."""
        if not self.running:
            self.lines = [line for line in self.lines if settled_only and line.state not in SETTLED]
            self.changed.emit()

    def _move(self) -> None:
        """Take up one line after the other until one has to be waited for; never deeper than one call."""
        if self._moving:
            return
        self._moving = True
        while self.running and (self._at < 0 or self.lines[self._at].state in SETTLED):
            self._at = next((at for at, line in enumerate(self.lines) if line.state == "waiting"), -1)
            if self._at < 0:
                self.running = False
                break
            self._set("printing")
            self._take_up(self.lines[self._at].job)
        self._moving = False
        self.changed.emit()

    def _take_up(self, job: PrintJob) -> None:
        try:
            source = self._session.read(outgoing.source_of, job)
        except Refused as refused:
            self._on_failed(refused)
            return
        self._background.run(
            partial(outgoing.prepared, source), partial(self._on_made, source), self._on_failed, self._task
        )

    def _on_made(self, source: OutgoingSource, made: Made) -> None:
        try:
            paper = self._session.run(outgoing.release, source, made)
            refuse_if(order_findings(self._order, paper.kind, paper.pages))
        except (Refused, Damaged) as error:
            self._on_failed(error)
            return
        before = self._session.read(outgoing.printed_before, paper)
        if before is not None and not self._again:
            self._settle("already", record=before)
            return
        send = self._session.hand_over(self._printer.send, self._order, paper)
        self._background.run(send, partial(self._on_sent, paper), self._on_failed, self._task)

    def _on_sent(self, paper: OutgoingPaper, _nothing: None) -> None:
        try:
            record = self._session.record_print(paper, self._order)
        except Refused as refused:
            self._on_failed(refused)
            return
        self._settle("printed", record=record)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._settle("failed", error.findings)
        elif isinstance(error, Damaged):
            self._settle("failed", (Finding("print_source_damaged", "print", {"reason": str(error)}),))
        else:
            # A fault of ours: said by the crash hook, and the rest is still printed.
            self._settle("failed", (Finding("print_failed", "print"),))
            raise error

    def _settle(self, state: State, findings: tuple[Finding, ...] = (), record: PrintRecord | None = None) -> None:
        self._set(state, findings, record)
        self._move()

    def _set(self, state: State, findings: tuple[Finding, ...] = (), record: PrintRecord | None = None) -> None:
        self.lines[self._at] = replace(self.lines[self._at], state=state, findings=findings, record=record)
        self.changed.emit()
