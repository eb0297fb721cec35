"""Kinds of file that nobody here reads, told by their content, so that each is named with one way out."""

from __future__ import annotations

import zipfile
from typing import BinaryIO, Final

from workstation.errors import Finding, Refused
from workstation.received.ole import MAGIC, root_names

_HEAD: Final = 4096
_ISO: Final = 32_769

_MAGIC: Final[tuple[tuple[int, bytes, str, str], ...]] = (
    (0, b"Rar!\x1a\x07", "kind_archive", "RAR"),
    (0, b"7z\xbc\xaf\x27\x1c", "kind_archive", "7z"),
    (0, b"\x1f\x8b", "kind_archive", "gzip"),
    (0, b"BZh", "kind_archive", "bzip2"),
    (0, b"\xfd7zXZ\x00", "kind_archive", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "kind_archive", "zstd"),
    (0, b"MSCF\x00\x00\x00\x00", "kind_archive", "CAB"),
    (2, b"-lh", "kind_archive", "LZH"),
    (257, b"ustar", "kind_archive", "tar"),
    (0, b"{\\rtf", "kind_word", "RTF"),
    (0, b"\x21\x42\x44\x4e", "kind_outlook", "PST"),
    (0, b"\x78\x9f\x3e\x22", "kind_outlook", "winmail.dat"),
    (8, b"AVI LIST", "kind_video", "AVI"),
    (0, b"\x1a\x45\xdf\xa3", "kind_video", "Matroska"),
    (0, b"FLV\x01", "kind_video", "FLV"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "kind_video", "WMV"),
    (0, b"\x00\x00\x01\xba", "kind_video", "MPEG"),
    (4, b"moov", "kind_video", "MOV"),
    (4, b"mdat", "kind_video", "MOV"),
    (4, b"wide", "kind_video", "MOV"),
    (8, b"WAVEfmt ", "kind_sound", "WAV"),
    (0, b"ID3", "kind_sound", "MP3"),
    (0, b"OggS", "kind_sound", "Ogg"),
    (0, b"fLaC", "kind_sound", "FLAC"),
    (0, b"#!AMR", "kind_sound", "AMR"),
    (0, b"#!SILK", "kind_sound", "SILK"),
    (1, b"#!SILK", "kind_sound", "SILK"),
    (0, b"caff\x00\x01", "kind_sound", "CAF"),
    (0, b"ITSF\x03\x00", "kind_print", "CHM"),
    (0, b"%!PS", "kind_print", "PostScript"),
    (0, b"AT&TFORM", "kind_print", "DjVu"),
    (0, b"CAJ\x00", "kind_print", "CAJ"),
    (0, b"\x1b%-12345X", "kind_print", "PCL"),
    (0, b"8BPS", "kind_drawing", "Photoshop"),
    (0, b"AC10", "kind_drawing", "DWG"),
    (0, b"\xd7\xcd\xc6\x9a", "kind_drawing", "WMF"),
    (40, b" EMF", "kind_drawing", "EMF"),
    (0, b"SQLite format 3\x00", "kind_database", "SQLite"),
    (4, b"Standard Jet DB", "kind_database", "Access"),
    (4, b"Standard ACE DB", "kind_database", "Access"),
    (0, b"MZ", "kind_program", "EXE"),
    (0, b"\x7fELF", "kind_program", "ELF"),
    (0, b"L\x00\x00\x00\x01\x14\x02\x00", "kind_shortcut", "LNK"),
    (0, b"[InternetShortcut]", "kind_shortcut", "URL"),
    (0, b"\x09\x00\x04\x00", "kind_old_workbook", "Excel 2"),
    (0, b"\x09\x02\x06\x00", "kind_old_workbook", "Excel 3"),
    (0, b"\x09\x04\x06\x00", "kind_old_workbook", "Excel 4"),
    (0, b"\x09\x08\x08\x00", "kind_old_workbook", "BIFF"),
    (0, b"\x09\x08\x10\x00", "kind_old_workbook", "BIFF"),
)
"""(place, first bytes, code, name of the kind). The last are worksheet streams without their container: Excel 2 to 4, and tools
that forget to wrap a newer one.
"""
_TEXTS: Final = (b"{\\rtf", b"%!PS", b"[InternetShortcut]")
_STILL: Final = frozenset((b"mif1", b"heic", b"heix", b"avif"))
_SEQUENCE: Final = frozenset((b"hevc", b"hevx", b"msf1", b"avis"))
_PICTURES: Final = _STILL | _SEQUENCE | {b"heim", b"heis", b"jp2 "}
_SOUND: Final = frozenset((b"M4A ", b"M4B ", b"M4P "))
_STREAMS: Final = {
    "WordDocument": ("kind_word", "DOC"),
    "PowerPoint Document": ("kind_slides", "PPT"),
    "__properties_version1.0": ("kind_outlook", "MSG"),
    "VisioDocument": ("kind_drawing", "Visio"),
    "CONTENTS": ("kind_word", "WPS"),
    "MatOST": ("kind_word", "WPS"),
    "HwpSummaryInformation": ("kind_word", "HWP"),
    "\x05HwpSummaryInformation": ("kind_word", "HWP"),
    "Catalog": ("kind_drawing", "Thumbs.db"),
}
"""Root streams of compound files; ``CONTENTS`` is Microsoft Works."""
_WORKBOOK: Final = frozenset(("Workbook", "Book"))
_MEMBERS: Final = {
    "word/document.xml": ("kind_word", "DOCX"),
    "ppt/presentation.xml": ("kind_slides", "PPTX"),
    "visio/document.xml": ("kind_drawing", "VSDX"),
    "index/document.iwa": ("kind_iwork", "iWork"),
    "index.zip": ("kind_iwork", "iWork"),
    "index.apxl": ("kind_iwork", "iWork"),
    "fixeddocumentsequence.fdseq": ("kind_print", "XPS"),
    "fixeddocseq.fdseq": ("kind_print", "XPS"),
    "androidmanifest.xml": ("kind_program", "APK"),
}
_TYPES: Final = {
    "application/vnd.oasis.opendocument.text": ("kind_word", "ODT"),
    "application/vnd.oasis.opendocument.presentation": ("kind_slides", "ODP"),
    "application/vnd.oasis.opendocument.graphics": ("kind_drawing", "ODG"),
    "application/epub+zip": ("kind_print", "EPUB"),
}


