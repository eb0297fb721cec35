"""The rules of the house: how folders are cut, by which doors others come in, and which folders may know each other."""

from __future__ import annotations

from collections import Counter

from tests.source_tree import ROOT, Source, exceptions, imports, report, settings, sources

TOPS = ("workstation", "ui", "resources", "tests", "tools", "bench")
PROGRAM = sources("workstation", "ui", "resources")
MODULES = frozenset(source.module for source in PROGRAM)

BELOW = {
    "typesetting": (),
    "packet": ("typesetting",),
    "papers": ("packet", "typesetting"),
    "workbook": ("packet", "typesetting"),
    "bankform": ("packet", "typesetting"),
}
"""Folders of documents/, each with those that it may import."""

MOST_FILES = 24
FAMILY = 3


def folders(*tops: str) -> dict[str, list[Source]]:
    """The files of every folder below some top folders."""
    found: dict[str, list[Source]] = {}
    for source in sources(*tops):
        found.setdefault(source.path.rpartition("/")[0], []).append(source)
    return found


def test_a_folder_is_seen_at_a_glance() -> None:
    """Steps of the schema are added with every release and never merged: they are no files to choose among."""
    everywhere = {name: [one for one in files if "/step_" not in one.path] for name, files in folders(*TOPS).items()}
    report([f"{name}: {len(files)} files" for name, files in everywhere.items() if len(files) > MOST_FILES])


def test_three_files_with_one_prefix_make_a_folder() -> None:
    """Steps of the schema are numbered and frozen; all other files that share a prefix belong into a folder without it."""
    found = []
    for name, files in folders(*TOPS).items():
        prefixes = Counter(file.path.rpartition("/")[2].removeprefix("test_").removesuffix(".py") for file in files)
        families = Counter(prefix.partition("_")[0] for prefix in prefixes if not prefix.startswith(("step_", "__")))
        found += [f"{name}: {prefix}_*" for prefix, count in families.items() if count >= FAMILY]
    report(found)


def family_of(module: str) -> str:
    """The folder of a module as it stands in the list of doors; a package is its own door."""
    package = f"{module.replace('.', '/')}/__init__.py"
    return "" if (ROOT / package).is_file() else module.replace(".", "/").rpartition("/")[0]


def test_outsiders_come_in_by_a_door() -> None:
    """Every folder below a room names the modules that others may import: its door, its figures and values."""
    doors = settings("doors")
    wrong = [
        f"{name} has no list of doors" for name in folders("workstation", "ui") if needs_doors(name) - doors.keys()
    ]
    for source in PROGRAM:
        here = source.path.rpartition("/")[0]
        for name in imports(source, MODULES):
            family, stem = family_of(name), name.rpartition(".")[2]
            outside = family in doors and here != family and not here.startswith(f"{family}/")
            if outside and "*" not in doors[family] and stem not in doors[family]:
                wrong.append(f"{source.path} imports {name}: no door of {family}")
    report(wrong)


def needs_doors(folder: str) -> set[str]:
    deep = folder.count("/") >= (1 if folder.startswith("ui") else 2)
    return {folder} if deep and not folder.endswith("/migrations") and folder != "ui/pages" else set()


def test_every_door_is_there_and_used() -> None:
    """A name on the list of doors is a module, and one that nobody outside imports is no door."""
    used = {
        (family_of(name), name.rpartition(".")[2])
        for source in PROGRAM
        for name in imports(source, MODULES)
        if not source.path.rpartition("/")[0].startswith(family_of(name) or "-")
    }
    listed = {(family, stem) for family, stems in settings("doors").items() for stem in stems if stem != "*"}
    report([f"{family}/{stem}" for family, stem in sorted(listed - used)])


def test_documents_build_on_the_typesetter() -> None:
    wrong = []
    for source in sources("workstation/documents"):
        here = source.module.split(".")[2] if source.module.count(".") > 1 else ""
        for name in imports(source, MODULES):
            parts = name.split(".")
            there = parts[2] if parts[:2] == ["workstation", "documents"] and len(parts) > 2 else here
            if there != here and there not in BELOW[here]:
                wrong.append(f"{source.path} imports {name}: {here} may not know {there}")
    report(wrong)


def test_pages_do_not_know_each_other() -> None:
    shared = exceptions("shared_parts")
    wrong = []
    for source in sources("ui/pages"):
        here = source.module.split(".")[2] if source.module.count(".") > 1 else ""
        for name in imports(source, MODULES):
            parts = name.split(".")
            there = parts[2] if parts[:2] == ["ui", "pages"] and len(parts) > 2 else here
            if there != here and f"{name.replace('.', '/')}.py" not in shared:
                wrong.append(f"{source.path} imports {name}")
    report(wrong)
