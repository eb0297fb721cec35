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
    """A module that is no test file asks for those that take it in: they bear it."""
    everything = sources("tests")
    asking = [one for one in everything if "import how_many" in one.text and one.path != "tests/test_prove.py"]
    tests = [one for one in asking if one.path.rpartition("/")[2].startswith("test_")]
    others = [f"from {one.module} import" for one in asking if one not in tests]
    tests += [one for one in everything if any(words in one.text for words in others)]
    assert len(tests) > len(others) > 0
    assert [one.path for one in tests if "mark.prove" not in one.text] == []
