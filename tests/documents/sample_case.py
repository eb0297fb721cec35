"""A made-up case with everything a packet can hold, and the files that prove it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from workstation.casework.case_file import CaseFile
from workstation.casework.settings import DeskSettings
from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case
from workstation.profile.debtor import Address, Debtor, Phone

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
BANK = "招商银行股份有限公司信用卡中心"
OTHER = "平安银行股份有限公司"

STATEMENT = (
    "交易日期,交易时间,收入,支出,余额,交易类型,交易备注\n"
    + "".join(f"202609{day:02d},09:30:00,,12.30,{2000 - day * 12}.70,快捷支付,午餐\n" for day in range(1, 29))
).encode("gb18030")


def photo(width: int = 900, height: int = 600, orientation: int = 1) -> bytes:
    """A landscape picture with a red corner at the top left of what the camera saw."""
    image = Image.new("RGB", (width, height), "#cfd8dc")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width // 5, height // 5), fill="#b3261e")
    for i in range(0, width, 3):
        pen.line((i, height // 2, width - i, height - 1), fill=(i % 255, 120, 200 - i % 200))
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def letter(pages: int = 2, size: tuple[float, float] = (595, 842), text: str = "DIAGNOSIS") -> bytes:
    """A foreign PDF."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Times-Roman", 24)
        canvas.drawString(72, size[1] - 100, f"{text} {number}")
        canvas.rect(20, 20, size[0] - 40, size[1] - 40)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


FILES: dict[str, tuple[str, str, bytes]] = {
    "id_card": ("身份证.jpg", "image/jpeg", photo(orientation=6)),
    "account_statement": ("账单.pdf", "application/pdf", letter(2, text="ACCOUNT STATEMENT")),
    "bank_statement": ("流水.csv", "text/csv", STATEMENT),
    "diagnosis": ("诊断证明.pdf", "application/pdf", letter(1, (842, 595))),
    "medical_bills": ("票据.jpg", "image/jpeg", photo(1400, 500)),
}
_ISSUERS = {"id_card": "public_security", "account_statement": "lender", "bank_statement": "bank"}


def item(requirement: str, name: str, media_type: str, data: bytes) -> EvidenceItem:
    return EvidenceItem(
        id=f"item-{requirement}",
        case_id="c1",
        requirement=requirement,
        sha256=hashlib.sha256(data).hexdigest(),
        file_name=name,
        size=len(data),
        media_type=media_type,
        received_at=AT,
        received_by="陈静",
        form="original",
        issuer=_ISSUERS.get(requirement, "hospital"),
        document_number="JY-2026-0717",
        issued_on=date(2026, 11, 2),
        covers_from=date(2026, 5, 1) if requirement == "bank_statement" else None,
        covers_to=date(2026, 11, 1) if requirement == "bank_statement" else None,
    )


def case_file(files: dict[str, tuple[str, str, bytes]] | None = None, **debtor: Any) -> CaseFile:
    """The case; ``debtor`` replaces fields of the person, ``files`` what was handed in."""
    items = tuple(item(code, *file) for code, file in (FILES if files is None else files).items())
    account = account_of("a1", BANK, "6225880112346214", 5_000_000, 814_210, 89_435, 20_000)
    plan = PlanVersion("p1", "c1", "a1", 1, terms(account), AT, "陈静", "每月可负担")
    return CaseFile(
        case=Case(
            "c1", "CC-2026-00417", "d1", date(2026, 11, 1), reason="illness", reason_from=date(2026, 7, 2),
            reason_note="七月起因病住院，八月至十月没有工资收入，住院及用药自费约四万元。\n目前正在恢复，预计明年一月可重新上岗。",
            requests=("instalment_plan", "stop_interest"), repayment_source="配偶工资及本人恢复工作后的收入。",
            repayment_proposal="自 2026 年 12 月起每月 10 日前还款，收入恢复后争取提前结清。",
        ),
        debtor=replace(person(), **debtor),
        budget=budget(),
        pack=packs()["cn-card"],
        settings=DeskSettings("朝阳协商中心", "陈静"),
        today=TODAY,
        accounts=(account, account_of("a2", OTHER, "4000123412348888", 1_230_000, 45_600, 0, 0)),
        items=items,
        verifications=tuple(
            Verification(f"v-{one.id}", one.id, "c1", "original_seen", "ok", AT, "陈静")
            for one in items
        ),
        plans=(plan,),
        choices=(PlanChoice("x1", "c1", "a1", "p1", AT, "陈静"),),
        sources=tuple(
            confirmed(figure, value, one) for one in items if one.requirement in SHOWN for figure, value in SHOWN[one.requirement]
        ),
    )  # fmt: skip


def confirmed(
    figure: str, value: str, item: EvidenceItem, page: int = 0, how: Any = "seen", **place: Any
) -> FigureSource:
    """A figure that a person read off a page."""
    box: dict[str, Any] = {"left": 4_000, "top": 2_000, "width": 3_000, "height": 600} | place
    return FigureSource(
        f"s-{figure}-{item.id}-{page}", "c1", figure, value, item.id, page, how=how, at=AT, by="陈静", **box
    )  # fmt: skip


SHOWN = {
    "id_card": (("name", "欧阳·阿依古丽"), ("resident_id", "11010519491231002X")),
    "diagnosis": (("reason", "illness"),),
}
"""What was confirmed on the pictures of the case."""


def person() -> Debtor:
    return Debtor(
        "d1", "欧阳·阿依古丽", "11010519491231002X", (Phone("138 0000 6214"),),
        (Address("北京市朝阳区建国路 88 号院 6 号楼 3 单元 1502 室"),),
        marital="married", children=1, other_dependants=1, housing="rent", employer="", employment="unemployed", pay_day=8,
    )  # fmt: skip


def account_of(id_: str, bank: str, number: str, *parts: int) -> Account:
    principal, interest, penalty, fees = (Money(part) for part in parts)
    return Account(
        id_, "c1", bank, number, principal=principal, interest=interest, penalty=penalty, fees=fees, as_of=TODAY,
        due_on=date(2026, 8, 17), purpose="住院及家庭生活支出",
    )  # fmt: skip


def terms(account: Account, **changes: Any) -> Terms:
    asked = Terms(
        principal=account.principal, first_due=date(2026, 12, 10), interest_from=date(2026, 11, 10),
        interest=account.interest, penalty=account.penalty, fees=account.fees, waive_principal=Money(0),
        down_payment=Money(0), method="interest_free", instalments=60, treat_interest="waive", treat_penalty="waive",
    )  # fmt: skip
    return replace(asked, **changes)


def budget() -> Budget:
    lines: Sequence[tuple[Any, str, int, Any, str]] = (
        ("income", "family_support", 420_000, "month", "配偶工资"),
        ("income", "benefit", 120_000, "quarter", ""),
        ("expense", "rent", 180_000, "month", ""),
        ("expense", "food", 30_000, "week", ""),
        ("expense", "medical", 12_000, "month", "复查与用药"),
        ("priority_debt", "utilities_arrears", 2_600, "month", ""),
    )
    return Budget("c1", tuple(BudgetLine(side, code, Money(a), every, note) for side, code, a, every, note in lines))


def exhibits(file: CaseFile, files: dict[str, tuple[str, str, bytes]] | None = None) -> tuple[Exhibit, ...]:
    given = FILES if files is None else files
    return tuple(Exhibit(one.id, given[one.requirement][2]) for one in file.items)