def refuse_foreign(file: BinaryIO, name: str) -> None:
    """Raise `Refused` for a kind that is not read: its code names the kind (``kind_…``) and the sentence a way out."""
    found = foreign_kind(file)
    file.seek(0)
    if found is not None:
        raise foreign(found[0], name, found[1])


def foreign(code: str, name: str, kind: str) -> Refused:
    """The refusal of a kind, to be raised."""
    return Refused(Finding(code, name, {"file": name, "name": name, "kind": kind}))


def foreign_kind(file: BinaryIO) -> tuple[str, str] | None:
    """Code and name of a kind that is not read, None for every other file."""
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(file)
    if head.startswith(MAGIC):
        return _compound(file)
    if head[4:8] == b"ftyp":
        return _boxed(head)
    told = next((one[2:] for one in _MAGIC if head.startswith(one[1], one[0]) and _is_no_word(one[1], head)), None)
    if told is not None:
        return told
    file.seek(_ISO)
    return ("kind_archive", "ISO") if file.read(5) == b"CD001" and b"\x00" in head else _text(head)


def _is_no_word(magic: bytes, head: bytes) -> bool:
    """Letters that begin a binary file may begin a list, too (MZ, AC10): a list holds no zeros."""
    return b"\x00" in head or magic.startswith(_TEXTS) or not magic.decode("latin-1").isprintable()


def _compound(file: BinaryIO) -> tuple[str, str] | None:
    names = root_names(file)
    if names & _WORKBOOK:  # WPS puts a stream of its own beside it in an .et
        return None
    return next((told for stream, told in _STREAMS.items() if stream in names), None)


def _boxed(head: bytes) -> tuple[str, str] | None:
    """ISO base media: a film, a sound, or pictures in a row without a still one; still pictures are read."""
    end = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end, 4))}
    if head[8:12] in _SEQUENCE:
        return None if brands & _STILL else ("kind_sequence", "HEICS")
    if head[8:12] in _PICTURES:
        return None
    return ("kind_sound", "M4A") if head[8:12] in _SOUND else ("kind_video", "MOV" if head[8:10] == b"qt" else "MP4")


def _zipped(file: BinaryIO) -> tuple[str, str] | None:
    try:
        with zipfile.ZipFile(file) as box:
            names = {entry.filename.lower(): entry for entry in box.infolist()}
            if (typed := names.get("mimetype")) is not None and typed.file_size < 100:
                return _TYPES.get(box.read(typed).decode("ascii", "replace").strip())
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, RuntimeError, NotImplementedError, EOFError):
        return None  # whoever opens it says what is wrong
    return next((told for member, told in _MEMBERS.items() if member in names), None)


def _text(head: bytes) -> tuple[str, str] | None:
    """Kinds that are written in letters: pictures of lines, mailboxes, links."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:400].lower()
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        return "kind_drawing", "SVG"
    if start.startswith(b"<?xml") and b"word/2003/wordml" in head.lower():
        return "kind_word", "WordML"
    if start.startswith((b"begin:vcard", b"begin:vcalendar")):
        return "kind_contacts", "vCard"
    return None
