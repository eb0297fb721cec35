"""Long answers leave as they come, and stay one JSON object however they end."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator

import pytest

from workstation.cli.answers import Told
from workstation.cli.parts import say_parts
from workstation.errors import Damaged, Finding, Refused
from workstation.wording import Wording

WORDING = Wording("en")
AS_JSON, AS_LINES = Namespace(json=True, lines=False), Namespace(json=True, lines=True)
AS_TEXT = Namespace(json=False, lines=False)


def told(capsys, count: int, seen: list[str], error: Exception | None = None) -> Iterator[dict[str, object]]:
    """Parts that keep what had been printed when each was asked for."""
    for number in range(count):
        seen.append(capsys.readouterr().out)
        yield {"number": f"案{number}", "files": ["a", "b"]}
    seen.append(capsys.readouterr().out)
    if error:
        raise error


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_part_is_said_before_the_next_is_asked_for(capsys, count):
    for given in (AS_JSON, AS_LINES, AS_TEXT):
        seen: list[str] = []
        say_parts(given, WORDING, "cases", told(capsys, count, seen), lambda: {"total": 7})
        pieces = [*seen, capsys.readouterr().out]
        parts = [{"number": f"案{number}", "files": ["a", "b"]} for number in range(count)]
        assert all(f"案{number}" in pieces[number + 1] for number in range(count))
        if given is AS_JSON:
            assert json.loads("".join(pieces)) == {"cases": parts, "total": 7}
        if given is AS_LINES:
            assert [json.loads(line) for line in "".join(pieces).splitlines()] == [*parts, {"total": 7}]
        if given is AS_TEXT:
            rows = [f"  number=案{number}  files=a, b" for number in range(count)]
            assert "".join(pieces).splitlines() == ["cases:", *rows, "total: 7"]


@pytest.mark.parametrize(
    "error", [Refused(Finding("export_stopped", "--out", {"cases": "2", "total": "5"})), Damaged("x")]
)
def test_what_ends_a_list_stands_behind_it_in_the_same_object(capsys, error):
    seen: list[str] = []
    with pytest.raises(Told):
        say_parts(AS_JSON, WORDING, "cases", told(capsys, 2, seen, error))
    answer = json.loads("".join([*seen, capsys.readouterr().out]))
    assert [one["number"] for one in answer["cases"]] == ["案0", "案1"]
    assert [one["code"] for one in answer["findings"]] in (["export_stopped"], ["damaged"])


def test_a_refusal_before_the_first_part_and_a_fault_are_raised_as_they_are(capsys):
    for count, error in ((0, Refused(Finding("damaged", "", {"reason": ""}))), (2, ValueError("ours"))):
        with pytest.raises(type(error)) as raised:
            say_parts(AS_JSON, WORDING, "cases", told(capsys, count, [], error))
        assert raised.value is error
