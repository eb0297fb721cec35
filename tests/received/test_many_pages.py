"""A PDF of too many pages is refused by its bare bytes; one that only was saved often is looked into."""

from __future__ import annotations

import io

import pytest

from workstation.errors import Refused
from workstation.received.inspection import media_type


@pytest.mark.parametrize(
    ("part", "count", "code"),
    [
        (b"<</Type/Page>>", 20_001, "file_too_many_pages"),
        (b"<</Type /Page /Parent 2 0 R>>", 20_001, "file_too_many_pages"),
        (b"<</Type/Page>>", 20_000, "file_damaged"),
        (b"<</Type/Pages>>", 20_001, "file_damaged"),
        (b"<</Type/PageLabel>>", 20_001, "file_damaged"),
    ],
)
def test_pages_are_counted_before_the_file_is_opened(part: bytes, count: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        media_type(io.BytesIO(b"%PDF-1.7\n" + part * count), "x.pdf")
    assert [one.code for one in refused.value.findings] == [code]
