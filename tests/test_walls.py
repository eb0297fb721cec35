"""The rules of the house: which room may import which, and what no file may hold. Exceptions stand in pyproject.toml."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from statistics import median

import pytest

from tests.source_tree import ROOT, Source, exceptions, imports, report, sources, tracked_files

PROGRAM = sources("workstation", "ui", "resources")
EVERYTHING = sources("workstation", "ui", "resources", "tests", "tools", "bench")
MODULES = frozenset(source.module for source in EVERYTHING)

BASE = (
    "errors", "field_ref", "identity", "characters", "folding", "currencies", "list_scale", "amount_words", "amount_text", "money",
    "rates", "rate_text", "dates", "day_text", "bank_names", "received", "catalogue", "wording", "event_log", "process_guard",
    "failure_report", "log_file", "brief_process",
)  # fmt: skip
LEVELS = (
    ("errors",),
    BASE[1:],
    ("policy",),
    ("profile",),
    ("evidence", "conversation"),
    ("plan",),
    ("promise",),
    ("casework",),
    ("store", "documents"),
    ("updates",),
    ("actions",),
    ("cli",),
    ("__main__",),
)
"""Rooms of workstation/, lowest first; a room may import the levels below its own, and itself."""

OWNERS: dict[str, str | tuple[str, ...]] = {
    "peewee": "workstation/store/",
    "playhouse": "workstation/store/",
    "psycopg": "workstation/store/server/",
    "sqlcipher3": "workstation/store/",
    "sqlite3": "workstation/store/",
    "cryptography": ("workstation/store/", "workstation/received/ofd/seals.py", "workstation/updates/update_file.py"),
    "mnemonic": "workstation/store/",
    "reportlab": "workstation/received/ofd/typefaces.py",
    "openpyxl": "workstation/documents/workbook/",
    "pikepdf": (
        "workstation/received/",
        "workstation/documents/bankform/",
        "workstation/documents/packet/archival.py",
        "workstation/documents/packet/foreign_pages.py",
    ),
    "PIL": (
        "workstation/received/",
        "workstation/documents/packet/exhibits/pictures.py",
        "workstation/documents/typesetting/file/pictures.py",
        "workstation/documents/packet/exhibits/card.py",
    ),
    "pypdf": "workstation/received/pdf/",
    "pypdfium2": "workstation/received/pdf/",
    "zxingcpp": "workstation/received/",
    "segno": "workstation/documents/typesetting/",
    "python_calamine": "workstation/received/tables/",
    "PySide6": "ui/",
    "shiboken6": "ui/",
}
"""The rooms and files that know a library. Outside received/, Pillow and pikepdf see only what received/ has found whole."""

UI_MAY_NOT_KNOW = ("workstation.store", "workstation.documents", "workstation.cli", "peewee", "reportlab", "openpyxl")
VAGUE = re.compile(r"(^|_)(utils?|helpers?|manager|common|misc|base)(_|\.|$)")
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*|__version__|__all__")
TYPE_NAME = re.compile(r"_?[A-Z][A-Za-z0-9]*")


def room(module: str) -> str:
    """``workstation.plan.schedule.calculate`` is of the room ``plan``."""
    return module.split(".")[1] if module.startswith("workstation.") else ""


def level(name: str) -> int:
    return next((height for height, rooms in enumerate(LEVELS) if name in rooms), -1)


def test_every_room_has_its_place() -> None:
    report([source.path for source in PROGRAM if room(source.module) and level(room(source.module)) < 0])


def test_imports_only_point_downward() -> None:
    wrong = []
    for source in sources("workstation"):
        here = room(source.module)
        for name in imports(source, MODULES):
            there = room(name)
            same_base = here in BASE[1:] and there in BASE[1:]
            if there and there != here and not same_base and level(there) >= level(here):
                wrong.append(f"{source.path} imports {name}: {here} may not know {there}")
            if name.split(".")[0] in ("ui", "tests", "tools", "bench"):
                wrong.append(f"{source.path} imports {name}: the trade knows no window")
    report(wrong)


def test_the_window_knows_actions_and_values_only() -> None:
    report(
        [
            f"{source.path} imports {name}"
            for source in sources("ui")
            if source.path not in exceptions("window")
            for name in imports(source, MODULES)
            if name.startswith(UI_MAY_NOT_KNOW)
        ]
    )


def test_each_library_has_its_room() -> None:
    report(
        [
            f"{source.path} imports {name}, which belongs to {owner}"
            for source in PROGRAM
            for name in imports(source, MODULES)
            if (owner := OWNERS.get(name.split(".")[0])) and not source.path.startswith(owner)
        ]
    )


NETWORK = (
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "asyncio",
    "PySide6.QtNetwork",
    "PySide6.QtWeb",
)
GPL_ONLY = ("PySide6.QtCharts", "PySide6.QtDataVisualization", "PySide6.QtGraphs", "PySide6.QtHttpServer")


def test_nothing_reaches_for_a_network_or_a_gpl_module() -> None:
    report(
        [
            f"{source.path} imports {name}"
            for source in PROGRAM
            for name in imports(source, MODULES | set(GPL_ONLY) | {"PySide6.QtNetwork"})
            if name.startswith(NETWORK + GPL_ONLY)
        ]
    )


def test_no_circles() -> None:
    graph = {source.module: imports(source, MODULES) & MODULES - {source.module} for source in PROGRAM}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" <- ".join(circle.args[1]))


def is_float(node: ast.AST) -> bool:
    return (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (
        isinstance(node, ast.Name) and node.id == "float"
    )


def test_no_float_near_money() -> None:
    """Papers measure pages in floats, so documents/ is free but for its workbook; every other exception has its reason."""
    allowed = exceptions("floats")
    report(
        [
            f"{source.path}:{node.lineno}: a float"
            for source in sources("workstation")
            if source.path not in allowed and not source.path.startswith("workstation/documents/")
            for node in source.walked
            if isinstance(node, ast.expr) and is_float(node)
        ]
    )


def test_the_window_does_no_sums_on_money() -> None:
    report(
        [
            f"{source.path}:{node.lineno}: arithmetic on minor units"
            for source in sources("ui")
            if source.path not in exceptions("window_sums")
            for node in source.walked
            if isinstance(node, ast.BinOp)
            and any(isinstance(side, ast.Attribute) and side.attr == "minor" for side in (node.left, node.right))
        ]
    )


def test_files_are_one_sitting() -> None:
    report([f"{s.path}: {n} lines" for s in EVERYTHING if (n := len(s.text.splitlines())) > 300])


def test_functions_fit_a_glance() -> None:
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for source in sources("workstation", "ui")
        for node in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, ast.FunctionDef)
    ]
    assert median(lengths) <= 10
    assert max(lengths) <= 80


def test_every_file_says_what_it_holds() -> None:
    report([source.path for source in EVERYTHING if not ast.get_docstring(source.tree)])


def test_file_names_say_something() -> None:
    report([source.path for source in EVERYTHING if any(VAGUE.search(part) for part in source.path.split("/"))])


def assigned_names(statement: ast.stmt) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return [name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name)]


def is_type(value: ast.expr | None) -> bool:
    """Whether an assignment at module level names a type: ``Literal[...]``, ``A | B``, ``TypeVar(...)``."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in ("TypeVar", "TypeVarTuple", "ParamSpec", "NewType")
    return isinstance(value, (ast.Subscript, ast.BinOp, ast.Attribute, ast.Name))


