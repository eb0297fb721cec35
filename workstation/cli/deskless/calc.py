"""`calc`: questions in, answers out; no desk is opened. What answers a kind of question is imported when one is asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workstation.cli.answers import Answer, dumps, finding_json, refusal_json
from workstation.errors import Finding, Refused
from workstation.received.regular_file import MAX_QUESTION, opened, whole
from workstation.wording import Wording


def calc(kind: str, source: str, wording: Wording) -> Answer:
    """Answer one question read from a file or, for ``-``, standard input. Raises `Refused` for unreadable or refused ones."""
    return _answered(kind, read_question(source), wording)


def calc_lines(kind: str, source: str, wording: Wording) -> None:
    """One JSON object a line in, one answer a line out; a refusal is an answer and the run goes on."""
    for line in _stream(source):
        if not line.strip():
            continue
        try:
            answer = _answered(kind, _question(line), wording)
        except Refused as refusal:
            answer = refusal_json(refusal, wording)
        sys.stdout.write(dumps(answer) + "\n")


def _answered(kind: str, question: Any, wording: Wording) -> dict[str, Any]:
    if not isinstance(question, dict):
        raise Refused(Finding("question_unreadable", "", {"reason": "not a JSON object"}))
    match kind:
        case "promises":
            from workstation.promise.calc import promises_answer

            return promises_answer(question)
        case "conduct":
            from workstation.promise.conduct_calc import conduct_answer

            return _with_sentences(conduct_answer(question), wording)
    from workstation.plan.calc.calc import answer as plan_answer

    answer = plan_answer(kind, question)
    if "findings" not in answer:
        return answer
    return {**answer, "findings": [finding_json(finding, wording) for finding in answer["findings"]]}


def _with_sentences(answer: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """The rules against a contact, and those that are not known, each with its sentence."""

    def told(one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "message": wording.finding(Finding(one["code"], one["subject"], one["figures"]))}

    return {key: [told(one) for one in value] if isinstance(value, list) else value for key, value in answer.items()}


def read_question(source: str) -> Any:
    """The JSON of a file (``-``: standard input), fractions as text. Raises `Refused`: file_missing …, question_unreadable."""
    return _question(read_source(source, MAX_QUESTION).decode("utf-8-sig", "replace"))


def _question(text: str) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(Finding("question_unreadable", "", {"reason": str(error)})) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def read_source(source: str, limit: int) -> bytes:
    """The bytes of a file or, for ``-``, of standard input. Raises `Refused` as `whole`."""
    if source != "-":
        return whole(Path(source), limit)
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise Refused(Finding("file_too_large", source, {"file": source, "limit": f"{limit >> 20} MB"}))
    return data


def _stream(source: str) -> Iterator[str]:
    if source == "-":
        yield from (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
    else:
        with opened(Path(source), sys.maxsize) as file:
            yield from (line.decode("utf-8-sig", "replace") for line in file)
