"""Set pages: nothing cut, nothing over anything else, decimals under each other, room for the seal."""

from __future__ import annotations

from itertools import combinations

import pytest

from workstation.documents.typesetting.blocks import (
    Block,
    Chart,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    Line,
    Note,
    PageBreak,
    Pair,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    VerificationCode,
)
from workstation.documents.typesetting.pages import Page, set_pages
from workstation.documents.typesetting.strips import Box, Ring, RuledLine, Run, TypesetContext, shares

LONG = "北京市朝阳区建国路八十八号院六号楼三单元一千五百零二室转交阿依古丽·买买提江·吐尔逊收" * 3
HUGE = "999,999,999,999.99"


def boxes(page: Page, context: TypesetContext) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom of the ink of every run on a page."""
    return [
        (
            run.x,
            y + run.y - run.size * 0.8,
            run.x + context.fonts.width(run.text, run.face, run.size),
            y + run.y,
            run.text,
        )
        for y, strip in page.strips
        for run in strip.ink
        if isinstance(run, Run) and run.text.strip()
    ]


def assert_clear(pages: tuple[Page, ...], context: TypesetContext) -> None:
    look = context.look
    for page in pages:
        found = boxes(page, context)
        for left, top, right, bottom, text in found:
            assert left >= -0.5 and right <= look.inner + 0.5, text
            assert top >= -0.5 and bottom <= look.depth + 0.5, text
        for one, other in combinations(found, 2):
            apart = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5 or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def words(pages: tuple[Page, ...]) -> str:
    return "".join(
        run.text for page in pages for _, strip in page.strips for run in strip.ink if isinstance(run, Run)
    ).replace(" ", "")


AMOUNTS = ("开户银行 ····6214", *[HUGE] * 7)
TABLE = TableBlock(
    (TableColumn("账户", grow=True), *[TableColumn(f"项目{i}", "figure") for i in range(7)]),
    (TableRow(AMOUNTS), TableRow(("合计", *[HUGE] * 7), strong=True)),
)
GRID = Fields(
    (
        (LabelledValue("姓名", LONG), LabelledValue("证件号码", "11010519491231002X"), LabelledValue("性别", "女")),
        (LabelledValue("手机", "138 0000 6214"), LabelledValue("工作单位", LONG * 2), LabelledValue("供养", "2 人")),
        (LabelledValue("每期应还", f"¥ {HUGE}（末期 ¥ {HUGE}）", True), LabelledValue("减免", f"利息 ¥ {HUGE}")),
        (LabelledValue("现居地址", LONG * 4),),
    )
)


@pytest.mark.parametrize("block", [TABLE, GRID, Pair(LONG, f"逾期 {LONG}"), Text(LONG * 9), Heading(LONG)])
def test_long_things_flow(context: TypesetContext, block: object) -> None:
    pages = set_pages([block], context)  # type: ignore[list-item]
    assert_clear(pages, context)
    if block is TABLE:
        assert words(pages).count(HUGE) == 14
    if block is GRID:
        assert words(pages).count(HUGE) == 3
        assert len(words(pages)) == sum(len((f.label + f.value).replace(" ", "")) for row in GRID.rows for f in row)


def test_a_cell_longer_than_a_page_goes_on(context: TypesetContext) -> None:
    text = "这一段说明很长。" * 700
    pages = set_pages(
        [Fields(((LabelledValue("说明", text),),)), TableBlock((TableColumn("甲", grow=True),), (TableRow((text,)),))],
        context,
    )
    assert len(pages) >= 4
    assert_clear(pages, context)
    assert words(pages).count("这一段说明很长。") >= 1390  # a few are parted by line ends
    assert words(pages).count("长") == 1400


def test_decimal_points_stand_under_each_other(context: TypesetContext) -> None:
    rows = tuple(TableRow((text,)) for text in ("1,111.11", "0.45", "99,999.90", "8.00"))
    (page,) = set_pages([TableBlock((TableColumn("金额", "figure"),), rows)], context)
    runs = [run for _, strip in page.strips for run in strip.ink if isinstance(run, Run) and run.tabular]
    points = {
        round(run.x + context.fonts.tabular(run.text.split(".")[0], run.face, run.size), 1)
        for run in runs
        if "." in run.text
    }
    assert len(runs) == 4 and len(points) == 1


def test_headings_return_and_totals_do_not_stand_alone(context: TypesetContext) -> None:
    rows = tuple(TableRow((str(i), "1.00")) for i in range(120))
    pages = set_pages(
        [TableBlock((TableColumn("期数"), TableColumn("金额", "figure")), (*rows, TableRow(("合计", "120.00"), True)))],
        context,
    )
    assert len(pages) > 2
    for page in pages:
        first = page.strips[0][1].ink
        assert any(isinstance(run, Run) and run.text == "期数" for run in first)
    assert sum(1 for _, strip in pages[-1].strips for run in strip.ink if isinstance(run, Run)) >= 5


@pytest.mark.parametrize("filled", range(30, 60, 2))
@pytest.mark.parametrize("end", [Signature((SignatureArea("签字"),)), Note("以上各项。"), VerificationCode("检核码")])
def test_the_end_of_a_paper_never_comes_alone(context: TypesetContext, filled: int, end: Block) -> None:
    lines = [Text(f"行{number}") for number in range(filled)]
    pages = set_pages([*lines, end, PageBreak(), *lines[:3]], context)
    last_of_paper = pages[-2] if len(pages) > 1 else pages[-1]
    assert (
        sum(run.text.startswith("行") for _, strip in last_of_paper.strips for run in strip.ink if isinstance(run, Run))
        >= 2
    )
    assert len(pages[-1].strips) == 3


@pytest.mark.parametrize("filled", range(0, 60, 3))
def test_a_heading_is_never_last_and_kept_things_stay_whole(context: TypesetContext, filled: int) -> None:
    kept = Keep((Text("甲"), Signature((SignatureArea("签字", "日期", seal="（盖章）"),))))
    pages = set_pages([*[Text("行")] * filled, Heading("题"), Text("文"), kept], context)
    for page in pages:
        last = [run.text for run in page.strips[-1][1].ink if isinstance(run, Run)]
        assert "题" not in last
    home = [
        n
        for n, page in enumerate(pages)
        for _, s in page.strips
        for r in s.ink
        if getattr(r, "text", "") in ("甲", "签字")
    ]
    assert len(set(home)) == 1


def test_of_things_too_long_for_a_page_the_inner_ones_stay_whole(context: TypesetContext) -> None:
    parts = [Keep((Text(f"首 {no}"), *[Text("中")] * 11, Text(f"尾 {no}"))) for no in range(9)]
    pages = set_pages([Heading("题"), Keep(tuple(parts))], context)
    assert len(pages) > 2
    for page in pages:
        texts = [run.text for _, strip in page.strips for run in strip.ink if isinstance(run, Run)]
        assert [text[2:] for text in texts if text[0] == "首"] == [text[2:] for text in texts if text[0] == "尾"]
        assert texts[-1] != "题"


def test_a_full_row_of_fields_becomes_several(context: TypesetContext) -> None:
    """An amount is not broken to stand beside others, nor is a long name made a tower."""
    amounts = tuple(LabelledValue(f"金额{i}", f"¥\u00a0{HUGE}", True) for i in range(3))
    (page,) = set_pages([Fields((amounts, (LabelledValue("姓名", LONG), LabelledValue("年龄", "40"))))], context)
    lines = [run.text for _, strip in page.strips for run in strip.ink if isinstance(run, Run)]
    assert lines.count(f"¥\u00a0{HUGE}") == 3
    assert "".join(lines[lines.index("姓名") :]).replace("姓名", "").startswith(LONG)
    usual = Fields(
        ((LabelledValue("姓名", "欧阳"), LabelledValue("应还", "¥\u00a0836.67"), LabelledValue("供养", "2 人")),)
    )
    assert len(set_pages([usual], context)[0].strips) == 1


def test_the_seal_has_42_millimetres_free_of_print(context: TypesetContext) -> None:
    areas = (
        SignatureArea("申请人签字（按指印）", "日期            年      月      日"),
        SignatureArea("受理意见（银行填写）", "          年     月     日", seal="（盖章）"),
    )
    (page,) = set_pages([Signature(areas)], context)
    ((y, strip),) = page.strips
    (ring,) = [ink for ink in strip.ink if isinstance(ink, Ring)]
    assert 2 * ring.radius >= 42 * 72 / 25.4 - 0.01
    for left, top, right, bottom, text in boxes(page, context):
        x, level = max(left, min(ring.x, right)), max(top, min(y + ring.y, bottom))
        assert (x - ring.x) ** 2 + (level - y - ring.y) ** 2 > ring.radius**2, text
    for rule in strip.ink:
        if isinstance(rule, RuledLine):
            x, level = max(rule.x, min(ring.x, rule.to_x)), max(rule.y, min(ring.y, rule.to_y))
            assert (x - ring.x) ** 2 + (level - ring.y) ** 2 > ring.radius**2


def test_names_of_a_chart_stand_apart(context: TypesetContext) -> None:
    alike = (Line(name, ((0, 100 + no), (60, 0))) for no, name in enumerate("ABCD"))
    lines = (*alike, Line("E", ((0, 9), (1, 0))))
    chart = Chart(lines, ((0, "今天"), (60, "五年后")), ((0, "0"), (100, "100")), 24.0)
    (page,) = set_pages([chart], context)
    badges = [ink for _, strip in page.strips for ink in strip.ink if isinstance(ink, Box)]
    assert len(badges) == 5
    for one, other in combinations(badges, 2):
        assert abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height


def test_shares() -> None:
    assert shares([10, 20], 50) == [20, 30]
    assert shares([10, 100, 100], 110) == [10, 50, 50]
    assert sum(shares([7, 300, 41, 90], 100)) == pytest.approx(100)
    assert shares([10, 100, 100], 110, [10, 70, 0]) == [10, 70, 30], "what may not break comes before what may"
    assert shares([100, 100, 100], 90, [50, 10, 0]) == [50, 20, 20]
    assert sum(shares([200, 200], 100, [150, 150])) == pytest.approx(100), "floors beyond the room share it"
