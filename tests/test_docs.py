"""The pages of the documentation: links, paths and commands lead somewhere, both guides have the same pages and name every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.source_tree import ROOT, sources, tracked_files
from tools.pictures import PICTURES, PLACE

GUIDE = ROOT / "resources" / "guide"
HOW_TO = ROOT / "docs" / "how-to"
LANGUAGES = ("zh", "zh-Hant", "en")
TOPS = "workstation|ui|resources|tests|tools|bench|docs|findings"
PATH = re.compile(rf"(?<![\w./<-])(?:(?:{TOPS})/[\w./<>-]*[\w>/]|[\w-]+\.(?:md|toml)\b)(?:::\w+)?")
COMMAND = re.compile(r"(?:`|^)make ([a-z][a-z-]*)|python -m ([a-z_.]+)", re.MULTILINE)
"""What the pages of docs/how-to name: a path (``<language>`` stands for any name), maybe with a test of that file; a command."""
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
KEY = re.compile(r'"((?:Ctrl\+|F\d)[^"]*)"')
PAGE_KEY = re.compile(r"Ctrl\+[1-9]")
"""The pages of a case, which the guide names from first to last."""


def pages() -> list[Path]:
    return [file for file in tracked_files() if file.suffix == ".md"] or sorted(GUIDE.rglob("*.md"))


def anchors(page: Path) -> set[str]:
    """What can be linked to in a page: its headings in lower case, spaces as hyphens."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page: Path) -> list[str]:
    """Links of a page that lead to no file, or to no heading of it."""
    wrong = []
    for link in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        found = target.exists() and (not anchor or anchor in anchors(target))
        if not (found or "://" in link):
            wrong.append(f"{page.relative_to(ROOT)}: {link}")
    return wrong


def test_every_link_leads_somewhere() -> None:
    assert [link for page in pages() for link in broken(page)] == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("tests.test_docs.ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](page.md#one) [b](#one) [c](#two) [d](other.md)\n", "utf-8")
    assert broken(page) == ["page.md: #two", "page.md: other.md"]


def test_all_guides_have_the_same_pages() -> None:
    first, *others = ({page.name for page in (GUIDE / language).glob("*.md")} for language in LANGUAGES)
    assert first and all(pages == first for pages in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_guide_is_in_its_index(language: str) -> None:
    index = (GUIDE / language / "README.md").read_text("utf-8")
    assert {page.name for page in (GUIDE / language).glob("*.md")} == {"README.md", *LINK.findall(index)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_key_of_the_menus(language: str) -> None:
    (menus,) = (source for source in sources("ui") if source.path.endswith("/menus.py"))
    keys = {key.replace("Return", "Enter") for key in KEY.findall(menus.text)}
    named = set(
        re.findall(r"Ctrl\+(?:Shift\+)?[A-Za-z0-9,]+|F\d+", (GUIDE / language / "keyboard.md").read_text("utf-8"))
    )
    assert len(keys) > 20
    assert {key for key in keys if not PAGE_KEY.fullmatch(key)} - named == set()
    in_order = sorted(key for key in keys if PAGE_KEY.fullmatch(key))
    assert {in_order[0], in_order[-1]} <= named


def absent(page: Path) -> list[str]:
    """Paths that a page names and that are not in the tree, and tests that are not in their file."""
    return [named[0] for named in PATH.finditer(page.read_text("utf-8")) if not stands(named[0], page.parent)]


def stands(name: str, folder: Path) -> bool:
    """Whether a path is in the tree or beside the page (a bare file name: also in resources/), and holds the test named with it."""
    path, _, test = name.partition("::")
    pattern = re.sub(r"<\w+>", "*", path).rstrip("./")
    elsewhere = () if "/" in path else (ROOT / "resources").rglob(pattern)
    found = [*ROOT.glob(pattern), *folder.glob(pattern), *elsewhere]
    return bool(found) and (not test or f"def {test}(" in found[0].read_text("utf-8"))


def unknown_commands(page: Path) -> list[str]:
    """Targets that the Makefile has not, and modules that are not there."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    wrong = []
    for target, module in COMMAND.findall(page.read_text("utf-8")):
        file = ROOT / f"{module.replace('.', '/')}.py"
        if target not in targets if target else not (file.exists() or (file.with_suffix("") / "__main__.py").exists()):
            wrong.append(target or module)
    return wrong


def test_what_the_how_to_pages_name_is_there() -> None:
    found = {page.name: absent(page) + unknown_commands(page) for page in sorted(HOW_TO.glob("*.md"))}
    assert len(found) > 1
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_path_and_a_command_that_are_not_there_are_seen(tmp_path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "`tests/test_docs.py::absent` `tests/test_docs.py::nothing` `ui/no_such.py`. `resources/wording/<language>/core.toml` "
        "`core.toml` `no_such.toml` `ui/pages/<name>/door.py` `make test` `make tea` `python -m tools.tea` `python -m bench`",
        "utf-8",
    )
    assert absent(page) == ["tests/test_docs.py::nothing", "ui/no_such.py", "no_such.toml", "ui/pages/<name>/door.py"]
    assert unknown_commands(page) == ["tea", "tools.tea"]


def test_every_page_for_developers_is_in_its_index() -> None:
    assert {page.name for page in HOW_TO.glob("*.md")} - {"README.md"} <= links_of(HOW_TO / "README.md")
    docs = ROOT / "docs"
    pages = {page.name for page in docs.glob("*.md")} - {"README.md"}
    indexes = {f"{page.parent.name}/README.md" for page in docs.glob("*/README.md")}
    assert pages | indexes <= links_of(docs / "README.md")


def links_of(page: Path) -> set[str]:
    return set(LINK.findall(page.read_text("utf-8")))


def test_every_picture_of_the_tour_is_shown_and_every_picture_shown_is_of_the_tour() -> None:
    pages = [ROOT / "README.md", *GUIDE.rglob("*.md"), *(ROOT / "docs").rglob("*.md")]
    shown = {name for page in pages for name in re.findall(r"pictures/([\w-]+\.png)\)", page.read_text("utf-8"))}
    assert shown == set(PICTURES) == {path.name for path in PLACE.glob("*.png")}
