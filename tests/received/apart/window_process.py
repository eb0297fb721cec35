"""The window while files that want to do harm are read beside it: each is put to every use, by a worker, and what it took is told.

``python -m tests.received.apart.window_process FOLDER FILE...`` prints one JSON line a file: the answers, the most processor
time of one use (ms), the most memory of window and worker together (MB), and the longest pause of the event loop (ms).
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QTimer

from tests.builders import CARD_PACK, SETTINGS
from tests.documents.sample_case import BANK, case_file, photo
from tests.store.stored import CLOCK
from ui.app import make_application
from ui.background import Pool
from ui.files import FileChooser
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.documents.bankform.apart import fill_apart, inspect_apart
from workstation.documents.packet.apart import exhibit_length
from workstation.documents.packet.difference import printed_code
from workstation.documents.packet.exhibits.pictures import shown_pages
from workstation.documents.packet.gather import packet_figures
from workstation.errors import Refused
from workstation.evidence.masking import number_masks
from workstation.evidence.statements.readers import read_any_statement
from workstation.policy.rules import CopyRule, Source
from workstation.profile.portfolio.dry_run import plan_import
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import Readers, Reading
from workstation.received.apart.worker import Workers
from workstation.received.inspection import inspect
from workstation.received.origin import origin
from workstation.received.pdf.on_screen import page_pixels, page_sizes
from workstation.received.pixels import picture_frames
from workstation.store.store import MEMORY_KEY, Store
from workstation.store.vault import Vault

MIDDLE = CopyRule("middle", 6, 4, Source("", "", "", "known"))
(EXHIBIT,) = packet_figures(case_file({"id_card": ("身份证", "image/jpeg", photo(30, 20))}), BANK, 1).exhibits
TICK_MS = 10


def answer(work: Callable[[], Any]) -> str:
    """What a person is told."""
    try:
        work()
    except Refused as refusal:
        return ",".join(finding.code for finding in refusal.findings)
    return "done"


def uses(readers: Readers, receiver: items.Receiver, path: Path) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Every way in which a file is opened."""
    name, data = path.name, path.read_bytes()
    about, building = Reading(name), Reading(name, allowance=BUILDING)
    yield "evidence", lambda: receiver.file(path, lambda done, total: None)
    yield "statement", lambda: read_any_statement(data, name, readers)
    yield "portfolio", lambda: plan_import(data, name, today=CLOCK.today(), readers=readers)
    for use, watermark in (("exhibit", ""), ("copy", "仅供核对")):
        yield use, partial(bind, path, data, readers, building, watermark)
    yield "origin", lambda: readers.read(about, origin, data)
    yield "masks", lambda: readers.read(building, number_masks, data, MIDDLE)
    yield "pages", lambda: readers.read(building, shown_pages, data, name)
    yield "form", lambda: inspect_apart(readers, data, name)
    yield "filled", lambda: fill_apart(readers, data, {}, name=name)
    yield "check", lambda: readers.read(about, printed_code, data)
    yield "screen", lambda: on_screen(readers, about, data)


def bind(path: Path, data: bytes, readers: Readers, about: Reading, watermark: str) -> int:
    figures = replace(EXHIBIT, media_type=inspect(path, readers), file_name=path.name, purpose_mark=watermark)
    return readers.read(about, exhibit_length, figures, data, "zh-Hans")


def on_screen(readers: Readers, about: Reading, data: bytes) -> None:
    if b"%PDF-" not in data[:1024]:
        readers.read(about, picture_frames, data)
    elif readers.read(about, page_sizes, data):
        readers.read(about, page_pixels, data, 0, 1200)


class Watch:
    """What window and worker take."""

    def __init__(self, workers: Workers) -> None:
        self._workers = (workers.reader, workers.builder)
        self.memory = self.pause = 0.0
        self.last = monotonic()
        threading.Thread(target=self._sample, daemon=True).start()

    def tick(self) -> None:
        now = monotonic()
        self.pause, self.last = max(self.pause, now - self.last), now

    def processor(self) -> float:
        """Seconds of processor time of all workers so far."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return ended.ru_utime + ended.ru_stime + self._running()

    def _running(self) -> float:
        return sum(map(spent, self._pids()))

    def _pids(self) -> list[int]:
        return [process.popen.pid for worker in self._workers if (process := worker._process) is not None]

    def _sample(self) -> None:
        while True:
            self.memory = max(self.memory, sum(map(share, (os.getpid(), *self._pids()))))
            threading.Event().wait(0.1)


def spent(pid: int) -> float:
    """Seconds of processor time of a process."""
    try:
        parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def share(pid: int) -> float:
    """The proportional share of memory in MB; all that is held where the system does not tell of another."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(text.partition("\nPss:")[2].split()[0]) / 1024
    except (OSError, IndexError, ValueError):
        try:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
        except (OSError, IndexError):
            return 0.0


def told(watch: Watch, readers: Readers, receiver: items.Receiver, path: Path) -> dict[str, Any]:
    answers, most = {}, 0.0
    for use, work in uses(readers, receiver, path):
        before = watch.processor()
        answers[use] = answer(work)
        most = max(most, watch.processor() - before)
    return {"file": path.name, "answers": answers, "ms": round(most * 1000)}


def main(folder: Path, files: list[Path]) -> None:
    app = make_application([])
    worker = Workers()
    preferences = Preferences(folder / "window.ini")
    window = MainWindow(app, preferences, folder, CLOCK, Pool(app), FileChooser(), readers=worker)
    window.show()
    store = Store.memory(CLOCK)
    store.add(SETTINGS)
    (folder / "vault").mkdir()
    window.open_desk(
        Desk(folder, store, Vault(folder / "vault", MEMORY_KEY), {CARD_PACK.id: CARD_PACK}, CLOCK, SETTINGS)
    )
    worker.warm()
    watch, timer = Watch(worker), QTimer()
    timer.timeout.connect(watch.tick)
    timer.start(TICK_MS)
    receiver = window.session.read(items.receiver)
    left = list(files)

    def following() -> None:
        if not left:
            app.quit()
            return
        watch.memory, watch.pause, watch.last = 0.0, 0.0, monotonic()
        path = left.pop(0)
        window.context.background.run(lambda: told(watch, worker, receiver, path), shown, failed)

    def shown(one: dict[str, Any]) -> None:
        watch.tick()
        print(
            json.dumps({**one, "mb": round(watch.memory), "pause": round(watch.pause * 1000)}, ensure_ascii=False),
            flush=True,
        )
        following()

    def failed(error: Exception) -> None:
        print(repr(error), file=sys.stderr, flush=True)
        app.exit(1)

    QTimer.singleShot(0, following)
    code = app.exec()  # ends by closing the window, and the desk with it
    worker.close()
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
