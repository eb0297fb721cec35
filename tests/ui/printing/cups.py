"""A spooler of its own for tests: cupsd under a folder, with one queue whose printer writes PDF files (cups-pdf).

Needs root, since the printer's own settings lie under /etc/cups. Nothing sleeps: the printer tells when it is done.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tools import needs

QUEUE = "concord"
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_SETTINGS = Path("/etc/cups/cups-pdf.conf")

_SERVER = """\
Listen {folder}/cups.sock
LogLevel warn
PreserveJobHistory No
PreserveJobFiles No
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}/root
StateDir {folder}/state
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
User lp
Group lp
SystemGroup root
Sandboxing Relaxed
"""


class Spooler:
    """The running spooler; `printed` waits for the next paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def admin(self, *words: str) -> None:
        """Change the queue."""
        subprocess.run(words, check=True, capture_output=True)

    def printed(self) -> bytes:
        """What the printer wrote; waits until it says that it is done."""
        name = (self._folder / "done").read_text("utf-8").strip()
        return Path(name).read_bytes()


@contextmanager
def spooler(folder: Path) -> Iterator[Spooler]:
    """Start cupsd with its one queue, and stop it."""
    tools = {tool: needs(tool) for tool in ("cupsd", "lp", "lpstat", "lpadmin", "cupsdisable", "cupsenable")}
    if os.geteuid() != 0 or not _PPD.exists():
        pytest.skip("a spooler of its own needs root and cups-pdf")
    settings = _settings(folder)
    words = (tools["cupsd"], "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf"))
    with subprocess.Popen(words) as server:
        try:
            _wait_for(tools["lpstat"])
            device = f"cups-pdf:/{settings.stem.removeprefix('cups-pdf-')}"
            made = Spooler(folder)
            made.admin(tools["lpadmin"], "-p", QUEUE, "-E", "-v", device, "-P", str(_PPD))
            yield made
        finally:
            server.terminate()
            settings.unlink()


def _wait_for(lpstat: str) -> None:
    """Ask until it answers; each question takes some milliseconds by itself."""
    for _ in range(5000):
        if b"is running" in subprocess.run((lpstat, "-r"), capture_output=True, check=False).stdout:
            return
    pytest.fail("the spooler does not answer")


def _settings(folder: Path) -> Path:
    """Everything cupsd and cups-pdf read, all of it under the folder but the one file that must lie elsewhere."""
    folder.chmod(0o755)
    for name in ("root/ppd", "root/ssl", "state", "cache", "spool/tmp", "out"):
        (folder / name).mkdir(parents=True)
    for name in ("spool/tmp", "out"):
        (folder / name).chmod(0o1777)
    (folder / "cupsd.conf").write_text(_SERVER.format(folder=folder), "utf-8")
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder), "utf-8")
    os.mkfifo(folder / "done")
    show_message = folder / "tell"
    show_message.write_text(f'#!/bin/sh\necho "$1" > {folder}/done\n', "utf-8")
    show_message.chmod(0o755)
    given = [line for line in _SETTINGS.read_text("utf-8").splitlines() if not line.startswith("Out ")]
    mine = [f"Out {folder}/out", f"AnonDirName {folder}/out", f"PostProcessing {show_message}"]
    path = _SETTINGS.with_name(f"cups-pdf-concord-{os.getpid()}.conf")
    path.write_text("\n".join((*given, *mine)) + "\n", "utf-8")
    return path
