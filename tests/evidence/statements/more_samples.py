"""More layouts worn by the same 200 rows of `samples`: banks whose lists are known from published descriptions only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.evidence.statements.samples import Entry, money

Rows = list[list[str]]


@dataclass(frozen=True)
class Clothes:
    """How a layout dresses the rows. ``above`` stands before the header; ``row`` dresses one entry; ``newest_first``: turned."""

    header: tuple[str, ...]
    row: Callable[[Entry], list[str]]
    amounts: tuple[int, ...]
    balance: int
    above: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()
    newest_first: bool = False
    account: str = ""

    def table(self, rows: Sequence[Entry]) -> Rows:
        """The whole file."""
        body = [self.row(one) for one in (reversed(rows) if self.newest_first else rows)]
        return [*map(list, self.above), list(self.header), *body, *map(list, self.below)]

    @property
    def first(self) -> int:
        """Index of the first row of the body."""
        return len(self.above) + 1


def out(one: Entry) -> str:
    return money(-one.minor) if one.minor < 0 else ""


def into(one: Entry) -> str:
    return money(one.minor) if one.minor > 0 else ""


def signed(one: Entry) -> str:
    return ("+" if one.minor > 0 else "") + money(one.minor)


def compact(one: Entry) -> str:
    return one.day.replace("-", "")


WARDROBE: dict[str, Clothes] = {
    "abc.debit": Clothes(
        ("交易日期", "交易时间", "交易摘要", "交易金额", "本次余额", "对手信息", "日 志 号", "交易渠道", "交易附言"),
        lambda one: [compact(one), f"{one.at:%H%M%S}", one.text, signed(one), money(one.balance), one.peer, "369", "电子商务", ""],
        (3,),
        4,
        above=(("中国农业银行账户活期交易明细清单",), ("户名：样例", "账户：6228480000001234567")),
        account="…4567",
    ),
    "bocom.debit": Clothes(
        ("序号", "Trans Date\n交易日期", "Trans Time\n交易时间", "Trading Type\n交易类型", "Dc Flg\n借贷", "Trans Amt\n交易金额",
         "Balance\n余额", "Payment Receipt\nAccount\n对方账号", "Payment Receipt\nAccount Name\n对方户名",
         "Trading Place\n交易地点", "Abstract\n摘要"),
        lambda one: ["1", one.day, f"{one.at:%H:%M:%S}", one.text, "贷 Cr" if one.minor > 0 else "借 Dr", money(abs(one.minor)),
                     money(one.balance), "6222********1234", one.peer, "其他", ""],
        (5,),
        6,
        above=(("交通银行个人客户交易清单",), ("账号/卡号Account/Card No: 6222620000000005678",),
               ("查询起日Query Starting Date: 2026-05-01", "查询止日Query Ending Date: 2026-11-30")),
        account="…5678",
    ),
    "psbc.debit": Clothes(
        ("交易流水号", "交易日期", "交易时间", "对方户名", "对方账号", "摘要", "用途", "附言", "支出金额", "收入金额", "余额"),
        lambda one: [f"{one.at:%m%d%H%M%S}{one.balance}", one.day, f"{one.at:%H:%M:%S}", one.peer, "6217***0001", one.text, "", "",
                     out(one), into(one), money(one.balance)],
        (8, 9),
        10,
        above=(("户名：样例",), ("账号：6217990000000009012",)),
        account="…9012",
    ),
    "cmbc.debit": Clothes(
        ("凭证类型", "凭证号码", "交易时间", "摘要", "交易金额", "账户余额", "现转标志", "交易渠道", "交易机构",
         "对方户名/账号", "对方行名"),
        lambda one: ["", "", f"{one.at:%Y/%m/%d %H:%M:%S}", one.text, money(one.minor), money(one.balance), "转账", "网银", "0101",
                     f"{one.peer}/6226", ""],
        (4,),
        5,
        above=(("中国民生银行个人账户对账单",), ("客户账号:6226000000003456", "起止日期:2026/05/01 至 2026/11/30")),
        account="…3456",
    ),
    "cmbc.web": Clothes(
        ("交易流水号", "交易时间", "借方发生额", "贷方发生额", "账户余额", "客户附言", "对方账号", "对方账号名称"),
        lambda one: [f"{one.balance}", f"{one.at:%Y-%m-%d %H:%M:%S}", out(one), into(one), money(one.balance), one.text, "6226",
                     one.peer],
        (2, 3),
        4,
    ),
    "spdb.debit": Clothes(
        ("交易日期", "交易时间", "本方账号", "交易名称", "交易金额", "账户余额", "对手姓名", "对手账号", "摘要"),
        lambda one: [compact(one), f"{one.at:%H%M%S}", "6225********7890", one.text, money(one.minor), money(one.balance), one.peer,
                     "6214", ""],
        (4,),
        5,
        above=(("上海浦东发展银行个人客户交易流水专用回单",),),
    ),
    "spdb.web": Clothes(
        ("交易流水号", "交易日期", "交易时间", "借方金额", "贷方金额", "余额", "对方户名", "对方账号", "摘要", "备注"),
        lambda one: [f"{one.balance}", compact(one), f"{one.at:%H:%M:%S}", out(one), into(one), money(one.balance), one.peer,
                     "6214", one.text, ""],
        (3, 4),
        5,
        newest_first=True,
    ),
    "pab.debit": Clothes(
        ("序号No.", "交易日期Date", "交易金额Transaction Amount", "余额Balance", "交易地点Trading Place", "摘要Remark", "备注Notes",
         "*交易对手信息*Counterparty Information"),
        lambda one: ["1", one.day, signed(one), money(one.balance), "网上银行", one.text, "", one.peer],
        (2,),
        3,
        above=(("平安银行个人账户交易明细清单",), ("账号 Account No. 6230580000002345",)),
        account="…2345",
    ),
    "pab.web": Clothes(
        ("交易流水号", "交易日期", "账号", "借", "贷", "账户余额", "对方账户", "对方账户名称", "摘要", "用途"),
        lambda one: [f"{one.balance}", one.day, "6230580000002345", out(one), into(one), money(one.balance), "6214", one.peer,
                     one.text, ""],
        (3, 4),
        5,
        account="…2345",
    ),
    "cib.debit": Clothes(
        ("交易时间", "记账日", "支出", "收入", "账户余额", "摘要", "对方户名", "对方银行", "对方账号", "用途", "交易渠道", "备注"),
        lambda one: [f"{one.at:%Y-%m-%d %H:%M:%S}", one.day, out(one), into(one), money(one.balance), one.text, one.peer, "", "",
                     "", "手机银行", ""],
        (2, 3),
        4,
        above=(("兴业银行交易明细",), (), ("账户户名", "样例"), ("账户账号", "622900000000006789"), ("起始日期", "2026-05-01"),
               ("截止日期", "2026-11-30"), ()),
        below=(("说明", "交易明细涉及您的个人隐私，请妥善处理。"),),
        newest_first=True,
        account="…6789",
    ),
    "cib.web": Clothes(
        ("银行流水号", "账号", "户名", "交易时间", "借方金额（支出）", "贷方金额（收入）", "账户余额", "摘要",
         "对方账号", "对方户名"),
        lambda one: [f"{one.balance}", "622900000000006789", "样例", f"{one.at:%Y-%m-%d %H:%M:%S}", out(one), into(one),
                     money(one.balance), one.text, "6214", one.peer],
        (4, 5),
        6,
        account="…6789",
    ),
}  # fmt: skip