def state(source: Source) -> list[str]:
    """Assignments at module level that are neither constants nor names of types."""
    found = []
    for statement in source.tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            value = None if isinstance(statement, ast.AugAssign) else statement.value
            for name in assigned_names(statement):
                typed = TYPE_NAME.fullmatch(name) and is_type(value)
                if not (CONSTANT.fullmatch(name) or typed):
                    found.append(f"{source.path}:{statement.lineno}: {name}")
    return found


def test_no_state_at_module_level() -> None:
    globals_ = [f"{s.path}:{node.lineno}: global" for s in PROGRAM for node in s.walked if isinstance(node, ast.Global)]
    report([line for source in PROGRAM for line in state(source)] + globals_)


def test_only_the_command_line_prints() -> None:
    allowed = exceptions("prints")
    report(
        [
            f"{source.path}:{node.lineno}: print"
            for source in PROGRAM
            if source.path not in allowed
            for node in source.walked
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        ]
    )


def is_silent(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or all(
        isinstance(line, ast.Pass) or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in handler.body
    )


def test_no_bare_or_silent_except() -> None:
    report(
        [
            f"{source.path}:{node.lineno}"
            for source in EVERYTHING
            for node in source.walked
            if isinstance(node, ast.ExceptHandler) and is_silent(node)
        ]
    )


def test_exceptions_still_exist() -> None:
    rules = ("window", "window_sums", "floats", "prints", "clocks", "shared_parts")
    report([f"{rule}: {file}" for rule in rules for file in exceptions(rule) if not (ROOT / file).is_file()])


HOSTS = ("py" + "pi.org", "python" + "hosted", "npm" + "js", "deb." + "debian", "--extra" + "-index")
PLACES = ("/wo" + "rk/", "/ro" + "ot/", "/op" + "t/", "/ho" + "me/", "C:\\" + "Users")
FOREIGN = re.compile("|".join(re.escape(word) for word in HOSTS + PLACES), re.IGNORECASE)


def test_nothing_names_a_registry_or_a_machine() -> None:
    found = []
    for file in tracked_files():
        if file.suffix in (".ttf", ".png", ".xlsx", ".xls", ".pdf", ".jpg", ".jpeg", ".db", ".zip", ".ico"):
            continue
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1):
            if match := FOREIGN.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {match[0]}")
    report(found)
