"""Files that hold the file that is meant: a locked PDF or ZIP, a ZIP with members, a mail, a saved page. Opened in memory alone."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal

from workstation.errors import Finding, Refused
from workstation.received.written.page import WrittenPage
from workstation.received.written.pages import opened_written
from workstation.received.written.recognised import HEAD, written_kind
from workstation.received.zip_names import member_name

if TYPE_CHECKING:
    from zipfile import ZipInfo

ContainerKind = Literal["", "pdf", "zip", "mail", "page"]
MAX_MEMBER: Final = 96 * 2**20
"""Bytes of a file taken out of a container: a long scan has thirty, and it is in memory as a whole."""
MAX_MEMBERS: Final = 1_000
_NAMED: Final = 12  # members that a sentence lists
_ZIP: Final = b"PK\x03\x04"
_DOCUMENTS: Final = (
    "[content_types].xml",
    "mimetype",
    "ofd.xml",
    "encryptions.xml",
    "xl/workbook.xml",
    "xl/workbook.bin",
)
"""What marks a ZIP as a document of its own, not as a box of files: OOXML, OpenDocument, OFD."""
_BROKEN: Final = (zlib.error, struct.error, OSError, ValueError, LookupError, EOFError, NotImplementedError)
"""What the reader of ZIP files raises over damage, besides its own."""
_LOCKED_FLAG: Final = 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another: its name as people wrote it, its size in bytes, whether a password is needed. ``form``: ``page``
    for the text of a mail or a saved page, set as PDF, ``table`` for the same text read as a table.
    """

    name: str
    size: int
    locked: bool
    form: Literal["", "page", "table"] = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds. ``kind`` empty: it is itself the file that is meant; ``locked``: nothing opens without a password."""

    kind: ContainerKind = ""
    locked: bool = False
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file taken out of a container: its bytes, and the name under which it is kept. ``page``: what is to be set as PDF, which
    then are the bytes.
    """

    name: str
    data: bytes
    page: WrittenPage | None = None


def contents(file: BinaryIO, name: str) -> Contents:
    """What an open file holds. Raises `Refused`: container_damaged, container_too_many."""
    head = _head(file)
    if b"%PDF-" in head:
        return Contents("pdf", True) if _is_locked(file) else Contents()
    if kind := written_kind(_head(file, HEAD)):
        members = tuple(_written_members(file.read(), name))
        file.seek(0)
        return Contents("mail" if kind == "mail" else "page", any(one.locked for one in members), members)
    if not head.startswith(_ZIP):
        return Contents()
    members = tuple(member for member, _ in _members(file, name))
    return Contents("zip", any(one.locked for one in members), members) if members else Contents()


def listed(members: Sequence[Member]) -> str:
    """Names of members as a sentence shows them."""
    return "、".join(one.name for one in members[:_NAMED]) + ("…" if len(members) > _NAMED else "")


def opened_member(file: BinaryIO, name: str, password: str, member: str) -> Opened:
    """The file that is meant, out of a container. ``member`` may stay empty where there is but one, and for a PDF.

    A PDF under the same password inside a ZIP is unlocked too. Raises `Refused`: container_password_needed,
    container_password_wrong, container_member_needed, container_member_unknown, container_too_large, container_damaged,
    container_not_one, and as `opened_written`.
    """
    if b"%PDF-" in _head(file):
        return Opened(name, _unlocked(file, name, password))
    if written_kind(_head(file, HEAD)):
        return _out_of_written(file.read(), name, password, member)
    if not file.read(len(_ZIP)) == _ZIP:
        raise _refused("container_not_one", name)
    entry, found = _chosen(file, name, member)
    return _ready(_unpacked(file, entry, name, password), PurePosixPath(found.name).name or found.name, password)


def _ready(data: bytes, name: str, password: str) -> Opened:
    """A file as it came out: a PDF without the lock that the same password opens, a page or mail to be set."""
    if b"%PDF-" in data[:1024] and _is_locked(io.BytesIO(data)):
        data = _unlocked(io.BytesIO(data), name, password)
    if written_kind(data):
        return Opened(f"{name}.pdf", b"", opened_written(data, name).page)
    return Opened(name, data)


def _written_members(data: bytes, name: str) -> Iterator[Member]:
    """What a mail or a saved page offers: its text as pages, as a table where it holds one, and the files attached."""
    written = opened_written(data, name)
    yield Member(f"{name}.pdf", len(data), False, "page")
    if written.table:
        yield Member(f"{name}.html", len(written.table), False, "table")
    for one in written.attachments:
        held = _inside(one.data, one.name)
        if held.kind == "zip":
            yield from (replace(inner, name=f"{one.name}/{inner.name}") for inner in held.members)
        else:
            yield Member(one.name, len(one.data), held.kind == "pdf")


def _inside(data: bytes, name: str) -> Contents:
    """What a file inside another holds; one that is broken is a file like any other until somebody chooses it."""
    try:
        return contents(io.BytesIO(data), name)
    except Refused:
        return Contents()


