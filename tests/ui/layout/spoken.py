"""The window speaks one language at a time: no English in the Chinese one, no Chinese in the English, no simplified sign in the
traditional. What people typed, names of banks and sources, and what is said to a debtor keep the language they have.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import resources
from tests.ui.driver import Tray
from tests.ui.seen_texts import shown_texts
from tools.traditional.converter import converter
from ui.look.translations import LANGUAGES
from ui.shell.main_window import MainWindow
from workstation.actions.desk import Desk

LATIN = re.compile(r"[A-Za-z]{2,}")
HAN = re.compile("[\u3400-\u9fff]+")
FILES_AND_NAMES = "PDF OFD Excel XLSX XLS ODS CSV PEM ZIP TXT KB MB SHA LPR QR LibreOffice PostgreSQL Concord"
KEYS = "Ctrl Shift Alt Esc Enter Return Tab Ins Insert Del Delete Home End Page Up Down PgUp PgDn"
CURRENCIES = "CNY TWD HKD USD EUR GBP CAD AUD SGD INR JPY KRW VND"
MAY_SAY = frozenset(f"{FILES_AND_NAMES} {KEYS} {CURRENCIES} CC".split())
"""Words that Chinese writes in Latin letters, codes of currencies, and the head of a case's number."""
FILE = re.compile(
    r"\[\[\w+\]\]|[\w.-]+\.(?:json|csv|pdf|key|txt|xlsx)|“\w+”需要|「\w+」需要|[0-9A-F]{4}(?:-[0-9A-F]{4})+|desk seat"
)
"""Names of files, of a table of a pack, of a form's own field; a code that is read out; a command."""
NARROW = str.maketrans("（）", "()")
CODE = re.compile(r"[a-z0-9_ -]*")
"""A code of the trade as it is stored: nobody should see one."""
CASE = ("conversation guide", "bank_forms")
"""Views in which an agent reads to a debtor, or fills a bank's form, in the language of the case."""
MADE_UP = ("code", "unlock older", "message of a file", "message to undo")
"""Views that the walk fills with words of its own."""
TYPED_IN = ("unlock", "restore", "first step", "move", "second person", "news", "evidence mapping", "help")
"""Views in which something was typed or read: what stands in their editors, tables and lists of the guide is nobody's wording."""
EDITORS = ("Table", "TextEdit", "FolderEdit", "ChoiceEdit", "NoteEdit", "QTableView", "QHeaderView", "QListWidget")
CUT = re.compile(r"[^…]+(?=…)")
TAG = re.compile(r"<[^>]+>")
BOTH = frozenset("台准后里干只面复系松谷制征致姜范丑斗余于布占舍周群了")
"""Signs that Taiwan writes as well, if not for every word."""


def sources_of(tree: Any) -> Iterator[str]:
    """Every text of a pack that comes in one language only: names of sources and of banks."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in LANGUAGES:
                yield from sources_of(value)
    elif isinstance(tree, list):
        for part in tree:
            yield from sources_of(part)
    elif isinstance(tree, str):
        yield tree


def guide_texts() -> Iterator[str]:
    """The questions of the guide, which are put in the language of the case."""
    for name in ("guide.toml", "talk.toml"):
        yield from sources_of(list(flat(tomllib.loads(resources.path("wording", "zh-Hans", name).read_text("utf-8")))))


def flat(tree: dict[str, Any]) -> Iterator[Any]:
    for value in tree.values():
        yield from flat(value) if isinstance(value, dict) else (value,)


def kept_texts(desk: Desk) -> Iterator[str]:
    """Every text of the database that is no code, and every cell of a table in the vault."""
    database = desk.store._database
    for (table,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if not table.startswith(("sqlite", "case_words")):
            for row in database.execute_sql(f'SELECT * FROM "{table}"').fetchall():
                for one in (value for value in row if isinstance(value, str)):
                    yield from sources_of(json.loads(one)) if one.startswith(("[", "{")) else (one,)


def quoted(desk: Desk, tray: Tray) -> list[str]:
    """All that may be shown as it is, whatever the window speaks, the longest first."""
    kinds = [
        file
        for kind in ("policies", "lenders", "conduct", "keeping")
        for file in sorted(resources.path(kind).glob("*.toml"))
    ]
    packs = [tomllib.loads(file.read_text("utf-8")) for file in kinds]
    tables = [file.read_bytes() for file in resources.path("sample").rglob("*.csv")]
    cells = [cell for one in tables for cell in re.split(r"[,\t\n]", one.decode("gb18030", "replace"))]
    utf8 = [cell for one in tables for cell in re.split(r"[,\t\n]", one.decode("utf-8", "replace"))]
    found = {*sources_of(packs), *guide_texts(), *kept_texts(desk), *cells, *utf8, *tray.printers, *LANGUAGES.values()}
    told = {one.strip() for one in (*found, str(desk.folder)) if HAN.search(one) or LATIN.search(one)}
    told |= {one.translate(NARROW) for one in told}
    return sorted((one for one in told if len(one) > 1 and not CODE.fullmatch(one)), key=len, reverse=True)


def told(window: MainWindow, view: str) -> Iterator[tuple[str, str]]:
    """(place, text) of everything in sight that is wording."""
    for where, text in shown_texts(window):
        if not _is_quoted(view, where):
            yield f"{view}: {where}", TAG.sub("", text)


def _is_quoted(view: str, where: str) -> bool:
    """Whether what stands there is read out, typed or made up."""
    if view.startswith(CASE):
        return "Table" in where or "QLabel" in where or "Elided" in where
    return view in MADE_UP or (view.startswith(TYPED_IN) and where.startswith(EDITORS))


def foreign(text: str, language: str) -> list[str]:
    """What of a text the language does not say."""
    if language == "en":
        return HAN.findall(text)
    latin = [word for word in LATIN.findall(text) if word not in MAY_SAY]
    return latin if language == "zh-Hans" else [*latin, *filter(simplified, HAN.findall(text))]


def simplified(run: str) -> bool:
    return any(sign not in BOTH and converter().convert(sign) != sign for sign in run)


def without_begun(text: str, known: Sequence[str]) -> str:
    """The text without what may stand in any language and of which there was room for the beginning alone."""
    for part in CUT.findall(text):
        ends = (part[at:] for at in range(len(part)))
        begun = next((end for end in ends if any(one.startswith(end) for one in known)), "")
        text = text.replace(f"{begun}…", " ") if begun else text
    return text


def spoken_wrongly(texts: Mapping[str, str], known: Sequence[str], language: str) -> dict[str, str]:
    """Word of another language → where it stands; ``texts``: text → place, ``known``: what may be shown as it is."""
    found: dict[str, str] = {}
    for text, place in texts.items():
        rest = text
        if foreign(rest, language):
            for one in known:
                rest = rest.replace(one, " ")
            rest = FILE.sub(" ", without_begun(rest, known))
            found |= dict.fromkeys(foreign(rest, language), f"{place}: {text[:80]!r}")
    return found
