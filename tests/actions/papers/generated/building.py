"""Takes a written case into a desk in memory and makes everything that can leave it: packets, single papers, forms, workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.actions.papers.generated.choices import TODAY
from tests.actions.papers.generated.claimed import claimed_file
from tests.actions.papers.generated.writing import Written
from workstation.actions import cases
from workstation.actions.banks import bank_forms, form_library
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.desk import Desk
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.papers.single_papers import WRITERS
from workstation.actions.written_cases import written_case
from workstation.casework.case_file import CaseFile
from workstation.casework.gates import final_packet_findings
from workstation.casework.paper_kinds import KINDS, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.promise.authority import Approval
from workstation.promise.payment import Payment
from workstation.rates import Rate
from workstation.store.store import Store
from workstation.store.vault import Vault

AT: Final = datetime.combine(TODAY, time(9), UTC)
SETTINGS: Final = DeskSettings(
    "样例工作台", "林协商", phone="010-0000 6600", address="北京市朝阳区建国路1号样例大厦3层"
)
PAID: Final = 100_000


@dataclass(frozen=True, slots=True)
class Made:
    """One thing that would leave the desk. ``bank`` is empty for the workbook and what speaks of all banks."""

    kind: str
    bank: str
    data: bytes
    final: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """A case as it stands on the desk, and all that was made of it."""

    file: CaseFile
    made: tuple[Made, ...]


def build(written: Written, folder: Path) -> Built:
    """Everything of one case. Raises `Refused` as soon as anything is refused that no gate explains."""
    desk = _desk(folder)
    try:
        case_id = work_sample_case(desk, written_case(_laid_out(written, folder), desk.packs))
        file = cases.load_case(desk, case_id)
        return Built(file, tuple(_everything(desk, file)))
    finally:
        desk.close()


def _desk(folder: Path) -> Desk:
    clock = FixedClock(AT)
    store = Store.memory(clock)
    store.add(SETTINGS)
    return Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), clock, SETTINGS)


def _laid_out(written: Written, folder: Path) -> Path:
    proofs = folder / "evidence"
    proofs.mkdir(parents=True, exist_ok=True)
    for name, data in written.files.items():
        (proofs / name).write_bytes(data)
    case = folder / "case.toml"
    case.write_text(written.text, "utf-8")
    return case


def _everything(desk: Desk, file: CaseFile) -> Iterator[Made]:
    case_id = file.case.id
    for bank in file.addressees:
        draft = bool(final_packet_findings(file, bank))
        yield Made("packet", bank, packets.packet(desk, case_id, bank, draft).pdf, not draft)
        for one in form_library.offered_forms(desk, bank):
            yield Made(f"form {one.id}", bank, bank_forms.case_form(desk, case_id, bank, one.id).filled.pdf)
        for state in packets.paper_kinds(desk, case_id, bank):
            if not state.findings and "bank" in state.kind.needs:
                yield Made(state.kind.name, bank, packets.paper(desk, case_id, bank, state.kind.name).pdf)
        yield from _later(file, bank)
    for kind in ("comparison", "formulas", "cost-table", "evidence-request", "talk-summary"):
        yield from _written_when_ripe(file, kind, "")
    yield Made("workbook", "", workbooks.workbook(desk, case_id))


def _later(file: CaseFile, bank: str) -> Iterator[Made]:
    """Papers for which the case is not yet ripe, or of another desk, on what it could become."""
    contact = BankContact(bank, "400-000-5555", "深圳市样例路7088号", "手机银行", "存入本人还款账户", "致电转异议受理")
    agency = replace(file, settings=replace(file.settings, role="creditor_agency"), bank_contacts=(contact,))
    adviser = replace(file, settings=replace(file.settings, role="debtor_adviser"))
    become = {
        "answer": adviser,
        "authorisation": adviser,
        "claim-questions": claimed_file(file, bank),
        "collection-letter": agency,
        "counter-reply": _countered(file, bank),
        "receipt": _paid(file, bank),
        "settlement-certificate": _settled(file, bank),
    }
    for kind, one in become.items():
        yield from _written_when_ripe(one, kind, bank)


def _written_when_ripe(file: CaseFile, name: str, bank: str) -> Iterator[Made]:
    kind, request = next(kind for kind in KINDS if kind.name == name), PaperRequest(bank)
    if not paper_state(file, kind, request).findings:
        yield Made(name, bank, WRITERS[name](file, request).pdf)


def _countered(file: CaseFile, bank: str) -> CaseFile:
    """The bank answers each plan with thirty-six instalments at a rate; the debtor stays with what was applied for."""
    plans, replies = [], []
    for ours in file.chosen_plans:
        if file.account(ours.account_id) in file.filed_with(bank):
            rate = Rate(Decimal("0.12"))
            terms = replace(
                ours.terms, method="equal_instalment", instalments=36, rate=rate, steps=(), fixed=(), skip_months=(),
                grace_principal=0, period_fee=Decimal(0),
            )  # fmt: skip
            theirs = PlanVersion(f"t{ours.id}", ours.case_id, ours.account_id, ours.version + 1, terms, AT, "林协商")
            plans.append(theirs)
            replies.append(Approval(f"r{ours.id}", ours.id, ours.case_id, "bank", "countered", bank, AT, "", theirs.id))
    return replace(file, plans=(*file.plans, *plans), approvals=(*file.approvals, *replies))


def _paid(file: CaseFile, bank: str) -> CaseFile:
    account = file.accounts_at(bank)[0]
    paid = Payment("shown", file.case.id, account.id, file.today, Money(PAID, account.currency), AT, "林协商")
    return replace(file, payments=(*file.payments, paid))


def _settled(file: CaseFile, bank: str) -> CaseFile:
    return replace(file, accounts=tuple(_paid_off(one) if one.bank == bank else one for one in file.accounts))


def _paid_off(account: Account) -> Account:
    none = Money.zero(account.currency)
    return replace(account, principal=none, interest=none, penalty=none, fees=none)
