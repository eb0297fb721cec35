"""Every table says in its middle what it would show and what to do, while it has no rows."""

from __future__ import annotations

import ast

from tests.source_tree import report, sources

OTHERWISE = {
    "ui/pages/cases/page.py": "a note with its own title stands in place of the list",
    "ui/pages/keep/bank_list/table.py": "the sentence follows the file: ListTable.say_empty",
}


KINDS = frozenset({"Table", "ConflictTable"})


def test_every_table_has_its_sentence() -> None:
    wrong = []
    for source in sources("ui"):
        if source.path in OTHERWISE or "say_instead" in source.text:
            continue
        for node in source.nodes(ast.Call):
            assert isinstance(node, ast.Call)
            named = isinstance(node.func, ast.Name) and node.func.id in KINDS
            if named and not any(one.arg == "empty" for one in node.keywords):
                wrong.append(f"{source.path}:{node.lineno}")
    report(wrong)
