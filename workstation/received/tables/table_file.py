"""The one door to tables: bytes in, a `Table` out, or a refusal that says what the file is instead."""

from __future__ import annotations

import io
from typing import Final

from workstation.received.kinds import foreign, refuse_foreign
from workstation.received.tables.html_table import read_html
from workstation.received.tables.ods_table import is_ods, read_ods
from workstation.received.tables.table import MAX_BYTES, Table, refused
from workstation.received.tables.text_file import read_text
from workstation.received.tables.uncomputed import completed, refuse_uncomputed
from workstation.received.tables.workbook import read_workbook
from workstation.received.tables.xml_table import is_xml_spreadsheet, read_xml
from workstation.received.written.recognised import written_kind

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER: Final = {
    b"%PDF": "PDF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF",
}  # fmt: skip


def read_table(data: bytes, name: str = "") -> Table:
    """Read a CSV, XLSX, XLSB, XLS, ODS, HTML or XML-2003 file; the name serves for messages only, the kind is told by the content.

    Every cell becomes the text a person sees: days as ISO, numbers without a needless point, no invisible characters.
    Raises `Refused` with ``table_empty``, ``table_too_large``, ``table_damaged``, ``table_locked``, ``table_unsafe``,
    ``table_is_page``, ``table_unreadable``, ``zip_bomb``, or the ``kind_…`` of a file that is none (`refuse_foreign`).
    """
    if len(data) > MAX_BYTES:
        raise refused("table_too_heavy", name, size=f"{len(data) >> 20}", limit=f"{MAX_BYTES >> 20}")
    refuse_foreign(io.BytesIO(data), name)
    table = _read(data, name)
    if not any(sheet.rows for sheet in table.sheets):
        raise refused("table_empty", name)
    return table


def _read(data: bytes, name: str) -> Table:
    if data.startswith((_ZIP, _OLE)):
        return read_ods(data, name) if is_ods(data) else read_workbook(data, name)
    _refuse_others(data, name)
    if is_xml_spreadsheet(data):
        return read_xml(data, name)
    match written_kind(data):
        case "mail":
            raise foreign("kind_mail", name, "EML")
        case "mailbox":
            raise foreign("kind_mailbox", name, "mbox")
        case "html" | "web_archive":
            return read_html(data, name)
    return read_text(data, name)


def read_figures(data: bytes, name: str = "", computed: bytes = b"") -> Table:
    """A table whose figures are to be reckoned with: `read_table`, and no formula in it without a stored result.

    ``computed``: the same workbook, computed by an office program that a person chose to ask; only the results that lack are taken
    from it. Raises `Refused` as `read_table`, and with ``table_not_computed``.
    """
    table = read_table(data, name)
    if computed:
        table = completed(table, read_table(computed, name))
    return refuse_uncomputed(table, name)


def _refuse_others(data: bytes, name: str) -> None:
    for magic, kind in _OTHER.items():
        if data.startswith(magic):
            raise refused("table_unreadable", name, kind=kind)
