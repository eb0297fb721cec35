"""The print queue of an open desk: papers of many cases, written and sent one after the other in the background.

It belongs to the session, so that turning pages, languages and colours leaves it running.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Background, TaskProgress
from ui.desk_session import DeskSession
from ui.printing.printers import Printing
from workstation.actions.printing import outgoing
from workstation.actions.printing.outgoing import SETTLED, Made, OutgoingPaper, OutgoingSource, PrintJob, State
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.casework.printed import PrintRecord
from workstation.errors import Damaged, Finding, Refused, refuse_if

_STRETCH: Final = 0.012
"""Seconds in which cases are looked at before the window may breathe; most are not ready, so that they are not counted."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One paper in the queue. ``findings`` say why it failed; ``record`` is its printing, this one or the one before."""

    job: PrintJob
    state: State = "waiting"
    findings: tuple[Finding, ...] = ()
    record: PrintRecord | None = None


@dataclass(slots=True)
class _Look:
    """Papers that are found case by case; ``told`` is called with how many came in once all cases were looked at."""

    found: Iterator[tuple[PrintJob, ...]]
    told: Callable[[int], None]
    came_in: int = 0


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
        self._looks: list[_Look] = []
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
        self._look(self._session.read(outgoing.ready_by_case), lambda came_in: None)

    def add_cases(self, case_ids: Sequence[str], kind: str, told: Callable[[int], None]) -> None:
        """Put in a paper of some cases: a few at once, of many a few at a time. ``told``: how many came in, at the end."""
        self._look(self._session.read(outgoing.jobs_by_case, case_ids, kind), told)
        self._on_timeout()

    def _look(self, found: Iterator[tuple[PrintJob, ...]], told: Callable[[int], None]) -> None:
        self._looks.append(_Look(found, told))
        self._timer.start()
        self.changed.emit()

    def _on_timeout(self) -> None:
        if not self._looks:
            return
        until, look, ready = perf_counter() + _STRETCH, self._looks[0], list[PrintJob]()
        try:
            for jobs in look.found:
                ready += jobs
                if perf_counter() >= until:
                    return
        except (
            Refused,
            Damaged,
        ):  # told as what nobody caught; what came in stays, and whoever wants the rest looks again
            self._look_no_more()
            raise
        finally:
            look.came_in += self.add(ready)
        self._looks.remove(look)
        if not self._looks:
            self._look_no_more()
        look.told(look.came_in)

    def _look_no_more(self) -> None:
        self._looks.clear()
        self._timer.stop()
        self.changed.emit()

    def start(self, order: PrintOrder, again: bool) -> None:
        """Print everything that waits. ``again``: what was printed before too."""
        self._order, self._again, self.running = order, again, True
        self._at = -1
        self._move()

    def stop(self) -> None:
        """Cancel what waits; the paper that is being sent is not called back."""
        self._looks.clear()
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
