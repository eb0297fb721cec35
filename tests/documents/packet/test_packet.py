"""The packet as a bank receives it: the same bytes every time, every name and amount in it, every page where it is said to be."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.documents import poppler
from tests.documents.sample_case import BANK, FILES, TODAY, case_file, exhibits
from tests.source_tree import ROOT
from workstation.casework.case_file import CaseFile
from workstation.documents.packet import build as packets
from workstation.documents.packet.build import Packet, build_packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting import seal
from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.strips import Run, TypesetContext
from workstation.errors import Refused
from workstation.wording import LANGUAGES

GOLDEN = ROOT / "tests" / "golden"
GAPS = ("2026-08", "2026-09", "2026-10")
CANARIES = [
    "<font color=\"[1 and 'red'][0]\">x</font>",
    '<font color="str(1)">x</font>',
    "<para textColor=\"__import__('os')\">x</para>",
    "&lt;b&gt;",
    "<b>",
    '<a href="javascript:1">x</a>',
    '<img src="http://localhost:9/x.png"/>',
    "{bank} {name} %(x)s {page}",
    "=1+1",
]


def build(file: CaseFile, context: TypesetContext, draft: bool = False) -> Packet:
    return build_packet(packet_figures(file, BANK, 2, GAPS), exhibits(file), draft, context)


@pytest.fixture(scope="module")
def packet(context: TypesetContext) -> Packet:
    return build(case_file(), context)


def in_language(language: str, files: dict[str, tuple[str, str, bytes]] | None = None) -> CaseFile:
    file = case_file(files)
    return replace(file, case=replace(file.case, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(context: TypesetContext, language: str) -> None:
    """Every word of every page and where it stands. After a wanted change: CONCORD_GOLDEN=write pytest."""
    figures = packet_figures(in_language(language), BANK, 2, GAPS)
    given = {one.item_id: one.data for one in exhibits(case_file())}
    own = TypesetContext(Fonts(language, elsewhere=lambda point: None), context.look)
    bound = packets._bound(figures, given, own)
    pages = (*packets._settled(figures, bound, own)[0], *bound)
    lines = []
    for number, page in enumerate(pages, 1):
        lines.append(f"— {number} —")
        for y, strip in page.strips:
            for run in strip.ink:
                if isinstance(run, Run):
                    lines.append(f"{run.x:6.1f} {y + run.y:6.1f} {run.size:4.1f} {run.face:<10} {run.text}".rstrip())
    golden = GOLDEN / f"packet.{language}.txt"
    if os.environ.get("CONCORD_GOLDEN") == "write":
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == golden.read_text("utf-8").splitlines()


def test_the_same_input_gives_the_same_bytes(context: TypesetContext, packet: Packet) -> None:
    again = build(case_file(), context)
    assert again.pdf == packet.pdf
    assert again.sha256 == hashlib.sha256(packet.pdf).hexdigest()


def test_another_process_gives_the_same_bytes(packet: Packet) -> None:
    script = (
        "import sys; from tests.documents.packet.test_packet import build, case_file; "
        "from workstation.documents.typesetting.pdf import open_typesetter; print(build(case_file(), open_typesetter()).sha256)"
    )
    settings = {**os.environ, "PYTHONHASHSEED": "7", "RL_useA85": "1", "TZ": "America/New_York"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=settings, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == packet.sha256


def test_the_code_on_it_names_it(packet: Packet) -> None:
    found = seal.read_seal(packet.pdf)
    assert found is not None and found.intact and found.code == packet.code
    spoiled = bytearray(packet.pdf)
    spoiled[len(spoiled) // 2] ^= 1
    other = seal.read_seal(bytes(spoiled))
    assert other is None or not other.intact


def test_names_and_amounts_can_be_read_back(packet: Packet, tmp_path: Path) -> None:
    text = poppler.squeezed(poppler.text(packet.pdf, tmp_path))
    file = case_file()
    wanted = [file.debtor.name, file.debtor.resident_id, file.debtor.address(), BANK, *file.banks, packet.code]
    wanted += [
        file.case.number,
        file.case.repayment_source,
        file.case.repayment_proposal,
        *file.case.reason_note.split("\n"),
    ]
    for account in file.accounts:
        wanted += [account.principal.grouped(), account.interest.grouped(), account.owed.grouped(), account.tail]
    for row in file.schedules["p1"].rows:
        wanted += [row.due_on.isoformat(), row.payment.grouped(), row.closing.grouped()]
    wanted += ["人民币伍万玖仟贰佰叁拾陆元肆角伍分", "申请中，尚未获批准"]
    assert [word for word in wanted if poppler.squeezed(word) not in text] == []


def test_every_font_of_ours_is_embedded(context: TypesetContext, tmp_path: Path) -> None:
    files = {code: file for code, file in FILES.items() if file[1] != "application/pdf"}
    file = case_file(files)
    pdf = build_packet(packet_figures(file, BANK), exhibits(file, files), True, context).pdf
    fonts = poppler.fonts(pdf, tmp_path)
    assert fonts and all(fonts.values()) and all("Noto" in name for name in fonts)


def test_pages_are_where_the_papers_say(packet: Packet, tmp_path: Path) -> None:
    pages = poppler.text(packet.pdf, tmp_path).split("\f")[: packet.pages]
    bands: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        head = page.split("\n", 8)
        for line in head[1:6]:
            if match := re.match(r"\s*附件 (\d+) ", line):
                bands.setdefault(int(match[1]), number)
    named = set(re.findall(r"附件 (\d+) · 第 (\d+) 页", "\n".join(pages)))
    assert len(bands) == len(FILES) and named
    assert {(int(no), int(page)) for no, page in named} <= set(bands.items())
    for title in ("困难情况说明", "收支与债务情况表", "还款计划表", "证据目录", "来源对照表"):
        (entry,) = re.findall(rf"{title}\s+(\d+)\n", pages[0])
        assert title in pages[int(entry) - 1].split("\n", 4)[-2] + pages[int(entry) - 1][:600]
    assert all(f"第 {n} 页 共 {packet.pages} 页" in re.sub(" +", " ", page) for n, page in enumerate(pages, 1))


def test_outline_language_and_metadata(packet: Packet) -> None:
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert len(pdf.pages) == packet.pages
        assert str(pdf.Root.Lang) == "zh-Hans"
        assert str(pdf.docinfo["/Title"]) == "协商还款申请材料 CC-2026-00417"
        assert str(pdf.docinfo["/Author"]) == "朝阳协商中心"
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
            assert titles[:2] == ["协商还款申请材料", "个性化分期还款申请书"]
            assert len(outline.root[-1].children) == len(FILES)


def test_nothing_reads_as_granted(packet: Packet, tmp_path: Path) -> None:
    text = poppler.squeezed(poppler.text(packet.pdf, tmp_path))
    for said in re.finditer("批准|同意减免|已减免|停息挂账|停息分期", text):
        around = text[max(0, said.start() - 6) : said.end()]
        assert re.search("尚未获批准|或批准", around), around


@pytest.mark.parametrize("canary", CANARIES)
def test_typed_markup_stays_text(context: TypesetContext, canary: str, tmp_path: Path) -> None:
    file = case_file(FILES, name=canary)
    file = replace(
        file, case=replace(file.case, reason_note=f"备注 {canary}"), debtor=replace(file.debtor, employer=canary)
    )
    text = poppler.squeezed(poppler.text(build(file, context).pdf, tmp_path))
    assert text.count(poppler.squeezed(canary)) >= 3  # where a cell wraps, the reader mixes columns


def test_hostile_names(context: TypesetContext, tmp_path: Path) -> None:
    name = "张\u202e三\x00\u200b" + "买买提·" * 60 + "\U00031350"
    packet = build(case_file(FILES, name=name), context)
    text = poppler.squeezed(poppler.text(packet.pdf, tmp_path))
    assert "\u202e" not in text and "〔U+31350〕" in text
    assert [finding.code for finding in packet.findings] == ["character_undrawable"]


def test_a_draft_is_marked_on_every_page(context: TypesetContext, packet: Packet) -> None:
    draft = build(case_file(), context, draft=True)
    assert draft.pages == packet.pages and draft.pdf != packet.pdf
    with pikepdf.open(io.BytesIO(draft.pdf)) as pdf, pikepdf.open(io.BytesIO(packet.pdf)) as final:
        for page, clean in zip(pdf.pages, final.pages, strict=True):
            assert "/ExtGState" in page.resources or b"gs" in page.Contents.read_bytes()
            assert "草稿" not in str(clean)


def test_single_papers(context: TypesetContext) -> None:
    figures = packet_figures(case_file(), BANK)
    for kind in figures.papers:
        paper = build_paper(figures, kind, draft=True, context=context)
        assert paper.pages >= 1 and paper.pdf.startswith(b"%PDF")


def test_a_missing_file_is_named(context: TypesetContext) -> None:
    file = case_file()
    with pytest.raises(Refused) as refusal:
        build_packet(packet_figures(file, BANK), exhibits(file)[1:], False, context)
    (finding,) = refusal.value.findings
    assert (finding.code, finding.subject, finding.figures["file"]) == (
        "exhibit_missing",
        "evidence.id_card",
        "身份证.jpg",
    )


def test_a_case_hardly_begun_still_drafts(context: TypesetContext) -> None:
    file = replace(case_file({}), plans=(), choices=())
    bare = replace(file, case=replace(file.case, reason="", reason_from=None, requests=(), reason_note=""))
    assert build_packet(packet_figures(bare, BANK), (), True, context).pages >= 6


def test_figures_are_of_the_day_and_the_bank() -> None:
    figures = packet_figures(case_file(), BANK, 3)
    assert (figures.made_on, figures.version) == (TODAY.isoformat(), 3)
    assert [account.label for account in figures.accounts] == ["信用卡（尾号 6214）"]
    assert len(figures.debts) == 2 and figures.debts_owed[0].owed.grouped() == "71,992.45"
    assert figures.owed[0].words == "人民币伍万玖仟贰佰叁拾陆元肆角伍分"
    assert figures.exhibits[0].purpose_mark == f"仅供{BANK}协商还款使用 2026-11-23"
    assert not figures.exhibits[1].purpose_mark
    assert figures.budget.share == "61.8%"


def test_packets_are_written_side_by_side(context: TypesetContext, packet: Packet) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: build(case_file(), context).sha256, range(4)))
    assert set(made) == {packet.sha256}


def test_every_figure_names_its_source() -> None:
    file = case_file()
    other = replace(file.items[1], id="item-else", account_id="a2")
    figures = packet_figures(replace(file, items=(*file.items, other)), BANK, income_gaps=GAPS)
    assert "item-else" not in [
        one.item_id for one in figures.exhibits
    ]  # the proof of another bank's account stays here
    found = {one.figure: one for one in figures.provenance}
    assert [place.no for place in found["姓名"].places] == [1] and [place.no for place in found["困难原因"].places] == [
        4
    ]
    assert (found["每月结余"].words, found["每月结余"].anchor) == ("computed_budget", "paper.budget")
    assert found["每期应还"].anchor == "paper.schedule"
    assert found["收入中断月份"].words == "computed_statements"


def test_without_proofs_the_source_is_said() -> None:
    found = {one.figure: one.words for one in packet_figures(case_file({}), BANK).provenance}
    assert found["姓名"] == found["信用卡（尾号 6214） 本金"] == found["困难原因"] == "stated"
