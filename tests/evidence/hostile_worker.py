"""What a subprocess does with files that want to do harm: each is added as a proof, read as a statement and as a portfolio, and
bound into a packet, under limits. Prints one JSON line a file; whatever else is printed or written is a fault.

``python -m tests.evidence.hostile_worker DESK_FOLDER FILE...``
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import FrameType
from typing import Any

from tests.builders import SETTINGS
from tests.documents.sample_case import BANK, case_file, photo
from tests.store.stored import CHEAP, CLOCK
from workstation.actions import imports
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.actions.making import create_desk
from workstation.documents.packet.exhibits.pages import exhibit_pages
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Refused
from workstation.evidence.masking import number_masks
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import statement_json
from workstation.policy.rules import CopyRule, Source
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.received.inspection import inspect
from workstation.received.origin import origin

SECONDS = 5
ADDRESS_SPACE = 6 * 2**30
"""Beyond it the process dies: memory mapped but never touched counts here, the touched part is told by ``memory``."""
MIDDLE = CopyRule("middle", 6, 4, Source("", "", "", "known"))
(EXHIBIT,) = packet_figures(case_file({"id_card": ("身份证", "image/jpeg", photo(30, 20))}), BANK, 1).exhibits


def answer(work: Callable[[], Any]) -> str:
    """What a person is told: done, or the codes of the refusal. Anything else is let through and ends the run."""
    try:
        work()
    except Refused as refusal:
        return ",".join(finding.code for finding in refusal.findings)
    return "done"


def add(desk: Desk, path: Path) -> None:
    item = items.add_file(desk, "c0", "id_card", path)
    if items.item_bytes(desk, item.id) != path.read_bytes():
        raise AssertionError(f"{path} came back changed")


def bind(path: Path, mark: str) -> None:
    from dataclasses import replace

    figures = replace(EXHIBIT, media_type=inspect(path), file_name=path.name, purpose_mark=mark)
    exhibit_pages(figures, path.read_bytes(), Phrases("zh-Hans", {}))


def every_use(desk: Desk, path: Path) -> dict[str, str]:
    """Each way in which a file is ever opened."""
    data = path.read_bytes()
    return {
        "evidence": answer(lambda: add(desk, path)),
        "statement": answer(lambda: statement_json(read_any_statement(data, path.name))),
        "portfolio": answer(lambda: imports.plan_file(desk, path)),
        "exhibit": answer(lambda: bind(path, "")),
        "copy": answer(lambda: bind(path, "仅供核对")),
        "origin": answer(lambda: origin(data)),
        "masks": answer(lambda: number_masks(data, MIDDLE)),
    }


def too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {SECONDS} s of work on one file")


def memory() -> int:
    """The most that was ever held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (2**20 if sys.platform == "darwin" else 2**10)


def main(folder: Path, files: list[Path]) -> None:
    desk = create_desk(folder, "correct horse", SETTINGS, CLOCK, CHEAP)
    desk.store.add(Debtor("d0", "张三"))
    desk.store.add(Case("c0", desk.store.next_case_number("2026"), "d0", CLOCK.today()))
    written: list[str] = []
    sys.addaudithook(lambda event, arguments: _watch(event, arguments, folder, written))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    signal.signal(signal.SIGVTALRM, too_long)
    for path in files:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        begun = process_time()
        answers = every_use(desk, path)
        spent = process_time() - begun
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        told = {"file": path.name, **answers, "ms": round(spent * 1000), "mb": memory(), "outside": written[:]}
        print(json.dumps(told, ensure_ascii=False), flush=True)
        written.clear()
    desk.close()


_WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate", "shutil.move"}


def _watch(event: str, arguments: tuple[Any, ...], folder: Path, written: list[str]) -> None:
    """Every path that is changed and lies outside the desk."""
    if event == "open":
        path, mode, flags = arguments
        writes = bool(mode and set(mode) & set("wax+")) or bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    else:
        path, writes = (arguments[0] if arguments else ""), event in _WRITES
    if writes and isinstance(path, str | bytes | os.PathLike):
        place = Path(os.fsdecode(path)).absolute()
        if folder not in place.parents and place != Path("/dev/null"):
            written.append(f"{event} {place}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
