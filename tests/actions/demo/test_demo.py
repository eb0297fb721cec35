"""The sample packet and workbook as a bank would see them: every name and amount comes back, every font is inside."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools import needs
from workstation.actions.demo.sample_desk import DESK_NAME, demo, fresh_sample_desk, open_sample_desk
from workstation.actions.making import create_desk
from workstation.casework.paper_kinds import KINDS
from workstation.casework.settings import DeskSettings
from workstation.dates import SystemClock
from workstation.errors import Refused
from workstation.store.keys import Cost

SAID = [
    *("欧阳·阿依古丽", "11010519491231002X", "招商银行", "北京市晨光医院", "个性化分期还款申请书", "困难情况说明"),
    *("59,236.45", "50,000.00", "8,142.10", "894.35", "200.00", "833.34", "832.94", "1,204.00"),
    *("人民币伍万玖仟贰佰叁拾陆元肆角伍分", "2026-12-10", "2031-11-10", "申请中，尚未获批准"),
]


FILED = ("statement", "creditors")
"""Papers of an application for all creditors alone."""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    return out, demo(out)["files"]


def test_it_lists_what_it_wrote(written):
    out, files = written
    assert {file.stem.removeprefix("CC-2026-00001-") for file in map(Path, files) if file.parent.name == "papers"} == {
        kind.name for kind in KINDS if kind.name not in FILED
    }
    assert len(files) > len(KINDS) - len(FILED) + 2
    assert all((out / file).stat().st_size > 10_000 for file in files)


def test_the_packet_speaks_every_name_and_amount(written):
    text = told(written, "pdftotext", "-layout", "{}", "-")
    for said in SAID:
        assert said in text, said
    assert "停息挂账" not in text


def test_the_packet_has_its_pages_and_says_how_many(written):
    pages = int(
        next(line for line in told(written, "pdfinfo", "{}").splitlines() if line.startswith("Pages:")).split()[1]
    )
    assert pages >= 8
    assert f"第 1 页 共 {pages} 页" in told(written, "pdftotext", "-layout", "{}", "-")


def test_every_font_is_embedded(written):
    fonts = told(written, "pdffonts", "{}").splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def test_a_second_run_writes_the_same_bytes(written, tmp_path):
    out, files = written
    again = demo(tmp_path)["files"]
    for one, two in zip(files, again, strict=True):
        assert (out / one).read_bytes() == (tmp_path / two).read_bytes(), one


def test_a_run_over_an_older_sample_replaces_it_and_nothing_else(written, tmp_path):
    fresh_sample_desk(tmp_path / "desk")[0].close()
    desk, _ = fresh_sample_desk(tmp_path / "desk")
    assert desk.settings.desk_name == DESK_NAME
    desk.close()
    open_sample_desk(tmp_path / "desk").close()
    own = tmp_path / "own"
    settings = DeskSettings("真实工作台", "甲")
    create_desk(own, "a real passphrase", settings, SystemClock(), Cost(8, 1, 1)).close()
    with pytest.raises(Refused) as refusal:
        fresh_sample_desk(own)
    assert refusal.value.findings[0].code == "sample_folder_taken"
    assert any(own.iterdir())


def told(written, tool, *words):
    needs(tool)
    out, files = written
    return subprocess.run(
        [shutil.which(tool), *(word.format(out / files[0]) for word in words)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
