"""Writes docs/command-line.md from the grammar of the command line: `python -m tools.command_line_reference`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workstation.cli.grammar.parser import parser

PAGE: Final = Path(__file__).resolve().parent.parent / "docs" / "command-line.md"

_HEAD: Final = """\
# The command line

<!-- Written by `python -m tools.command_line_reference` from the grammar; change it there. -->

The window and the command line call the same actions, pass the same gates and write the same bytes. `workstation` without a
command opens the window.

- Amounts are decimal strings in major units (`1234.50`), rates decimal strings per unit (`0.18` is 18 %), dates `YYYY-MM-DD`;
  options for a day also take one said from today (`today`, `+30`, `明天`, `下周五`, `下月10日`, `月底`), those of a
  span a month (`2019-03`).
- Exit status: 0 done; 2 refused, with the findings on standard error, or as `{"findings": [...]}` on standard output with
  `--json`; 1 a fault of the program.
- `-` in place of a file is standard input where the command says so. `calc ... --lines` reads one JSON object per line and writes
  one answer per line; a question that is refused gets its findings as the answer, and the run goes on.
- Help (`-h`) speaks the language that `--language` names, else Chinese where `LC_ALL`, `LC_MESSAGES` or `LANG` does, else English;
  this page is its English.
- The passphrase of the desk is asked for on a terminal. A script names a file that holds it: `--passphrase-file`.

| option of every command | meaning |
|---|---|
"""


def page() -> str:
    """The whole page as Markdown."""
    root = parser()
    parts = [_HEAD + "".join(_option_rows(root)), *_contents(root), *_sections(root)]
    return "\n".join(parts)


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), "utf-8")
    print(PAGE)


def _contents(root: argparse.ArgumentParser) -> Iterator[str]:
    yield "| command | |\n|---|---|"
    for words, command, _ in _commands(root):
        yield f"| [`{words}`](#{_anchor(words)}) | {_cell(command.description or '')} |"
    yield ""


def _sections(root: argparse.ArgumentParser) -> Iterator[str]:
    noun = ""
    shared = {action.dest for action in root._actions}
    for words, command, about in _commands(root):
        first = words.split()[0]
        if about and first != noun:
            yield f"## {first}\n\n{_sentence(about)}\n"
        noun = first
        yield f"{'###' if about else '##'} {words}\n\n{_sentence(command.description or '')}\n"
        yield f"```\n{_usage(words, command, shared)}\n```\n"
        rows = [_row(action) for action in _own(command, shared)]
        if rows:
            yield "| argument | meaning |\n|---|---|\n" + "".join(rows)


def _commands(
    root: argparse.ArgumentParser, words: str = "", about: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Every command: its words, its parser, and what its noun is about (empty for a command of one word)."""
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, child in action.choices.items():
                nested = any(isinstance(one, argparse._SubParsersAction) for one in child._actions)
                if nested:
                    yield from _commands(child, f"{name} ", told[name])
                else:
                    yield f"{words}{name}", child, about


def _own(command: argparse.ArgumentParser, shared: set[str]) -> list[argparse.Action]:
    """The arguments of a command itself: what is given by place first, then its options."""
    own = [action for action in command._actions if action.option_strings == [] or action.dest not in shared]
    return sorted(own, key=lambda action: bool(action.option_strings))


def _usage(words: str, command: argparse.ArgumentParser, shared: set[str]) -> str:
    """One line to copy: what may be left out stands in brackets."""
    return " ".join(["workstation", words, *(_used(action) for action in _own(command, shared))])


def _used(action: argparse.Action) -> str:
    shown = " ".join(filter(None, (next(iter(action.option_strings), ""), _value(action))))
    needed = action.required if action.option_strings else action.nargs is None
    return shown if needed else f"[{shown}]"


def _value(action: argparse.Action) -> str:
    """What stands for the value; empty for a switch."""
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "|".join(str(choice) for choice in action.choices)
    named = str(action.metavar or action.dest.upper())
    return f"{named} ..." if action.nargs == "*" else named


def _option_rows(root: argparse.ArgumentParser) -> Iterator[str]:
    return (_row(action) for action in root._actions if action.option_strings and action.dest != "help")


def _row(action: argparse.Action) -> str:
    shown = " ".join(filter(None, (next(iter(action.option_strings), ""), _value(action))))
    return f"| `{_cell(shown)}` | {_cell(action.help or '')} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _anchor(words: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", words.lower()).replace(" ", "-")


if __name__ == "__main__":
    main()
