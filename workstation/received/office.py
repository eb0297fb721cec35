"""An installed LibreOffice asked to compute a workbook: only when a person chose so, with a profile of its own that is thrown away.

It runs none of the file's macros, updates no links and reaches no network; the file lies in a folder of this user alone meanwhile.
"""

from __future__ import annotations

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
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SETTINGS: Final = (
    ("org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
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
    with tempfile.TemporaryDirectory(prefix="concord-", dir=_in_memory(), ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        _profile(root / "profile")
        source, made = root / "list.xlsx", root / "made"
        source.write_bytes(data)
        made.mkdir()
        _run([str(program), *_order(root / "profile", source, made)], root, name, waiting, limit)
        result = made / "list.xlsx"
        if not result.is_file() or result.stat().st_size > _MOST:
            raise _failed(name)
        return result.read_bytes()


def _order(profile: Path, source: Path, made: Path) -> list[str]:
    return [
        f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(made), str(source),
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


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; it is the leader of a group of its own where there are groups."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failed(name: str) -> Refused:
    return Refused(Finding("office_failed", name, {"name": name}))
