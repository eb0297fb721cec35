"""Where pages part: an end never stands alone, whatever held it before, and what leads to a table stays with it."""

from __future__ import annotations

import pytest

from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.look import MM
from workstation.documents.typesetting.pages import Page, set_pages
from workstation.documents.typesetting.strips import Run, TypesetContext


def texts(page: Page) -> list[str]:
    return [ink.text for _, strip in page.strips for ink in strip.ink if isinstance(ink, Run) and ink.text]


def signature() -> b.Signature:
    return b.Signature((b.SignatureArea("签字", "日期"),))


@pytest.mark.parametrize("points", range(28, 46))
@pytest.mark.parametrize("kept", [True, False])
def test_a_signature_is_never_alone_on_its_page(context: TypesetContext, points: int, kept: bool) -> None:
    """Neither where all was to stay together and is too long, nor where nothing was."""
    said = b.Text("\n".join(f"{no}. 申请事项" for no in range(1, points + 1)), style="list")
    blocks = (b.Heading("声明"), said, signature())
    pages = set_pages((b.Keep(blocks),) if kept else blocks, context)
    (signed,) = [page for page in pages if "签字" in texts(page)]
    assert sum("申请事项" in text for text in texts(signed)) >= 2


@pytest.mark.parametrize("lines", range(24, 44))
def test_what_leads_to_a_table_stands_on_the_page_of_its_first_row(context: TypesetContext, lines: int) -> None:
    before = b.Text("\n".join("一行" for _ in range(lines)), style="list")
    lead = b.Keep((b.Heading("还款计划"), b.Text("年化成本")), leads=True)
    table = b.TableBlock((b.TableColumn("期数"),), tuple(b.TableRow((f"第{no}期",)) for no in range(1, 40)))
    pages = set_pages((before, lead, table), context)
    (led,) = [page for page in pages if "年化成本" in texts(page)]
    assert "第1期" in texts(led) and any("还款计划" in text for text in texts(led))


def signed_at(context: TypesetContext, room: float, area: b.SignatureArea) -> tuple[int, float]:
    """On how many pages a paper comes that leaves ``room`` points above its signature, and how high that is drawn."""
    above = b.Space((context.look.depth - room) / MM)
    pages = set_pages((above, b.Signature((area,))), context)
    (height,) = [
        strip.height for page in pages for _, strip in page.strips if strip.low or strip.height > 80 > strip.before > 0
    ]
    return len(pages), height


@pytest.mark.parametrize(
    ("room", "pages", "height"),
    [(92.5, 1, 84.0), (91.5, 1, 74.0), (82.5, 1, 74.0), (81.5, 2, 84.0)],
)
def test_a_box_to_sign_in_gives_up_some_room_to_stay(
    context: TypesetContext, room: float, pages: int, height: float
) -> None:
    assert signed_at(context, room, b.SignatureArea("签字", "日期")) == (pages, height)


def test_a_box_for_a_seal_gives_up_nothing(context: TypesetContext) -> None:
    whole = context.look.seal + 9
    area = b.SignatureArea("盖章", "日期", "公章")
    assert signed_at(context, whole + 8.5, area) == (1, whole)
    assert signed_at(context, whole + 7.5, area) == (2, whole)


@pytest.mark.parametrize("total", [False, True])
@pytest.mark.parametrize("room", range(60, 200, 7))
def test_a_row_is_never_alone_on_a_page(context: TypesetContext, room: int, total: bool) -> None:
    """Neither the first one, nor the last one, nor the last one with its total."""
    rows = [b.TableRow((f"第{no}期",)) for no in range(1, 13)] + [b.TableRow(("合计",), strong=True)] * total
    above = b.Space((context.look.depth - room) / MM)
    pages = set_pages((above, b.TableBlock((b.TableColumn("期数"),), tuple(rows))), context)
    shown = [sum(text.startswith("第") for text in texts(page)) for page in pages]
    assert sum(shown) == 12 and 1 not in shown


@pytest.mark.parametrize("room", range(60, 260, 7))
def test_rows_that_lead_stay_with_the_next(context: TypesetContext, room: int) -> None:
    rows = [b.TableRow((f"{no}之{part}",), leads=part < 4) for no in range(1, 9) for part in range(1, 5)]
    above = b.Space((context.look.depth - room) / MM)
    pages = set_pages((above, b.TableBlock((b.TableColumn("算式"),), tuple(rows))), context)
    shown = [[text for text in texts(page) if "之" in text] for page in pages]
    assert sum(map(len, shown)) == 32 and all(len(one) % 4 == 0 for one in shown)
