"""Mail taken apart: what its header says, the text that a person reads, the pictures in it, and the files attached."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import CloseBoundaryNotFoundDefect, MessageError, StartBoundaryNotFoundDefect
from email.header import decode_header
from email.message import EmailMessage, Message
from typing import Final, Literal, cast

from workstation.received.written.encodings import wider, written_text
from workstation.received.written.recognised import mail_start

_FIELDS: Final[tuple[Literal["from", "to", "cc", "date", "subject"], ...]] = ("from", "to", "cc", "date", "subject")
_ODD: Final = (ValueError, LookupError, AttributeError, TypeError, MessageError, AssertionError)
"""What the standard library raises over headers and bodies that break the rules."""
_MOST_PARTS: Final = 1_000
_MOST_BOXES: Final = 100
"""Parts that hold parts; a mail forwarded ten times has some thirty, and the parser takes long over many in each other."""
_NO_NAME: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')


class MailDamaged(Exception):
    """The bytes are no mail that can be taken apart."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a mail; its name is no other's."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Body:
    """One part that is read as text: in HTML or as it stands."""

    text: str
    html: bool
    encoding: str


@dataclass(frozen=True, slots=True)
class Mail:
    """``fields``: what the header says to people; ``pictures``: those that texts name, by ``cid:…`` or their address."""

    fields: tuple[tuple[Literal["from", "to", "cc", "date", "subject"], str], ...]
    bodies: tuple[Body, ...]
    pictures: dict[str, bytes]
    attachments: tuple[Attachment, ...]


def opened_mail(data: bytes) -> Mail:
    """A mail, or a page saved as one file. Raises `MailDamaged`."""
    if data.count(b"multipart/") > _MOST_BOXES:
        raise MailDamaged
    try:
        message = email.message_from_bytes(data[mail_start(data) :], policy=email.policy.default)
        parts = list(_leaves(message))
    except (RecursionError, *_ODD):
        raise MailDamaged from None
    if not parts or len(parts) > _MOST_PARTS or any(map(_is_cut, message.walk())):
        raise MailDamaged
    bodies = tuple(_body(part) for part in parts if _is_body(part))
    named = "".join(body.text for body in bodies)
    pictures = dict(_pictures(part for part in parts if not _is_body(part)))
    used = {name: picture for name, picture in pictures.items() if name.removeprefix("cid:") in named}
    taken = {id(picture) for picture in used.values()}
    return Mail(tuple(_fields(message)), bodies, used, tuple(_attachments(parts, pictures, taken)))


def _is_cut(part: Message) -> bool:
    """Whether a part of several ends without its last line: the end of the file is missing."""
    return any(isinstance(one, CloseBoundaryNotFoundDefect | StartBoundaryNotFoundDefect) for one in part.defects)


def _leaves(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """Parts that hold something, in their order; of several forms of one text the richest that is read."""
    kind = message.get_content_type()
    if depth > 30:
        raise MailDamaged
    if kind == "multipart/alternative":
        forms = [list(_leaves(cast(EmailMessage, part), depth + 1)) for part in message.iter_parts()]
        read = [form for form in forms if any(map(_is_body, form))]
        rich = [form for form in read if any(part.get_content_type() == "text/html" for part in form)]
        chosen = (rich or read or forms)[-1:]
        yield from (part for form in chosen for part in form)
        yield from (part for form in forms if form not in chosen for part in form if not _is_body(part))
    elif message.is_multipart() and kind != "message/rfc822":
        for part in message.iter_parts():
            yield from _leaves(cast(EmailMessage, part), depth + 1)
    else:
        yield message


def _is_body(part: EmailMessage) -> bool:
    plain = part.get_content_type() in ("text/plain", "text/html")
    return plain and part.get_content_disposition() != "attachment" and not _file_name(part)


def _body(part: EmailMessage) -> Body:
    text, encoding = written_text(_bytes(part), wider(str(part.get_content_charset() or "")))
    return Body(text, part.get_content_type() == "text/html", encoding)


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage) else b""
    try:
        held = part.get_payload(decode=True)
    except _ODD:
        held = None
    return held if isinstance(held, bytes) else b""


def _fields(message: EmailMessage) -> Iterator[tuple[Literal["from", "to", "cc", "date", "subject"], str]]:
    for name in _FIELDS:
        for given, value in message.raw_items():
            if given.lower() == name and (text := _words(str(value))):
                yield name, text


def _words(raw: str) -> str:
    """A header as people read it, whatever the program that wrote it thought of the rules."""
    if any("\udc80" <= char <= "\udcff" for char in raw):
        raw = written_text(raw.encode("utf-8", "surrogateescape"))[0]
    try:
        parts = decode_header(re.sub(r"\r?\n(?=[ \t])", "", raw))
    except _ODD:
        parts = [(raw, None)]
    words = "".join(
        part if isinstance(part, str) else written_text(part, wider(encoding or "raw_unicode_escape"))[0]
        for part, encoding in parts
    )
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def _file_name(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except _ODD:
        name = ""
    return _words(name).rpartition("/")[2].rpartition("\\")[2].strip() if name else ""


def _pictures(parts: Iterator[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part.get_content_maintype() == "image":
            data = _bytes(part)
            for header, sign in (("content-id", "cid:"), ("content-location", "")):
                if name := str(part.get(header, "")).strip().strip("<>"):
                    yield sign + name, data


def _attachments(parts: list[EmailMessage], pictures: dict[str, bytes], taken: set[int]) -> Iterator[Attachment]:
    """Every part that is no text and no picture placed in one; names that come twice get a number."""
    seen: set[str] = set()
    placed = {data for data in pictures.values() if id(data) in taken}
    for number, part in enumerate(parts, 1):
        if _is_body(part):
            continue
        data = _bytes(part)
        if data and data not in placed:
            yield Attachment(_unique(_NO_NAME.sub("_", _file_name(part)) or _made_name(part, number), seen), data)


def _made_name(part: EmailMessage, number: int) -> str:
    kind = part.get_content_type()
    return f"{number}.{'eml' if kind == 'message/rfc822' else kind.rpartition('/')[2]}"


def _unique(name: str, seen: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    found, number = name, 2
    while found.lower() in seen:
        found, number = (f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"), number + 1
    seen.add(found.lower())
    return found
