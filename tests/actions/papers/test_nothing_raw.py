"""No paper and no workbook prints a placeholder of ours or the key of something that it should name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

import resources
from tests.builders import NOW
from tests.documents.workbook.spreadsheet import read
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.written_cases import load_written
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.store.store import Store
from workstation.store.vault import Vault

THREE = Path(__file__).parents[2] / "files" / "cases" / "three-banks.toml"
RAW = re.compile(r"[{}]|\b[a-z]{2,}_[a-z_]{2,}\b")
"""A brace, or words joined as keys are; file names of proofs end in a suffix and are left out."""
_HIDDEN = "try_"
"""Names of the trial sheet that its formulas speak of stand in the outer columns of the sheet."""


@pytest.fixture(scope="module", params=["zh-Hans", "zh-Hant", "en"])
def case(request, tmp_path_factory):
    """A desk with one debtor of three banks, papers in each language."""
    folder = tmp_path_factory.mktemp("raw")
    (folder / "evidence").mkdir()
    for name in ("id-card-front.png", "card-statement.pdf"):
        shutil.copy(resources.path("sample", "evidence", name), folder / "evidence" / name)
    file = folder / "case.toml"
    file.write_text(THREE.read_text("utf-8").replace('language = "zh-Hans"', f'language = "{request.param}"'), "utf-8")
    store = Store.memory(FixedClock(NOW))
    settings = DeskSettings("样例工作台", "林协商")
    store.add(settings)
    desk = Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), FixedClock(NOW), settings)
    yield desk, load_written(desk, file, draft=True).case_id
    desk.close()


def raw_in(text: str) -> list[str]:
    without_files = re.sub(r"[\w-]+\.(?:png|pdf|csv)", "", text)
    return [found for found in RAW.findall(without_files) if not found.startswith(_HIDDEN)]


def test_the_workbook_names_everything(case):
    desk, case_id = case
    book = read(workbooks.workbook(desk, case_id))
    texts = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and not cell.value.startswith("=")
    ]
    assert [text for text in texts if raw_in(text)] == []


def test_the_papers_name_everything(case):
    desk, case_id = case
    for bank in cases.load_case(desk, case_id).banks:
        made = [packets.packet(desk, case_id, bank, draft=True).pdf]
        kinds = [state.kind.name for state in packets.paper_kinds(desk, case_id, bank) if not state.findings]
        made += [packets.paper(desk, case_id, bank, kind).pdf for kind in kinds]
        for pdf in made:
            document = pypdfium2.PdfDocument(pdf)
            text = "\n".join(page.get_textpage().get_text_range() for page in document)
            assert raw_in(text) == []
