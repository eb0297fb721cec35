"""The headless face: the same actions as the window, with stable names, shapes and exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from workstation.cli.answers import DONE, FAULT, REFUSED, Told, refuse, say
from workstation.cli.grammar.arguments import refuse_long_names, refuse_unreadable
from workstation.cli.grammar.calculations import plain_calculation
from workstation.cli.streams import delivered, open_streams
from workstation.errors import Refused
from workstation.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from workstation.dates import Clock
    from workstation.event_log import EventLog
    from workstation.received.apart.readers import Readers


def main(words: Sequence[str]) -> int:
    """Carry out one command line on this machine: by its clock, noted in the user's log; answers the exit code.

    A question to the calculator is not noted: it opens no desk, and where the log lies takes as long to find as its answer.
    """
    if words[:1] == ["calc"]:
        return delivered(run(words))
    from platformdirs import user_data_path

    from workstation.dates import SystemClock
    from workstation.event_log import FOLDER, FileLog

    clock = SystemClock()
    log = FileLog(user_data_path("concord", appauthor=False) / FOLDER / "commands.log", clock)
    readers = _readers_apart(words)
    try:
        return delivered(run(words, clock, log, readers))
    finally:
        readers.close()
        log.close()


def _readers_apart(words: Sequence[str]) -> Readers:
    """A worker for what people hand in; where it is certain to be asked, it loads while the command is made out."""
    if not words:
        from workstation.received.apart.readers import IN_PROCESS

        return IN_PROCESS
    from workstation.received.apart.worker import Workers

    worker = Workers()
    if "statement" in words[:2] or "form" in words[:2]:
        worker.start()
    return worker


def _language_said(words: Sequence[str]) -> str:
    """The language of a refusal, known before the words are understood; most command lines ask for none."""
    if not any(word.startswith("--la") for word in words):
        return LANGUAGES[0]
    from workstation.cli.grammar.usage import language_said

    return language_said(words, LANGUAGES[0])


def run(
    words: Sequence[str], clock: Clock | None = None, log: EventLog | None = None, readers: Readers | None = None
) -> int:
    """Carry out one command line at the time of ``clock`` (the machine's own when not given); answers the exit code.

    ``readers`` open what people hand in, in this process when not given; without ``log`` nothing is noted.
    """
    open_streams()
    as_json = "--json" in words
    wording = Wording(_language_said(words))
    try:
        refuse_unreadable(words)
        given = _understood(list(words))
        wording = Wording(given.language)
        name = f"{given.command}.{getattr(given, 'verb', '') or ''}".rstrip(".")
        with nullcontext() if log is None else log.timed("command", name):
            refuse_long_names(given)
            if given.command == "calc":
                return _calculated(given, wording)
            return _carried_out(given, wording, clock, log, readers)
    except Told:
        return REFUSED
    except Refused as refusal:
        return refuse(refusal, wording, as_json)
    except BrokenPipeError:
        return DONE
    except Exception as error:  # noqa: BLE001 - the border of the program: a fault of ours is said to be one, with its places
        from workstation.actions.failures import findings_of

        if found := findings_of(error):
            return refuse(Refused(*found), wording, as_json)
        from workstation.failure_report import print_report, report_text

        print_report(report_text(error))
        return FAULT


def _understood(words: list[str]) -> Any:
    """The words of a command by their names, an `argparse.Namespace` or the like. Raises `Refused` (usage)."""
    plain = plain_calculation(words)
    if plain is not None:
        return plain
    from workstation.cli.grammar.parser import parsed

    return parsed(words)


def _calculated(given: Any, wording: Wording) -> int:
    """A question to the calculator waits for no store, no papers, no clock and no log."""
    from workstation.cli.deskless import calc

    if given.lines:
        calc.calc_lines(given.kind, given.file, wording)
    else:
        say(calc.calc(given.kind, given.file, wording), True)
    return DONE


def _carried_out(
    given: Any, wording: Wording, clock: Clock | None, log: EventLog | None, readers: Readers | None
) -> int:
    """Each face is imported when it is asked for."""
    from workstation.dates import SystemClock
    from workstation.event_log import EventLog
    from workstation.received.apart.readers import IN_PROCESS

    clock, log, readers = clock or SystemClock(), log or EventLog(), readers or IN_PROCESS
    if given.command != "statement":
        from workstation.cli.outputs import refuse_unsafe

        refuse_unsafe(given)
    if given.command == "statement":
        from workstation.cli.deskless.handed_in import statement

        say(statement(given, readers, clock.today(), wording), given.json)
    elif given.command == "form" and given.verb not in ("list", "add"):
        from workstation.cli import forms

        say(forms.answer(given, wording, readers), given.json)
    else:
        from workstation.cli import commands

        say(commands.answer(given, wording, clock, log, readers), given.json)
    return DONE
