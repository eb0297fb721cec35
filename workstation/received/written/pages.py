"""Mails and saved pages as what is to be set on pages: texts, tables, and the pictures that came along; nothing is fetched."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from workstation.characters import restored
from workstation.errors import Finding, Refused
from workstation.received.written.encodings import written_text
from workstation.received.written.grid_builder import TooLarge
from workstation.received.written.mail import Attachment, Body, Mail, MailDamaged, opened_mail
from workstation.received.written.markup import Markup, grids, pieces_of
from workstation.received.written.page import Grid, Paragraph, Picture, PictureLink, WrittenPage
from workstation.received.written.recognised import written_kind

_LONGEST: Final = 1600
"""Pixels of the longer side of a picture: 230 dpi over the width of a page."""
_LEAST: Final = 4
"""Pixels; what is smaller is no picture but a spacer."""
_MOST_PICTURES: Final = 300
_HAN: Final = re.compile("[\u3400-\u9fff]")
_OUTSIDE: Final = ("http:", "https:", "//")
_ESCAPED: Final = re.compile(rb"%([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Written:
    """A mail or saved page opened: what is set as pages, the HTML of its text where that holds a table, the files in it."""

    page: WrittenPage
    table: bytes
    attachments: tuple[Attachment, ...]


def opened_written(data: bytes, name: str) -> Written:
    """What a mail, a web archive or a page of HTML holds. Raises `Refused`: container_damaged, table_too_large, kind_mailbox."""
    kind = written_kind(data)
    if kind == "mailbox":
        raise Refused(Finding("kind_mailbox", name, {"file": name, "name": name, "kind": "mbox"}))
    try:
        if kind == "html":
            text, encoding = written_text(data)
            return _opened(Mail((), (Body(text, True, encoding),), {}, ()))
        mail = opened_mail(data)
        return _opened(mail if kind == "mail" else _as_page(mail))
    except MailDamaged:
        raise Refused(Finding("container_damaged", name, {"file": name})) from None
    except TooLarge as size:
        figures = {"name": name, "rows": str(size), "columns": "", "limit": "200,000"}
        raise Refused(Finding("table_too_large", name, figures)) from None


def _as_page(mail: Mail) -> Mail:
    """A saved page is read by its text; frames, styles and scripts beside it are no files that anybody attached."""
    return Mail(tuple((name, text) for name, text in mail.fields if name == "date"), mail.bodies, mail.pictures, ())


def markups(data: bytes) -> Iterator[Markup]:
    """The parts in HTML of a page or web archive with everything in them, hidden or not. Raises `MailDamaged`, `TooLarge`."""
    if written_kind(data) == "html":
        yield pieces_of(written_text(data)[0], all_parts=True)
        return
    yield from (pieces_of(body.text, all_parts=True) for body in opened_mail(data).bodies if body.html)


def _opened(mail: Mail) -> Written:
    blocks: list[Paragraph | Grid | Picture] = []
    seen = remote = broken = hidden = dropped = 0
    title, table = "", b""
    for body in mail.bodies:
        if not body.html:
            blocks += [
                Paragraph(text) for text in re.split(r"\n\s*\n", body.text.replace("\r\n", "\n")) if text.strip()
            ]
            continue
        markup = pieces_of(body.text)
        title, hidden, dropped = title or markup.title, hidden + markup.hidden, dropped + markup.dropped
        if grids(markup) and not table:
            table = b"\xef\xbb\xbf<!DOCTYPE html>\n" + body.text.encode("utf-8", "replace")
        for piece in markup.pieces:
            if isinstance(piece, PictureLink):
                seen += 1
                found = _picture(piece, mail.pictures) if seen <= _MOST_PICTURES else None
                remote += found is None and piece.source.startswith(_OUTSIDE)
                broken += found is None and not piece.source.startswith(_OUTSIDE)
                blocks += [found] if found is not None and found.width >= _LEAST <= found.height else []
            else:
                blocks += _plain(piece)
    fields = (*(((("title", title)),) if title and not mail.fields else ()), *mail.fields)
    names = tuple(one.name for one in mail.attachments)
    page = WrittenPage(_language(mail, blocks), fields, tuple(blocks), remote, broken, hidden, names, dropped)
    return Written(page, table, mail.attachments)


def _plain(piece: Paragraph | Grid) -> list[Paragraph | Grid]:
    """A table that only holds things in place is text; columns that hold nothing are left out."""
    if isinstance(piece, Paragraph):
        return [Paragraph(restored(piece.text), piece.heading)]
    width = max(map(len, piece.rows))
    rows = [tuple(restored(cell) for cell in row) + ("",) * (width - len(row)) for row in piece.rows if any(row)]
    used = [column for column in range(width) if any(row[column] for row in rows)]
    if len(used) < 2:
        return [Paragraph(row[used[0]]) for row in rows if used]
    return [Grid(tuple(tuple(row[column] for column in used) for row in rows))]


def _picture(link: PictureLink, pictures: Mapping[str, bytes]) -> Picture | None:
    """A picture that came along, opened and written anew as PNG or JPEG; None for one that did not, or is none."""
    data = _data_url(link.source) if link.source.startswith("data:") else _carried(link.source, pictures)
    return _drawn(data, link.words) if data else None


def _carried(source: str, pictures: Mapping[str, bytes]) -> bytes:
    if source in pictures:
        return pictures[source]
    last = source.rpartition("/")[2]
    outside = not last or source.startswith(("cid:", *_OUTSIDE))
    return b"" if outside else next((data for name, data in pictures.items() if name.rpartition("/")[2] == last), b"")


def _data_url(source: str) -> bytes:
    head, _, body = source[5:].partition(",")
    if not head.startswith("image/"):
        return b""
    raw = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), body.encode("utf-8", "replace"))
    try:
        return base64.b64decode(b"".join(raw.split())) if head.endswith(";base64") else raw
    except (binascii.Error, ValueError):
        return b""


def _drawn(data: bytes, words: str) -> Picture | None:
    from PIL import Image

    from workstation.received.pictures import PictureTooLarge, PictureUnreadable, TooManyFrames, frames

    try:
        frame = next(frames(data))
    except (PictureUnreadable, PictureTooLarge, TooManyFrames, StopIteration):
        return None
    frame.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if frame.mode in ("1", "L") or frame.getcolors(256) is not None:
        frame.save(file, "PNG")
    else:
        frame.save(file, "JPEG", quality=88)
    return Picture(file.getvalue(), frame.width, frame.height, words)


def _language(mail: Mail, blocks: list[Paragraph | Grid | Picture]) -> str:
    """The language of the words around: that of the text."""
    if any(body.encoding.startswith("big5") for body in mail.bodies):
        return "zh-Hant"
    texts = [text for _, text in mail.fields]
    texts += [one.text for one in blocks if isinstance(one, Paragraph)]
    texts += [cell for one in blocks if isinstance(one, Grid) for row in one.rows for cell in row]
    return "zh-Hans" if any(map(_HAN.search, texts)) else "en"
