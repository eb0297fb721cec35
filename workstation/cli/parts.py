"""A long answer, printed as it comes: none of it is held, and what was said stands though the work ends early."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from workstation.actions.failures import findings_of
from workstation.cli.answers import SAID, Answer, Told, dumps, readable, refusal_json, say_lines
from workstation.errors import Refused
from workstation.wording import Wording


def nothing_more() -> Answer:
    """What stands behind a list that is the whole answer."""
    return {}


def say_parts(
    given: argparse.Namespace,
    wording: Wording,
    name: str,
    parts: Iterable[Answer],
    rest: Callable[[], Answer] = nothing_more,
) -> Answer:
    """Print ``{name: [parts], **rest}`` while the parts come; with ``--lines`` a part a line, and the rest last.

    What the parts raise is raised. Where some were printed as JSON already, a refusal ends their list, and the same object has its
    findings (`Told`).
    """
    if given.lines:
        return say_lines(chain(parts, _if_any(rest)))
    if given.json:
        return _say_object(wording, name, parts, rest)
    sys.stdout.write(f"{name}:\n")
    for one in parts:
        sys.stdout.writelines(f"{line}\n" for line in readable([one], 1))
    sys.stdout.writelines(f"{line}\n" for line in readable(rest()))
    return SAID


def _if_any(rest: Callable[[], Answer]) -> Iterator[Answer]:
    """Asked for when its turn comes."""
    if said := rest():
        yield said


def _say_object(wording: Wording, name: str, parts: Iterable[Answer], rest: Callable[[], Answer]) -> Answer:
    begin, said = f"{{{json.dumps(name)}: [", False
    try:
        for one in parts:
            sys.stdout.write(f"{', ' if said else begin}{dumps(one)}")
            said = True
    except BrokenPipeError:
        raise
    except Exception as error:
        found = findings_of(error) if said else ()
        if not found:
            raise
        _end(refusal_json(Refused(*found), wording))
        raise Told(*found) from error
    if not said:
        sys.stdout.write(begin)
    _end(rest())
    return SAID


def _end(rest: Answer) -> None:
    """Close the list, and the object behind its other names."""
    sys.stdout.write(
        f"]{''.join(f', {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}' for name, one in rest.items())}}}\n"
    )
