"""The rule of clocks: who may ask the machine what time it is, and by whose zone an instant is told."""

from __future__ import annotations

import ast

from tests.source_tree import exceptions, report, sources


def asks_the_machine(node: ast.expr) -> bool:
    """Whether a call reads or tells time by the machine's zone: ``x.astimezone()``, ``date.today()``, ``datetime.now()``."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    given = [one for one in (*node.args, *(word.value for word in node.keywords)) if not is_none(one)]
    of = node.func.value
    by_class = isinstance(of, ast.Name) and of.id in ("date", "datetime")
    match node.func.attr:
        case "astimezone":
            return not given
        case "now":
            return by_class and not given
        case "fromtimestamp":
            return by_class and len(given) < 2
        case "today" | "utcnow":
            return by_class
        case _:
            return False


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def test_every_instant_is_told_by_a_named_clock() -> None:
    """A day that comes of the machine's zone moves with the machine; papers, workbook and screen go by that of the pack."""
    report(
        [
            f"{source.path}:{node.lineno}: the machine's clock"
            for source in sources("workstation", "ui", "resources")
            if source.path not in exceptions("clocks")
            for node in source.walked
            if isinstance(node, ast.expr) and asks_the_machine(node)
        ]
    )
