"""How the command line speaks: JSON or readable lines on standard output, refusals as findings, exit codes of the contract."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.wording import Wording

DONE: Final = 0
FAULT: Final = 1
REFUSED: Final = 2

Answer = Mapping[str, Any]
SAID: Final[Answer] = {}
"""The answer of a command that has printed all of it, line by line."""


class Told(Refused):
    """A refusal that stands in the answer already, behind what was said before it."""


def finding_json(finding: Finding, wording: Wording) -> dict[str, Any]:
    """A finding in the shape of the contract."""
    return {
        "code": finding.code,
        "subject": finding.subject,
        "message": wording.finding(finding),
        "figures": dict(finding.figures),
    }


def refusal_json(refusal: Refused, wording: Wording) -> dict[str, Any]:
    """``{"findings": [...]}``."""
    return {"findings": [finding_json(finding, wording) for finding in refusal.findings]}


def say(answer: Answer, as_json: bool) -> None:
    """Print an answer: one JSON object, or one ``name: value`` a line with nested lists as indented lines."""
    if answer is SAID:
        return
    if as_json:
        print(dumps(answer))
        return
    for line in readable(answer):
        print(line)


def say_lines(answers: Iterable[Answer]) -> Answer:
    """Print one JSON object a line, each as it comes."""
    for answer in answers:
        print(dumps(answer))
    return SAID


def refuse(refusal: Refused, wording: Wording, as_json: bool) -> int:
    """Print a refusal where the contract wants it; answers the exit code."""
    if as_json:
        print(dumps(refusal_json(refusal, wording)))
    else:
        for finding in refusal.findings:
            print(f"{finding.subject or '-'}: {wording.finding(finding)}", file=sys.stderr)
    return REFUSED


def dumps(answer: Answer) -> str:
    """JSON text in one line, Chinese as it is."""
    return json.dumps(answer, ensure_ascii=False)


def readable(value: object, depth: int = 0) -> Iterable[str]:
    """An answer, or a list within it, as a person reads it."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, (Mapping, list, tuple)):
                yield f"{indent}{key}:"
                yield from readable(inner, depth + 1)
            else:
                yield f"{indent}{key}: {_plain(inner)}"
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            if isinstance(inner, Mapping):
                yield indent + "  ".join(f"{key}={_plain(one)}" for key, one in inner.items())
            else:
                yield f"{indent}{_plain(inner)}"


def _plain(value: object) -> str:
    """One value in a line; what is in a list or a record stands beside each other, ``59236.45 CNY, 10.00 USD``."""
    if isinstance(value, Mapping):
        return " ".join(map(_plain, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_plain, value)) or "-"
    return "-" if value is None else str(value)
