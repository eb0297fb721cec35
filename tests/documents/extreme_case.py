"""A case at the edge of what a desk meets: long names and addresses, amounts of twelve digits, many accounts, rows and exhibits."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from tests.documents.sample_case import AT, account_of, case_file, item, letter, person, terms
from workstation.casework.case_file import CaseFile
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.debtor import Address, Phone
from workstation.promise.adoption import Adoption
from workstation.promise.authority import Approval
from workstation.promise.payment import Payment
from workstation.rates import Rate

ACCOUNTS: Final = 8
ROWS: Final = 60
EXHIBITS: Final = 20
MOST: Final = Money(99_999_999_999_999)
"""999,999,999,999.99"""
NAME: Final = ("阿卜杜热合曼·买买提江·吐尔逊·" * 4)[:60]
RESIDENT_ID: Final = "11010519491231002X"
ADDRESS: Final = ("北京市朝阳区建国路八十八号院 6 号楼 3 单元 1502 室，转交收件人阿依古丽；" * 9)[:300]
EMPLOYER: Final = ("新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯经济开发区第一商贸物流有限责任公司" * 4)[:120]
BANK: Final = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗农村信用合作联社股份有限公司信用卡中心"
NOTE: Final = "七月起因病住院，八月至十月没有工资收入。" * 25
PDF: Final = letter(1)
DATA: Final = {"application/pdf": PDF}
CODES: Final = ("id_card", "account_statement", "bank_statement", "diagnosis", "medical_bills")


def extreme_case(language: str = "zh-Hans") -> CaseFile:
    """Every account has a plan of sixty rows, chosen, and a second one kept."""
    file = case_file({})
    accounts = tuple(_account(no) for no in range(1, ACCOUNTS + 1))
    items = tuple(_item(no) for no in range(EXHIBITS))
    plans = tuple(plan for account in accounts for plan in _plans(account))
    return replace(
        file,
        debtor=replace(
            person(), name=NAME, resident_id=RESIDENT_ID, addresses=(Address(ADDRESS),), employer=EMPLOYER,
            employment="employed", position=EMPLOYER[:40], phones=(Phone("+86 138 0000 6214 转 123456"),),
        ),
        case=replace(
            file.case, language=language, reason_note=NOTE, repayment_source=NOTE, repayment_proposal=NOTE,
        ),
        budget=_budget(),
        settings=replace(file.settings, desk_name=EMPLOYER[:60], agent=NAME[:30], phone="010-8888 0000", address=ADDRESS),
        bank_contacts=(BankContact(BANK, "95555 转 123456", *[ADDRESS] * 4),),
        accounts=accounts,
        items=items,
        verifications=tuple(Verification(f"v-{one.id}", one.id, "c1", "original_seen", "ok", AT, NAME[:30]) for one in items),
        plans=plans,
        choices=tuple(PlanChoice(f"x-{one.id}", "c1", one.account_id, one.id, AT, "陈静") for one in plans if one.version == 1),
    )  # fmt: skip


def _account(no: int) -> Account:
    most = MOST.minor
    account = account_of(f"a{no}", BANK, f"62258801123462{no:02d}", most, most, most, most)
    return replace(account, rate=Rate(Decimal("0.0005"), "daily"), purpose=EMPLOYER[:40])


def _plans(account: Account) -> tuple[PlanVersion, ...]:
    free = terms(account, instalments=ROWS, treat_interest="in_plan", treat_penalty="in_plan")
    dear = terms(account, instalments=ROWS, method="equal_instalment", rate=Rate(Decimal("0.12")), treat_fees="in_plan")
    return tuple(
        PlanVersion(f"{account.id}-p{no}", "c1", account.id, no, one, AT, "陈静", NOTE[:80])
        for no, one in enumerate((free, dear), 1)
    )


def _item(no: int) -> EvidenceItem:
    code = CODES[1 + no % 4] if no else "id_card"
    name = f"{no:02d}-{EMPLOYER[:80]}.pdf"
    return replace(
        item(code, name, "application/pdf", PDF), id=f"item-{no}", document_number=f"JY-2026-{no:030d}", issuer=EMPLOYER
    )


def _budget() -> Budget:
    sides = (
        ("income", "family_support"),
        ("expense", "rent"),
        ("expense", "food"),
        ("priority_debt", "utilities_arrears"),
    )
    return Budget("c1", tuple(BudgetLine(side, code, MOST, "month", EMPLOYER) for side, code in sides))  # type: ignore[arg-type]


def countered(file: CaseFile) -> CaseFile:
    """The bank has asked for the second plan of the first account instead."""
    reply = Approval("r1", "a1-p1", "c1", "bank", "countered", NAME[:30], AT, "", "a1-p2")
    return replace(file, approvals=(reply,))


def settled(file: CaseFile) -> CaseFile:
    """Everything is paid."""
    none = Money(0)
    return replace(
        file,
        accounts=tuple(replace(one, principal=none, interest=none, penalty=none, fees=none) for one in file.accounts),
    )


def paid(file: CaseFile) -> CaseFile:
    """Every schedule was adopted, and a first yuan came on each account."""
    adopted = tuple(
        Adoption(f"d{plan.id}", "c1", plan.account_id, plan.id, file.today, AT, "林协商") for plan in file.chosen_plans
    )
    entries = tuple(Payment(f"m{one.id}", "c1", one.id, file.today, Money(100), AT, "林协商") for one in file.accounts)
    return replace(file, adoptions=adopted, payments=entries)
