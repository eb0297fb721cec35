"""Values for tests: one whole case that passes every gate, from which each test takes something away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from workstation.casework.case_file import CaseFile
from workstation.casework.settings import DeskSettings
from workstation.conversation.contact import ContactEntry
from workstation.evidence.checklist import ChecklistLine, alternatives
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money, Rounding
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.policy.pack import Pack, packs
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Address, Debtor, Phone
from workstation.promise.authority import Approval

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BANK = "招商银行"
SETTINGS = DeskSettings("样例工作台", "林协商")
CARD_PACK: Pack = packs()["cn-card"]


def account(**changes) -> Account:
    """The card of the sample: 59,236.45 owed, 97 days overdue on `TODAY`."""
    card = Account(
        "a1",
        "c1",
        BANK,
        "6225880000006214",
        principal=Money(50_000_00),
        interest=Money(8_142_10),
        penalty=Money(894_35),
        fees=Money(200_00),
        as_of=TODAY,
        due_on=date(2026, 8, 17),
    )
    return replace(card, **changes)


def terms(of: Account | None = None, **changes) -> Terms:
    """Sixty interest-free instalments from 2026-12-10, old charges waived."""
    card = of or account()
    base = Terms(
        principal=card.principal,
        interest=card.interest,
        penalty=card.penalty,
        fees=card.fees,
        waive_principal=Money.zero(card.currency),
        down_payment=Money.zero(card.currency),
        first_due=date(2026, 12, 10),
        interest_from=date(2026, 11, 10),
        method="interest_free",
        instalments=60,
        treat_interest="waive",
        treat_penalty="waive",
        treat_fees="waive",
        rounding=Rounding(1, "up"),
    )
    return replace(base, **changes)


def plan(**changes) -> PlanVersion:
    return replace(PlanVersion("p1", "c1", "a1", 1, terms(), NOW, "林协商"), **changes)


def case_file(**changes) -> CaseFile:
    """A case of illness with everything received, verified, planned and approved; the bank has not replied."""
    file = CaseFile(
        case=Case(
            "c1",
            "CC-2026-00417",
            "d1",
            TODAY,
            Stage.UNDERSTAND,
            reason="illness",
            reason_from=date(2026, 7, 2),
            requests=("instalment_plan", "stop_interest", "reduction"),
        ),
        debtor=Debtor(
            "d1",
            "欧阳·阿依古丽",
            "11010519491231002X",
            phones=(Phone("13800006214"),),
            addresses=(Address("北京市朝阳区建国路88号院6号楼3单元1502室"),),
        ),
        budget=Budget(
            "c1",
            (BudgetLine("income", "wage", Money(4_600_00)), BudgetLine("expense", "food", Money(3_396_00))),
        ),
        pack=CARD_PACK,
        settings=SETTINGS,
        today=TODAY,
        accounts=(account(),),
        contacts=(ContactEntry("k1", "c1", NOW, "林协商", note="面谈：七月确诊后停工。"),),
        plans=(plan(),),
        choices=(PlanChoice("ch1", "c1", "a1", "p1", NOW, "林协商"),),
        approvals=(Approval("ap1", "p1", "c1", "supervisor", "granted", "周主管", NOW),),
    )
    items = tuple(item_for(line) for line in file.checklist)
    checks = tuple(check_for(line) for line in file.checklist)
    return replace(replace(file, items=items, verifications=checks), **changes)


def item_for(line: ChecklistLine, **changes) -> EvidenceItem:
    asked = line.requirement
    issuer = asked.accepted[0].text("zh-Hans") if asked.accepted else ""
    item = EvidenceItem(
        f"i-{asked.code}",
        "c1",
        asked.code,
        "00" * 32,
        f"{asked.code}.pdf",
        1000,
        "application/pdf",
        NOW,
        "林协商",
        form="original",
        issuer=issuer,
        issued_on=date(2026, 11, 18),
        covers_from=date(2026, 5, 1),
        covers_to=date(2026, 11, 15),
    )
    return replace(item, **changes)


def check_for(line: ChecklistLine, **changes) -> Verification:
    asked = line.requirement
    check = asked.checks[0] if asked.checks else "original_seen"
    return replace(Verification(f"v-{asked.code}", f"i-{asked.code}", "c1", check, "ok", NOW, "林协商"), **changes)


def line_of(file: CaseFile, code: str) -> ChecklistLine:
    return next(line for line in file.checklist if line.requirement.code == code)


def without_group(file: CaseFile, code: str) -> CaseFile:
    """The file without any item of a requirement and of those that may stand for it."""
    gone = {line.requirement.code for line in alternatives(file.checklist, line_of(file, code))}
    return replace(file, items=tuple(item for item in file.items if item.requirement not in gone))


def at_offset(pack: Pack, minutes: int) -> Pack:
    """The pack, its rules holding ``minutes`` east of Greenwich."""
    return replace(pack, conduct=replace(pack.conduct, utc_offset=minutes))
