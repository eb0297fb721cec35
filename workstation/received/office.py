"""An installed LibreOffice asked to compute a workbook or set a letter, when a person chose so, with a profile thrown away after.

It runs none of the file's macros, updates no links and reaches no network; the file lies in a folder of this user alone meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused

LIMIT: Final = 120
"""Seconds for one workbook; the first start of an empty profile takes some ten."""
_OFTEN: Final = 1
_MOST: Final = 64 * 2**20
_MEMORY: Final = 4 * 2**30
"""Bytes of address space: the program reserves some two of it at rest."""
LETTERS: Final = {"DOC": ".doc", "DOCX": ".docx", "WPS": ".wps", "RTF": ".rtf", "ODT": ".odt", "WordML": ".xml"}
"""Kinds of text documents that it sets, by their name in `kinds`, with the end by which it knows them."""
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SETTINGS: Final = (
    ("org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Everything is computed when it is opened, whatever results are stored; the network ends at a port where nobody listens."""


def office_program() -> Path | None:
    """The LibreOffice of this machine, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else next((path for path in map(Path, _PLACES) if path.is_file()), None)


def computed(
    data: bytes, name: str, program: Path, waiting: Callable[[], None] | None = None, limit: int = LIMIT
) -> bytes:
    """The workbook as XLSX with the results of its formulas, computed anew. Takes seconds: never on the thread of a window.

    ``waiting`` is called now and then; by raising it gives up. Raises `Refused` (office_failed) when the program does not answer
    with a workbook within ``limit`` seconds.
    """
    return _converted(data, name, "list.xlsx", "xlsx:Calc MS Excel 2007 XML", program, waiting, limit)


def letter_pdf(
    data: bytes, name: str, kind: str, program: Path, waiting: Callable[[], None] | None = None, limit: int = LIMIT
) -> bytes:
    """A text document as PDF; ``kind`` as `kinds.foreign_kind` names it. As `computed`, but for ``office_no_pdf``: the program has
    no part that reads letters, or does not know this one.
    """
    try:
        found = _converted(data, name, f"letter{LETTERS[kind]}", "pdf:writer_pdf_Export", program, waiting, limit)
    except Refused:
        raise Refused(Finding("office_no_pdf", name, {"name": name})) from None
    if not found.startswith(b"%PDF-"):
        raise Refused(Finding("office_no_pdf", name, {"name": name}))
    return found


def _converted(
    data: bytes, name: str, source_name: str, wanted: str, program: Path, waiting: Callable[[], None] | None, limit: int
) -> bytes:
    with tempfile.TemporaryDirectory(prefix="concord-", dir=_in_memory(), ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        _profile(root / "profile")
        source, made = root / source_name, root / "made"
        source.write_bytes(data)
        made.mkdir()
        _run([str(program), *_order(root / "profile", source, made, wanted)], root, name, waiting, limit)
        result = made / f"{source.stem}.{wanted.partition(':')[0]}"
        if not result.is_file() or result.stat().st_size > _MOST:
            raise _failed(name)
        return result.read_bytes()


def _order(profile: Path, source: Path, made: Path, wanted: str) -> list[str]:
    return [
        f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        "--convert-to", wanted, "--outdir", str(made), str(source),
    ]  # fmt: skip


def _in_memory() -> str | None:
    """A place that never reaches a disk, where the system has one."""
    place = Path("/dev/shm")  # a folder of one's own is made in it
    return str(place) if sys.platform == "linux" and os.access(place, os.W_OK) else None


def _profile(folder: Path) -> None:
    lines = [
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    ]
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        + "\n".join(lines)
        + "\n</oor:items>\n",
        "utf-8",
    )


def _run(order: list[str], folder: Path, name: str, waiting: Callable[[], None] | None, limit: int) -> None:
    try:
        process = subprocess.Popen(
            order, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise _failed(name) from None
    _bound(process.pid)
    until = time.monotonic() + limit
    try:
        while True:
            try:
                process.wait(_OFTEN)
                return
            except subprocess.TimeoutExpired:
                if time.monotonic() > until:
                    raise _failed(name) from None
            if waiting is not None:
                waiting()
    finally:
        if process.poll() is None:
            _stop(process)


def _bound(pid: int) -> None:
    """Bound the memory of the program and what it starts, where the system can."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):  # it may have ended
            resource.prlimit(pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; it is the leader of a group of its own where there are groups."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failed(name: str) -> Refused:
    return Refused(Finding("office_failed", name, {"name": name}))
