"""One of every stored entity, tied together by true references, and stores that hold them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.builders import NOW, SETTINGS, TODAY, terms
from workstation.casework.backup import BackupRecord, BackupSettings
from workstation.casework.bank_form import BankForm
from workstation.casework.draft import CaseView, Draft, WorkPlace
from workstation.casework.handover import BundleState, CaseBundle, DeskIdentity, KnownDesk, OriginEntry
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.casework.said.entry import PaperEntry
from workstation.casework.trust_root import TrustRoot
from workstation.casework.user import User
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact import ContactEntry
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.dates import FixedClock
from workstation.errors import Finding
from workstation.evidence.container import ItemContainer
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.hand_mapping import HandMapping, KeptMapping
from workstation.evidence.verification import EvidenceItem, ItemTurn, Verification, Waiver, WithdrawnCheck
from workstation.money import Money
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderCost, LenderTable
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.profile.batch import Import, ImportReject
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Address, Contact, Debtor, Phone
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.profile.statement import Statement, StatementLine
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.grant import GrantRequest, GrantWritten, SigningKey, SupervisorKey
from workstation.promise.named_columns import ListMapping, NamedColumn
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval, PromiseRequest
from workstation.rates import Rate
from workstation.received.recognition.recognised import RecognisedPage, RecognisedWord
from workstation.store.keys import Cost
from workstation.store.store import Store

CHEAP = Cost(64, 1, 1)
"""What tests pay for a passphrase."""
KEY = bytes(range(32))
CLOCK = FixedClock(NOW)
LATER = FixedClock(datetime(2026, 11, 24, 8, 30, tzinfo=UTC))

WORD = RecognisedWord(0, 10, 20, 300, 40, 98, "余额")

EVERY: tuple[Any, ...] = (
    Import("m1", "招行11月.xlsx", "ab" * 32, NOW, "林协商", 12, 11, 1),
    ImportReject("j1", "m1", 7, ("李四", "=1+1", ""), (Finding("cell_amount", "row 7", {"text": "一千"}),)),
    Debtor(
        "d1",
        "欧阳·阿依古丽",
        "11010519491231002X",
        (Phone("13800006214"), Phone("010-8888 0000", "work", valid=False)),
        (Address("北京市朝阳区建国路88号院"),),
        (Contact("买买提", "spouse", "13900000001", consent=True),),
        "aygul@example.cn",
        "married",
        2,
        None,
        "rented",
        pay_day=10,
    ),
    Case("c1", "CC-2026-00417", "d1", TODAY, Stage.VERIFY, "illness", date(2026, 7, 2), requests=("reduction",)),
    StageChange("s1", "c1", Stage.EVIDENCE, NOW, "林协商"),
    Account(
        "a1",
        "c1",
        "招商银行",
        "6225880000006214",
        principal=Money(50_000_00),
        limit=Money(80_000_00),
        due_on=date(2026, 8, 18),
        due_given=date(2026, 8, 18),
        due_source="bank_unclear",
        rate=Rate(Decimal("0.0005"), "daily"),
        import_id="m1",
    ),
    Budget("c1", (BudgetLine("income", "wage", Money(4_600_00)), BudgetLine("expense", "food", Money(123_45), "week"))),
    Statement("c1", (StatementLine("child", "小明", Money(8_000_00), share=5_000),), employer_number="04595257"),
    ContactEntry(
        "k1",
        "c1",
        NOW,
        "林协商",
        connected=False,
        note="第一行\n第二行",
        next_on=date(2026, 12, 1),
        reached="no_answer",
    ),
    EvidenceItem("i1", "c1", "id_card", "cd" * 32, "身份证.jpg", 1000, "image/jpeg", NOW, "林协商"),
    Verification("v1", "i1", "c1", "original_seen", "ok", NOW, "林协商"),
    Waiver("w1", "c1", "household_register", "户口簿遗失，派出所证明在办", "周主管", NOW),
    PlanVersion("p1", "c1", "a1", 1, terms(), NOW, "林协商", "每月能负担一千元"),
    PlanChoice("h1", "c1", "a1", "p1", NOW, "林协商"),
    Approval("r1", "p1", "c1", "supervisor", "granted", "周主管", NOW),
    BankReply(
        "r1", "c1", "a1", NOW, "李经理", "95555-07", "可以办理", "回复函第3号", date(2026, 12, 31), again_on=TODAY
    ),
    Adoption("o1", "c1", "a1", "p1", TODAY, NOW, "林协商", "回复函第3号", "李经理"),
    MissedTreatment("x1", "c1", "a1", "o1", 2, "move", "住院", NOW, "林协商", to=date(2027, 1, 25), consent="录音 7"),
    Payment("y1", "c1", "a1", TODAY, Money(833_34), NOW, "林协商", "transfer", "本人", "T-001", import_id="m1"),
    PromiseEntry(
        "z1", "c1", "a1", TODAY, Money(500_00), NOW, "林协商", source="工资", accepted=("promise_over_budget",)
    ),
    PromiseChange("z2", "c1", "z1", "moved", "发薪推迟", NOW, "林协商", date(2026, 12, 15)),
    BankBalance("z3", "c1", "a1", TODAY, "名单.xlsx", NOW, "林协商", Money(59_000_00), Money(50_000_00)),
    AccountEnd("z4", "c1", "a1", "settled", TODAY, NOW, "林协商", "结清", TODAY, date(2026, 12, 31)),
    OralAgreement("z5", "c1", "a1", NOW, "每月一千元", "录音 7", NOW, "林协商", "李经理", "95555-07"),
    AccountFact(
        "af1", "c1", "a1", "received", TODAY, NOW, "林协商", Money(9_000_00), "", "转账记录", agreed=Money(10_000_00)
    ),
    ClaimSheet("a1", "c1", '{"since": "2025-01-10"}', NOW, "林协商"),
    LenderTable(
        "a1",
        "c1",
        Money(1_200_000),
        date(2026, 8, 3),
        date(2026, 9, 3),
        12,
        "equal_principal",
        "30/360",
        Rate.parse("0.12"),
        (
            LenderCost("担保费", "balance", Money(0), "0.06", "某融资担保公司", "0.06"),
            LenderCost("服务费", "each", Money(7_200), payee="某科技公司"),
        ),
        NOW,
        "林协商",
        Rate.parse("0.31"),
    ),
    WordingWaiver("z7", "c1", "招商银行", "0f" * 32, ("后果自负",), "银行原文，须照录", NOW, "王主管"),
    PromiseApproval(
        "z6", "c1", "a1", date(2027, 1, 15), Money(500_00), "supervisor", "granted", "王主管", NOW, "年终奖"
    ),
    PromiseRequest("0e" * 8, "c1", "a1", date(2027, 1, 15), Money(500_00), "08" * 40, 12, NOW, "林协商"),
    PaperEntry("z8", "c1", "招商银行", "agreement", "disputes", "law", NOW, "林协商"),
    PrintedPacket("q1", "c1", "招商银行", 1, "ef" * 32, 24, NOW, "林协商", draft=True),
    PrintRecord("n1", "c1", "packet", "招商银行", "ef" * 32, 24, 2, "HP LaserJet 2", NOW, "林协商", packet_id="q1"),
    SETTINGS,
    BankContact("招商银行", "95555", query="掌上生活 App"),
    BankForm("f1", "招商银行", "还款申请表", "form.pdf", "aa" * 32, "format = 1", NOW, "林协商", "钥匙"),
    KeptMapping(
        "g1", HandMapping("某农商行", ("日期", "收/支", "金额"), {"day": "日期"}, day_order="dmy"), NOW, "林协商"
    ),
    ListMapping("h1", "payments", "招商银行", ("到账时点", "进账"), (NamedColumn("on", "到账时点"),), NOW, "林协商"),
    ItemTurn("i1", "c1", 3),
    ItemContainer("i1", "c1", "bc" * 32, "流水.zip", 2000, "071234", "流水.pdf"),
    RecognisedText("i1", "c1", "rapidocr 3", (RecognisedPage(595, 842),), (WORD,), 1, NOW, "林协商", NOW, "林协商"),
    User("u1", "林协商", ("agent", "supervisor"), date(2026, 11, 23)),
    DeskIdentity("desk", "01" * 32, "02" * 32, NOW),
    KnownDesk("12345" * 8, "城西工作台", "03" * 32, "04" * 32, NOW, "林协商"),
    TrustRoot("ab" * 32, "测试根证书", "30" * 40, date(2027, 9, 19), NOW, "林协商"),
    BackupSettings("backup", daily=5, automatic=False),
    BackupRecord("b1", NOW, "林协商", "/media/stick", "2026-11-23T090000Z", 3, 12, 40_000, 2, 1),
    Complaint("o1", "c1", NOW, "欧阳先生", "phone", "hours", "晚上十点后仍来电", NOW, "林协商", "投2026-7"),
    ComplaintStep("o2", "o1", "c1", "answered", NOW, "林协商", "已致歉并停止夜间来电"),
    Vulnerability(
        "y1", "c1", "health", TODAY, "书面同意", NOW, "林协商", note="透析期间", channel="letter", pace_days=7
    ),
    ContactTerm("z1", "c1", "outside_hours", "yes", NOW, "林协商", note="客户夜班"),
    ContactOverride("x1", "c1", "debtor", "", "13800006214", ("quiet_hours",), "客户来电要求回电", NOW, "林协商"),
    FigureSource("e1", "c1", "name", "欧阳·阿依古丽", "i1", 0, 1000, 2000, 3000, 400, "seen", NOW, "林协商"),
    CaseBundle("b1", "c1", "left", "12345" * 8, "城西工作台", NOW, "林协商", ("b0",), 14, 2, 2000),
    BundleState("b1", "c1", '{"schema": 13}'),
    OriginEntry(
        "0c" * 16,
        "c1",
        "ab" * 8,
        "城西工作台",
        7,
        NOW,
        "韩专员",
        "",
        "cases.log_contact",
        "contact_entry:added:1",
        "0d" * 32,
    ),
    SigningKey("0a1b2c3d", "王主管", "05" * 32, '{"form": "concord-desk-2"}', NOW),
    SupervisorKey("0a1b2c3e", "赵主管", "06" * 32, NOW, "王主管"),
    GrantRequest("07" * 8, "c1", "p1", "08" * 40, 12, NOW, "林协商", "granted", "赵主管", "09" * 32, NOW),
    GrantWritten("0b" * 32, "08" * 40, granted=True, until=date(2026, 12, 7), at=NOW, by="王主管"),
    WithdrawnCheck("v1", "c1", "电话打错了号码", NOW, "林协商"),
    Draft("林协商/c1/profile/debtor", "profile/debtor", "c1", "林协商", '{"name": "欧"}', '{"name": ""}', NOW),
    WorkPlace("林协商", '{"page": "profile"}', NOW),
    ArchiveChange("e1", "c1", archived=False, reason="客户又来电", at=NOW, by="林协商"),
    AgentChange("g1", "c1", "林协商", NOW, "周主管"),
    CaseView("f1", "林协商", "本周到期", '{"stage": 4}', NOW),
)

SINCE: dict[type[Any], int] = {
    BankContact: 2, PrintRecord: 5, BankForm: 7, KeptMapping: 8, ItemTurn: 8, ImportReject: 9, Draft: 10, WorkPlace: 10,
    BackupSettings: 11, BackupRecord: 11, User: 12, DeskIdentity: 13, KnownDesk: 13, CaseBundle: 13, BundleState: 13,
    ItemContainer: 15, RecognisedText: 17, TrustRoot: 18,
    BankReply: 19, Adoption: 19, MissedTreatment: 19, Payment: 19, PromiseEntry: 19, PromiseChange: 19, BankBalance: 19,
    AccountEnd: 19, OralAgreement: 19,
    SigningKey: 19, SupervisorKey: 19, GrantRequest: 19, GrantWritten: 19,
    WithdrawnCheck: 19, OriginEntry: 19,
    WordingWaiver: 20, PromiseApproval: 20, PromiseRequest: 20,
    FigureSource: 20,
    ListMapping: 21, PaperEntry: 21,
    AccountFact: 21, ClaimSheet: 21, LenderTable: 22,
    Statement: 21,
    ArchiveChange: 26, AgentChange: 26, CaseView: 26,
    Complaint: 19, ComplaintStep: 19, Vulnerability: 19, ContactTerm: 19, ContactOverride: 19,
}  # fmt: skip
"""The schema that first held a kind, where it is not the first."""


def filled(store: Store | None = None) -> Store:
    """A store that holds `EVERY`."""
    kept = store or Store.memory(CLOCK)
    kept.add_all(EVERY)
    return kept
