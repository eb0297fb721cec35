"""Typed signals: an argument arrives as the same object, and every declaration names as many types as its signal has arguments."""

import ast
from pathlib import Path

from PySide6.QtCore import QObject

import ui
from ui.typed_signal import TypedSignal, signal


class Desk(QObject):
    paid: TypedSignal[int] = signal(1)
    moved: TypedSignal[str, tuple[int, ...]] = signal(2)


def declared() -> list[tuple[str, int, int]]:
    """Where, how many types, how many arguments: of every typed signal of the window."""
    found = []
    for file in sorted(Path(ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.AnnAssign(
                    annotation=ast.Subscript(value=ast.Name(id="TypedSignal"), slice=kinds),
                    value=ast.Call(args=[ast.Constant(value=int(count))]),
                ):
                    types = len(kinds.elts) if isinstance(kinds, ast.Tuple) else 1
                    found.append((f"{file.name}:{node.lineno}", types, count))
    return found


def test_large_amounts_and_objects_arrive_whole(qapp) -> None:
    desk = Desk()
    heard: list[object] = []
    rows = (1, 2)
    desk.paid.connect(heard.append)
    desk.moved.connect(lambda name, numbers: heard.append((name, numbers is rows)))
    desk.paid.emit(2**40)
    desk.moved.emit("case", rows)
    assert heard == [2**40, ("case", True)]


def test_every_declaration_names_as_many_types_as_arguments() -> None:
    assert len(declared()) > 60
    assert [one for one in declared() if one[1] != one[2]] == []