def _out_of_written(data: bytes, name: str, password: str, wanted: str) -> Opened:
    offered = list(_written_members(data, name))
    exact = [one for one in offered if wanted and one.name == wanted]
    fitting = exact or [one for one in offered if not wanted or PurePosixPath(one.name).name == wanted]
    if len(fitting) != 1:
        code = "container_member_unknown" if wanted else "container_member_needed"
        raise _refused(code, name, member=wanted, members=listed(offered))
    found, written = fitting[0], opened_written(data, name)
    if found.form == "page":
        return Opened(found.name, b"", written.page)
    if found.form == "table":
        return Opened(found.name, written.table)
    held = {one.name: one.data for one in written.attachments}
    if found.name in held:
        return _ready(held[found.name], found.name, password)
    box = next(one for one in written.attachments if found.name.startswith(f"{one.name}/"))
    return opened_member(io.BytesIO(box.data), box.name, password, found.name.removeprefix(f"{box.name}/"))


def _head(file: BinaryIO, size: int = 1024) -> bytes:
    file.seek(0)
    head = file.read(size)
    file.seek(0)
    return head


def _is_locked(file: BinaryIO) -> bool:
    import pikepdf  # here, since only a worker reads

    from workstation.received.pdf.opening import open_pdf

    try:
        open_pdf(file).close()
    except pikepdf.PasswordError:
        return True
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError):
        return False  # whoever opens it says what is wrong
    finally:
        file.seek(0)
    return False


def _unlocked(file: BinaryIO, name: str, password: str) -> bytes:
    """The PDF without its lock, otherwise as it was."""
    import pikepdf

    from workstation.received.pdf.opening import open_pdf
    from workstation.received.unpacking import Explosive, check_streams

    kept = io.BytesIO()
    try:
        with open_pdf(file, password) as pdf:
            check_streams(pdf)
            signed = _unsign(pdf)
            mode = pikepdf.ObjectStreamMode.disable if signed else pikepdf.ObjectStreamMode.preserve
            pdf.save(kept, encryption=False, fix_metadata_version=False, deterministic_id=True, object_stream_mode=mode)
    except pikepdf.PasswordError:
        raise _refused("container_password_wrong" if password else "container_password_needed", name) from None
    except Explosive as limit:
        raise _refused("pdf_bomb", name, limit=str(limit)) from None
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError):
        raise _refused("container_damaged", name) from None
    return kept.getvalue()


def _unsign(pdf: Any) -> bool:
    """Take the values out of signatures: made over the locked bytes, they would look broken in any copy without the lock."""
    import pikepdf

    found = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and {"/ByteRange", "/Contents"} <= set(one.keys())
    ]
    for one in found:
        one.Contents = pikepdf.String("")
    return bool(found)


def _members(file: BinaryIO, name: str) -> Iterator[tuple[Member, ZipInfo]]:
    """The files of a ZIP; none for a document that is one."""
    with _zip(file, name) as box:
        entries = box.infolist()
    if len(entries) > MAX_MEMBERS:
        raise _refused("container_too_many", name, limit=f"{MAX_MEMBERS:,}")
    if {entry.filename.lower() for entry in entries} & {*_DOCUMENTS}:
        return
    for entry in entries:
        if not entry.is_dir():
            yield Member(member_name(entry), entry.file_size, bool(entry.flag_bits & _LOCKED_FLAG)), entry


def _zip(file: BinaryIO, name: str) -> Any:
    import pyzipper

    try:
        return pyzipper.AESZipFile(file)
    except (pyzipper.BadZipFile, *_BROKEN):
        raise _refused("container_damaged", name) from None


def _chosen(file: BinaryIO, name: str, wanted: str) -> tuple[ZipInfo, Member]:
    """The member that is meant; its name may be told without its folders where that says enough."""
    found = [(entry, member) for member, entry in _members(file, name)]
    exact = [one for one in found if wanted and one[1].name == wanted]
    fitting = exact or [one for one in found if not wanted or PurePosixPath(one[1].name).name == wanted]
    if len(fitting) == 1:
        return fitting[0]
    code = "container_member_unknown" if wanted else "container_member_needed"
    raise _refused(code, name, member=wanted, members=listed([member for _, member in found]))


def _unpacked(file: BinaryIO, entry: ZipInfo, name: str, password: str) -> bytes:
    """The bytes of a member, as many as it may have and not as many as it claims."""
    import pyzipper

    if entry.flag_bits & _LOCKED_FLAG and not password:
        raise _refused("container_password_needed", name)
    data: bytes = b""
    for secret in _secrets(password):
        try:
            with _zip(file, name) as box, box.open(entry, pwd=secret or None) as member:
                data = member.read(MAX_MEMBER + 1)
            break
        except RuntimeError:  # pyzipper's word for a password that does not open
            continue
        except (pyzipper.BadZipFile, *_BROKEN):
            if entry.flag_bits & _LOCKED_FLAG:  # one in 256 wrong passwords passes the first look of ZipCrypto
                continue
            raise _refused("container_damaged", name) from None
    else:
        raise _refused("container_password_wrong", name)
    if len(data) > MAX_MEMBER:
        raise _refused("container_too_large", name, limit=f"{MAX_MEMBER >> 20} MB")
    return data


def _secrets(password: str) -> Iterator[bytes]:
    """The password as programs of either encoding write it."""
    first = password.encode("utf-8", "surrogatepass")
    yield first
    try:
        if (other := password.encode("gb18030")) != first:
            yield other
    except UnicodeEncodeError:
        return


def _refused(code: str, name: str, **figures: str) -> Refused:
    return Refused(Finding(code, name, {"file": name, **figures}))
