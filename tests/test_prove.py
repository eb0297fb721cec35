"""The long proofs: sampled unless everything is asked for, and found by their mark."""

from __future__ import annotations

import pytest

from tests.prove import how_many
from tests.source_tree import sources


@pytest.mark.parametrize(("said", "count"), [(None, 3), ("", 3), ("0", 3), ("1", 1000)])
def test_everything_is_tried_only_when_asked_for(monkeypatch, said, count):
    monkeypatch.delenv("CONCORD_PROVE", raising=False)
    if said is not None:
        monkeypatch.setenv("CONCORD_PROVE", said)
    assert how_many(3, 1000) == count


def test_whatever_asks_how_many_bears_the_mark():
    asking = [one for one in sources("tests") if "import how_many" in one.text and one.path != "tests/test_prove.py"]
    assert asking
    assert [one.path for one in asking if "mark.prove" not in one.text] == []
