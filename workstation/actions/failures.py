"""An error that reached the border of the program, as what a person should know of it."""

from __future__ import annotations

from pathlib import Path

from workstation.errors import Damaged, Finding, Refused
from workstation.store.storage_errors import OTHER, storage_code, storage_failed


def findings_of(error: BaseException) -> tuple[Finding, ...]:
    """What the error says in findings; none when it is a fault of ours.

    An error of the system names the file it is about; that a disk is full or failing is said of the disk.
    """
    if isinstance(error, Refused):
        return error.findings
    if isinstance(error, Damaged):
        return (Finding("damaged", "", {"reason": str(error)}),)
    if isinstance(error, OSError) and error.filename is not None:
        name = Path(str(error.filename)).name
        return (Finding("file_failed", name, {"file": name, "reason": error.strerror or type(error).__name__}),)
    if isinstance(error, OSError) and storage_code(error) == OTHER:
        return ()
    failed = storage_failed(error)
    return failed.findings if failed else ()
