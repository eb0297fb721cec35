"""Whether a packet may claim PDF/A (ISO 19005-2): level A where all pages are ours, B where each bound file keeps PDF/A itself.

Foreign pages are bound as pictures with a text beside them: their own structure does not come along, so no level A.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import pikepdf

from workstation.documents.typesetting.pages import Page
from workstation.documents.typesetting.strips import EmbeddedPage

_CLAIM: Final = re.compile(rb"""pdfaid:part\s*(?:>|=\s*["'])\s*[123]\s*[<"']""")
_PROGRAMS: Final = frozenset(("/FontFile", "/FontFile2", "/FontFile3"))
_EXPLAINED: Final = (1, 3)
"""Colours of an output intent that ours, RGB, explains as well: grey and RGB."""


def archival_level(pages: Sequence[Page], given: Mapping[str, bytes]) -> Literal["A", "B", ""]:
    """The level that a packet with these exhibit pages may claim; ``given``: the bound files by source."""
    inks = (ink for page in pages for _, strip in page.strips for ink in strip.ink)
    sources = {ink.source for ink in inks if isinstance(ink, EmbeddedPage)}
    if not sources:
        return "A"
    return "B" if all(keeps_archive(given[source]) for source in sources) else ""


def keeps_archive(data: bytes) -> bool:
    """Whether a PDF claims PDF/A and nothing in it that we can see speaks against what would be bound of it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.Root.get("/Metadata")
        if pdf.is_encrypted or not isinstance(metadata, pikepdf.Stream) or not _CLAIM.search(metadata.read_bytes()):
            return False
        return not any(_against(pdf))


def _against(pdf: pikepdf.Pdf) -> Iterator[bool]:
    for intent in pdf.Root.get("/OutputIntents", ()):
        profile = intent.get("/DestOutputProfile")
        yield profile is None or int(profile.get("/N", 0)) not in _EXPLAINED
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield "LZW" in str(one.get("/Filter", "")) or one.get("/Subtype") == "/PS"
        elif isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
            yield one.get("/Subtype") not in ("/Type0", "/Type3") and not _is_embedded(one)


def _is_embedded(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and bool(_PROGRAMS & set(descriptor.keys()))
