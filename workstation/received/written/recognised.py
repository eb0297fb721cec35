"""Whether bytes are a mail, a mailbox, a web page saved as one file, or a page of HTML: told by how they begin."""

from __future__ import annotations

import re
from typing import Final, Literal

Written = Literal["", "mail", "mailbox", "web_archive", "html"]

HEAD: Final = 65_536
"""Bytes by which they are told; the header of a mail that went a long way has some thousands."""
_FIELD: Final = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?=[ \t\r\n]|.)")
_KNOWN: Final = frozenset(
    (
        b"from",
        b"to",
        b"cc",
        b"subject",
        b"date",
        b"received",
        b"return-path",
        b"delivered-to",
        b"message-id",
        b"mime-version",
        b"content-type",
        b"content-transfer-encoding",
        b"content-location",
        b"sender",
        b"reply-to",
        b"dkim-signature",
        b"authentication-results",
    )
)
"""Fields of RFC 5322 and 2045 that mail has and nothing else has three of."""
_ENOUGH: Final = 3
_UNIX: Final = re.compile(rb"From [^\r\n]*(?:19|20)[0-9]{2}[^\r\n]*\r?\n")
_COUNTED: Final = re.compile(rb"[0-9]{1,10} *\r?\n")
_NEXT: Final = re.compile(rb"\r?\n\r?\nFrom [^\r\n]*(?:19|20)[0-9]{2}[^\r\n]*\r?\n[A-Za-z-]+:")
_PAGE: Final = re.compile(
    rb"(?>\s|<!--.*?-->|<\?xml.*?\?>)*+<(?:!doctype\s+html|html|head|body|table|meta|title|style|script|div|p|font|span|center|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_RELATED: Final = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED: Final = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*(?:=\?[^?]*\?[bq]\?)?<?\s*saved by |x-mimeole:.*)",
    re.IGNORECASE | re.MULTILINE,
)


def written_kind(data: bytes) -> Written:
    """What kind of written thing this is; empty for anything else. ``data``: the whole file, or its beginning."""
    text = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data[:HEAD].decode("utf-16", "ignore").encode("ascii", "ignore").lstrip()
    if _PAGE.match(text):
        return "html"
    if _UNIX.match(text) and _NEXT.search(data):
        return "mailbox"
    head = headers(text)
    if head is None:
        return ""
    if _RELATED.search(head) and (_SAVED.search(head) or b"\nto:" not in b"\n" + head.lower()):
        return "web_archive"
    return "mail"


def headers(text: bytes) -> bytes | None:
    """The header fields that a mail begins with, None for what is no mail."""
    start = _UNIX.match(text) or _COUNTED.match(text)
    text = text[start.end() :] if start else text
    if text[:1] not in (b" ", b"\t") and not _FIELD.match(text):
        return None  # as nearly all files that are no mail; told before the beginning is cut
    head, *more = re.split(rb"\r?\n\r?\n|\r\r", text, maxsplit=1)
    names = set()
    for line in head.splitlines()[: None if more or len(text) < HEAD // 2 else -1]:
        if line[:1] in (b" ", b"\t"):
            continue
        field = _FIELD.match(line)
        if field is None:
            return None
        names.add(field[1].lower())
    return head if len(names & _KNOWN) >= _ENOUGH else None


def mail_start(data: bytes) -> int:
    """Where the message itself begins: behind the line of a mailbox, or the count that Apple's Mail writes above it."""
    blank = len(data) - len(data.lstrip())
    start = _UNIX.match(data, blank) or _COUNTED.match(data, blank)
    return start.end() if start else blank
