"""Where a paper departs from the one that left: pages, their words, marks put on them, or only the bytes of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workstation.errors import Finding
from workstation.received.pdf.texts import annotation_counts, page_texts

_CODE: Final = re.compile(r"\b([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})\b")
_SHOWN: Final = 40  # characters of a line that a sentence repeats


def printed_code(data: bytes) -> str:
    """The verification code that a reader sees on the first pages, for files that another program wrote anew; empty for none."""
    texts = page_texts(data, 3)
    found = _CODE.search("\n".join(texts)) if texts else None
    return found[1] if found else ""


def first_difference(was: bytes, now: bytes) -> Finding:
    """What a person would notice first between the paper that left and another file."""
    before, after = page_texts(was), page_texts(now)
    if after is None or before is None:
        return Finding("packet_unreadable", "packet")
    if len(before) != len(after):
        return Finding("packet_pages_differ", "packet", {"was": str(len(before)), "now": str(len(after))})
    for page, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old != new:
            return _line_finding(page, old, new)
    marks = annotation_counts(now)
    for page, (old_marks, new_marks) in enumerate(zip(annotation_counts(was), marks, strict=True), 1):
        if old_marks != new_marks:
            return Finding("packet_marked", "packet", {"page": str(page)})
    return Finding("packet_bytes_differ", "packet", {"was": str(len(was)), "now": str(len(now))})


def _line_finding(page: int, old: str, new: str) -> Finding:
    was, now = _lines(old), _lines(new)
    at = next((n for n, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), min(len(was), len(now)))
    figures = {"page": str(page), "was": _lines_at(was, at), "now": _lines_at(now, at)}
    return Finding("packet_text_differs", "packet", figures)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _lines_at(lines: Sequence[str], at: int) -> str:
    line = lines[at] if at < len(lines) else "—"
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
