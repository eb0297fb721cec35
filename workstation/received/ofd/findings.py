"""What to say about an OFD: what is not drawn as it was meant, files that it carries, the fields of an invoice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.errors import Finding
from workstation.received.listed import listed_pages
from workstation.received.ofd.notes import Note
from workstation.received.ofd.package import NoOfd, is_ofd
from workstation.received.ofd.told import Told, told

_NOT_TOLD = "—"


def ofd_findings(data: bytes, name: str, subject: str) -> tuple[Finding, ...]:
    """All there is to say about an OFD; nothing about what is none. Raises `Refused` as `drawn`."""
    from workstation.received.ofd.drawing import drawn  # here, since only a worker reads

    if not is_ofd(data):
        return ()
    try:
        besides = told(data)
    except NoOfd:
        besides = Told()
    return (*note_findings(drawn(data, name, subject).notes, name, subject), *_besides(besides, name, subject))


def note_findings(notes: Sequence[Note], name: str, subject: str) -> tuple[Finding, ...]:
    """One finding for each kind of loss, with the pages on which it happened."""
    return tuple(
        Finding(note.kind, subject, {"file": name, "pages": listed_pages(note.pages), "what": "、".join(note.what)})
        for note in notes
    )


def _besides(found: Told, name: str, subject: str) -> Iterator[Finding]:
    if (invoice := found.invoice) is not None:
        fields = {
            "invoice": invoice.number,
            "day": invoice.issued,
            "seller": invoice.seller,
            "buyer": invoice.buyer,
            "total": invoice.total,
        }
        yield Finding("ofd_invoice", subject, {"file": name, **{key: one or _NOT_TOLD for key, one in fields.items()}})
    if found.attachments:
        yield Finding("ofd_attachments", subject, {"file": name, "names": "、".join(found.attachments)})
