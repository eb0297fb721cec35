"""The pages of the documentation: every link leads somewhere, both guides have the same pages and name every key of the menus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.source_tree import ROOT, sources, tracked_files

GUIDE = ROOT / "docs" / "guide"
LANGUAGES = ("zh", "en")
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


def test_both_guides_have_the_same_pages() -> None:
    chinese, english = ({page.name for page in (GUIDE / language).glob("*.md")} for language in LANGUAGES)
    assert chinese == english != set()


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
