"""Self-written statements in the layouts that real issuers print: the same 200 rows, clean, in four clothes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

OPENING = 5_000_00


@dataclass(frozen=True)
class Entry:
    at: datetime
    minor: int
    balance: int
    peer: str
    text: str

    @property
    def day(self) -> str:
        return self.at.date().isoformat()


def entries(count: int = 200) -> tuple[Entry, ...]:
    """Six months, oldest first: pay every three weeks, spending that differs, now and then two rows in one second."""
    made: list[Entry] = []
    at, balance = datetime(2026, 5, 1, 8, 0, 7), OPENING
    for number in range(count):
        pays = number % 25 == 9
        minor = 7_812_34 if pays else -(900 + (number * 3557) % 19_000)
        balance += minor
        made.append(
            Entry(at, minor, balance, "星海科技有限公司" if pays else f"商户{number}", "工资" if pays else "消费")
        )
        at += timedelta(0) if number % 21 == 20 else timedelta(hours=21, minutes=number % 50, seconds=13)
    return tuple(made)


def money(minor: int) -> str:
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


def written(rows: list[list[str]], end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows(rows)
    return text.getvalue()


def cmb(rows: tuple[Entry, ...]) -> list[list[str]]:
    head = [
        "记账日期",
        "货币",
        "交易金额",
        "联机余额",
        "交易摘要",
        "对手信息",
        "客户摘要",
    ]
    return [head] + [[one.day, "CNY", money(one.minor), money(one.balance), one.text, one.peer, ""] for one in rows]


def cmb_web(rows: tuple[Entry, ...]) -> list[list[str]]:
    """Oldest first, tabs before the texts, facts and totals in comment lines."""
    head = ["交易日期", "交易时间", "收入", "支出", "余额", "交易类型", "交易备注"]
    gained = [one.minor for one in rows if one.minor > 0]
    lost = [-one.minor for one in rows if one.minor < 0]
    body = [
        [f"\t{one.day.replace('-', '')}", f"\t{one.at:%H:%M:%S}", money(one.minor) if one.minor > 0 else "",
         money(-one.minor) if one.minor < 0 else "", money(one.balance), f"\t{one.text}", f"\t{one.peer}"]
        for one in rows
    ]  # fmt: skip
    return [
        ["# 招商银行交易记录"],
        ["# 账    号: [一卡通:6214********8888 深圳分行]"],
        [f"# 起始日期: [{rows[0].at:%Y%m}01]   终止日期: [{rows[-1].at:%Y%m%d}]"],
        [],
        head,
        *body,
        [f"# 收入合计: {len(gained)}笔，共 {money(sum(gained))}元"],
        [f"# 支出合计: {len(lost)}笔，共 {money(sum(lost))}元"],
    ]


def icbc(rows: tuple[Entry, ...]) -> list[list[str]]:
    """Newest first, padded cells, separate columns, totals below."""
    head = [
        "交易日期",
        "摘要",
        "交易场所",
        "交易国家或地区简称",
        "钞/汇",
        "交易金额(收入)",
        "交易金额(支出)",
        "交易币种",
        "记账金额(收入)",
        "记账金额(支出)",
        "记账币种",
        "余额",
        "对方户名",
    ]
    made = [["明细查询文件下载"], [], ["卡号: 6222****0418", "卡别名: "], [], head]
    for one in reversed(rows):
        gain, loss = (money(one.minor), "") if one.minor > 0 else ("", money(-one.minor))
        made.append(
            [f"{one.day}     \t", f"{one.text}   \t", " \t", "CHN \t", "钞  \t", "-  \t", "-  \t", "-  \t",
             f"{gain}  \t", f"{loss}   \t", "人民币  \t", f"{money(one.balance)}  \t", f"{one.peer}  \t", ""]
        )  # fmt: skip
    gained = sum(one.minor for one in rows if one.minor > 0)
    lost = sum(-one.minor for one in rows if one.minor < 0)
    return [*made, [" "], ["人民币合计", *[""] * 7, money(gained), f"{money(lost)}  \t", ""]]


def boc(rows: tuple[Entry, ...]) -> list[list[str]]:
    """Newest first, with the second of each row."""
    head = [
        "记账日期",
        "记账时间",
        "币别",
        "金额",
        "余额",
        "交易名称",
        "渠道",
        "网点名称",
        "附言",
        "对方账户名",
        "对方卡号/账号",
        "对方开户行",
        "借记卡号",
    ]
    body = [
        [one.day, f"{one.at:%H:%M:%S}", "人民币", money(one.minor), money(one.balance), one.text, "", "-----", "-----",
         one.peer, "6226******5669", "-----", "3167"]
        for one in reversed(rows)
    ]  # fmt: skip
    return [["中国银行交易流水明细单"], head, *body]


def ccb(rows: tuple[Entry, ...]) -> list[list[str]]:
    """Oldest first, amounts of the other column printed as 0."""
    head = [
        "记账日",
        "交易日期",
        "交易时间",
        "支出",
        "收入",
        "账户余额",
        "币种",
        "摘要",
        "对方账号",
        "对方户名",
        "交易地点",
    ]
    body = [
        [one.day.replace("-", ""), one.day.replace("-", ""), f"{one.at:%H:%M:%S}", money(max(-one.minor, 0)),
         money(max(one.minor, 0)), money(one.balance), "人民币", one.text, "2088*****0156", one.peer, "深圳"]
        for one in rows
    ]  # fmt: skip
    return [
        ["China Construction Bank"],
        ["账　　号：", "62170*****0156"],
        [],
        head,
        *body,
        ["以上数据仅供参考|具体内容请以柜台为准"],
    ]


CLOTHES: dict[str, Callable[[tuple[Entry, ...]], list[list[str]]]] = {
    "cmb.debit": cmb,
    "cmb.web": cmb_web,
    "icbc.debit-v1": icbc,
    "boc.debit": boc,
    "ccb.debit": ccb,
}
AMOUNTS = {"cmb.debit": (2,), "cmb.web": (2, 3), "icbc.debit-v1": (8, 9), "boc.debit": (3,), "ccb.debit": (3, 4)}
BALANCE = {"cmb.debit": 3, "cmb.web": 4, "icbc.debit-v1": 11, "boc.debit": 4, "ccb.debit": 5}


def wechat(day: date = date(2026, 6, 1)) -> list[list[object]]:
    """A WeChat bill as a workbook holds it: times are date cells, amounts numbers."""
    head = [
        "交易时间",
        "交易类型",
        "交易对方",
        "商品",
        "收/支",
        "金额(元)",
        "支付方式",
        "当前状态",
        "交易单号",
        "商户单号",
        "备注",
    ]
    at = datetime(day.year, day.month, day.day, 9, 30)
    return [
        ["微信支付账单明细"],
        ["起始时间：[2026-06-01 00:00:00] 终止时间：[2026-07-31 23:59:59]"],
        ["共3笔记录"],
        ["收入：1笔 88.10元"],
        ["支出：1笔 12.35元"],
        ["----------------------微信支付账单明细列表--------------------"],
        list(head),
        [at, "商户消费", "早餐店", "豆浆", "支出", 12.35, "零钱", "支付成功", "4200001", "1", "/"],
        [at + timedelta(hours=1), "微信红包", "朋友", "/", "收入", 88.1, "/", "已存入零钱", "4200002", "/", "/"],
        [
            at + timedelta(hours=2),
            "零钱提现",
            "招商银行",
            "/",
            "/",
            50.1,
            "招商银行",
            "提现已到账",
            "4200003",
            "/",
            "服务费¥0.10",
        ],
    ]
