"""Bank statements as PDF after the public column lists of their issuers, set by reportlab, which the reader does not use.

The same made-up account in every layout: opening 5,000.00, one pay of 6,500.00 in ten rows. All names are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources

FONT = "NotoSansSC-Regular"
LEADING = 8.6
MONTHLY = ("tax.income", "social_security.list")
"""Lists of months, each set in its own test."""
SHOP, PAYER = "支付宝（中国）网络技术有限公司", "某某科技有限公司"


@dataclass(frozen=True)
class Entry:
    """A transaction; ``minor`` and ``balance`` in cents, ``number`` from 1."""

    number: int
    at: datetime
    minor: int
    balance: int

    @property
    def day(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def clock(self) -> str:
        return f"{self.at:%H:%M:%S}"

    @property
    def word(self) -> str:
        return "工资" if self.minor > 0 else "快捷支付"

    @property
    def peer(self) -> str:
        return PAYER if self.minor > 0 else SHOP

    @property
    def way(self) -> str:
        return "收入" if self.minor > 0 else "支出"


def entries(count: int) -> list[Entry]:
    """Rows from 2026-01-01 on, two days apart."""
    made, balance = [], 500_000
    for number in range(1, count + 1):
        minor = 650_000 if number % 10 == 3 else -(1_000 + number * 3_557 % 20_000)
        balance += minor
        at = datetime(2026, 1, 1, 8) + timedelta(days=2 * number, minutes=7 * number)
        made.append(Entry(number, at, minor, balance))
    return made


def money(minor: int) -> str:
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


@dataclass(frozen=True)
class Clothes:
    """How an issuer prints: lines above, titles (lines of each), left edges, cells of a row (lines of each, parted by ``|``)."""

    above: tuple[str, ...]
    titles: tuple[str, ...]
    lefts: tuple[int, ...]
    cells: Callable[[Entry], Sequence[str]]
    upright: bool = True
    below: str = ""
    floating: bool = False
    numbered: bool = False
    balanced: bool = True
    sums: Callable[[Sequence[Entry]], str] = field(default=lambda rows: "")


def _icbc(one: Entry) -> Sequence[str]:
    account = "100129510123955990|6"
    peer = (one.peer, "2433****0133", "快捷支付")
    sums = (money(one.minor), money(one.balance))
    return (f"{one.day}|{one.clock}", account, "活期", "00000", "人民币", "钞", one.word, "1001", *sums, *peer)


def _ccb(one: Entry) -> Sequence[str]:
    peer = "6217****1234/支付宝（中国）网络技术|有限公司" if one.minor < 0 else f"6217****1234/{PAYER}"
    return (
        str(one.number),
        one.word,
        "人民币元",
        "钞",
        f"{one.at:%Y%m%d}",
        money(one.minor),
        money(one.balance),
        "财付通-微信支付",
        peer,
    )


def _boc(one: Entry) -> Sequence[str]:
    return (
        one.day, one.clock, "人民币", money(one.minor), money(one.balance), one.word, "银企对接", "-------------------",
        "------", one.peer, "243300133", "---------",
    )  # fmt: skip


def _cmb(one: Entry) -> Sequence[str]:
    return (one.day, "CNY", money(one.minor), money(one.balance), one.word, one.peer)


def _wechat(one: Entry) -> Sequence[str]:
    return (
        f"4200001900000000000000|{one.number:06d}", f"{one.day}|{one.clock}", "商户消费" if one.minor < 0 else "转账", one.way,
        "零钱", money(abs(one.minor)), one.peer, f"100000000000000000000000|{one.number:04d}",
    )  # fmt: skip


def _alipay(one: Entry) -> Sequence[str]:
    return (
        one.way, one.peer, one.word, "余额宝", money(abs(one.minor)).replace(",", ""), f"2026000000000000000000|{one.number:06d}",
        f"T000000000000000000|{one.number:02d}", f"{one.day}|{one.clock}",
    )  # fmt: skip


def _ccb_sums(rows: Sequence[Entry]) -> str:
    out, came = (money(abs(sum(one.minor for one in rows if one.minor * sign > 0))) for sign in (-1, 1))
    return f"当前时间段收支金额合计：人民币元；总支出：{out} 总收入：{came}"


_CMB_LEFTS = (29, 85, 129, 199, 269, 349)
_CMB_TITLES = (
    "记账日期|Date", "货币|Currency", "交易金额|Transaction|Amount", "联机余额|Balance", "交易摘要|Transaction Type",
    "对手信息|Counter Party",
)  # fmt: skip
_CMB_ABOVE = ("招商银行交易流水", "2025-12-01 -- 2027-06-30", "户 名：测试用户 账号：6214830000001111")

PRINTED = {
    "icbc.printed": Clothes(
        ("中国工商银行借记账户历史明细（电子版）", "卡号 6222020200000004444 户名：测试用户 起止日期：2025-12-01 — 2027-06-30"),
        ("交易日期", "账号", "储种", "序号", "币种", "钞汇", "摘要", "地区", "收入/支出金额", "余额", "对方户名", "对方账号",
         "渠道"),
        (50, 98, 174, 202, 236, 272, 298, 350, 380, 442, 504, 654, 736), _icbc, upright=False, below="第{page}页",
    ),
    "ccb.printed": Clothes(
        ("中国建设银行个人活期账户全部交易明细",
         "卡号/账号:6227000000000003242 客户名称:测试用户 起始日期:20251201 结束日期:20270630"),
        ("序号", "摘要", "币别", "钞汇", "交易日期", "交易金额", "账户余额", "交易地点/附言", "对方账号与户名"),
        (28, 56, 106, 150, 176, 228, 290, 352, 442), _ccb, numbered=True, sums=_ccb_sums,
    ),
    "boc.printed": Clothes(
        ("中国银行交易流水明细清单", "交易区间： 2025-12-01 至 2027-06-30 客户姓名： 测试用户 借记卡号：6217000000000001111"),
        ("记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "渠道", "网点名称", "附言", "对方账户名", "对方卡号/账号",
         "对方开户行"),
        (40, 90, 134, 168, 224, 284, 336, 385, 465, 516, 646, 736), _boc, upright=False, below="第 {page} 页/共 {pages} 页",
    ),
    "cmb.debit": Clothes(
        _CMB_ABOVE, (*_CMB_TITLES, "客户摘要|Customer Type"), (*_CMB_LEFTS, 499),
        lambda one: (*_cmb(one)[:5], f"{one.peer}|2433000133", one.word), below="{page}/{pages}",
    ),
    "cmb.printed": Clothes(_CMB_ABOVE, _CMB_TITLES, _CMB_LEFTS, _cmb, floating=True),
    "wechat.proof": Clothes(
        ("微信支付交易明细证明", "兹证明：测试用户（居民身份证：110***********1234），在其微信号：wx_test 中的交易明细信息如下：",
         "交易明细对应时间段 2025-12-01 00:00:00 至 2027-06-30 23:59:59", "具体交易明细"),
        ("交易单号", "交易时间", "交易类型", "收/支/其他", "交易方式", "金额(元)", "交易对方", "商户单号"),
        (27, 117, 173, 223, 263, 323, 373, 473), _wechat, below="第{page}页 说明：1.本明细仅展示当前账单中的交易", balanced=False,
    ),
    "alipay.proof": Clothes(
        ("支付宝交易流水证明", "编号：2026071500085000000", "兹证明：测试用户在其支付宝账号138******00中明细信息如下：",
         "币种：人民币/单位：元 交易时间段：2025-12-01 00:00:00 至 2027-06-30 23:59:59"),
        ("收/支", "交易对方", "商品说明", "收/付款方式", "金额", "交易订单号", "商家订单号", "交易时间"),
        (22, 52, 192, 242, 302, 352, 442, 522), _alipay, balanced=False,
    ),
}  # fmt: skip

Op = tuple[float, float, float, str]
"""Left edge, baseline, size and text of one run."""


@dataclass
class Sheet:
    """One page as it will be set: its frame and, by entry, the runs of each row."""

    frame: list[Op]
    rows: list[tuple[Entry, list[Op]]]


def sheets(layout: str, rows: Sequence[Entry]) -> list[Sheet]:
    """The pages of a statement; titles on the first, or on every page where the issuer prints them so."""
    clothes = PRINTED[layout]
    made: list[Sheet] = []
    left = list(rows)
    deep = max(cell.count("|") + 1 for cell in clothes.cells(rows[0]))
    pitch = LEADING * deep + 4.0
    while left:
        frame, base = _frame(clothes, rows, first=not made)
        fits = max(1, int((base - 60) // pitch))
        placed = [(one, _row(clothes, one, base - pitch * place, deep)) for place, one in enumerate(left[:fits], 1)]
        left = left[fits:]
        made.append(Sheet(frame, placed))
    for number, sheet in enumerate(made, 1):
        if clothes.below:
            sheet.frame.append((30, 18, 7, clothes.below.format(page=number, pages=len(made))))
    return made


def _frame(clothes: Clothes, rows: Sequence[Entry], *, first: bool) -> tuple[list[Op], float]:
    """What stands on a page besides its rows, and the baseline above them."""
    base = (A4[1] if clothes.upright else A4[0]) - 45.0
    above = (*clothes.above, *filter(None, [clothes.sums(rows)])) if first else ()
    frame: list[Op] = [(26, base - 10 * place, 7, line) for place, line in enumerate(above)]
    base -= 10 * len(above) + 14
    if first or clothes.floating:
        deep = max(title.count("|") + 1 for title in clothes.titles)
        for left, title in zip(clothes.lefts, clothes.titles, strict=True):
            frame += _cell(left, base, title, deep)
        base -= LEADING * (deep - 1)
    return frame, base - 4


def _row(clothes: Clothes, one: Entry, base: float, deep: int) -> list[Op]:
    top = base + LEADING * (deep - 1)
    return [
        op for left, cell in zip(clothes.lefts, clothes.cells(one), strict=True) for op in _cell(left, top, cell, deep)
    ]


def _cell(left: float, top: float, text: str, deep: int) -> list[Op]:
    """Lines of a cell; shorter cells stand on its bottom line."""
    lines = text.split("|")
    return [(left, top - LEADING * (place + deep - len(lines)), 7, line) for place, line in enumerate(lines)]


def drawn(pages: Sequence[Sequence[Op]], upright: bool = True, font: str = FONT) -> bytes:
    """The runs as a PDF; ``STSong-Light`` is a font that the file only names, as the files of many banks do."""
    if font not in pdfmetrics.getRegisteredFontNames():
        of_file = TTFont(font, resources.path("fonts", f"{font}.ttf")) if font == FONT else UnicodeCIDFont(font)
        pdfmetrics.registerFont(of_file)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4 if upright else landscape(A4), invariant=1)
    for page in pages:
        for left, base, size, text in page:
            canvas.setFont(font, size)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def statement_pdf(layout: str, rows: Sequence[Entry]) -> bytes:
    """A whole statement."""
    pages = [[*sheet.frame, *(op for _, ops in sheet.rows for op in ops)] for sheet in sheets(layout, rows)]
    return drawn(pages, PRINTED[layout].upright)
