"""One edit of every kind, done by a hand that works at one case and remembers what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from tests.builders import BANK, account
from workstation.actions import cases
from workstation.actions.edits.edit import Edit, edit_of
from workstation.actions.edits.told import told
from workstation.actions.edits.undo import do_again, take_back
from workstation.actions.evidence import containers, credit_reports, items, masks, sorting
from workstation.actions.evidence.items import ItemFacts, Received
from workstation.actions.papers.entries import save_entries
from workstation.actions.plans import claims, lender_tables
from workstation.event_log import name_of
from workstation.evidence.credit_report.report import ReportedAccount
from workstation.evidence.verification import Mask
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.schedule.lender_table import LenderCost, LenderTable
from workstation.profile.account_fact import standing_facts
from workstation.profile.budget import BudgetLine
from workstation.profile.debtor import Contact, Phone
from workstation.profile.statement import StatementLine
from workstation.rates import Rate
from workstation.store.changes import Changes
from workstation.wording import Wording

WAGE: Final = BudgetLine("income", "wage", Money(500000))
PLACE: Final = Mask(0, 1_000, 2_000, 3_000, 400)
QUESTION: Final[Mapping[str, Any]] = {
    "since": "2025-01-10",
    "opening": {"principal": "10000.00"},
    "terms": {"day_count": "actual/365", "rates": [{"from": "2025-01-10", "rate": "0.12"}]},
    "payments": [{"on": "2025-02-03", "amount": "500.00"}],
}
MORE: Final = {**QUESTION, "payments": [*QUESTION["payments"], {"on": "2025-03-03", "amount": "600.00"}]}
SERVICE: Final = LenderCost("服务费", "each", Money(72_00))


class Hand:
    """Works at one case and remembers the edits."""

    def __init__(self, desk, folder: Path) -> None:
        self.desk, self._folder = desk, folder
        self.edits: list[Edit] = []
        self.case_id = desk.run(cases.new_case, "张三")
        self.account = account(id=new_id(), case_id=self.case_id)
        desk.run(cases.save_account, self.account)
        case = self.file.case
        desk.run(cases.save_conversation, replace(case, requests=("settlement",)), case)

    @property
    def file(self):
        return cases.load_case(self.desk, self.case_id)

    @property
    def state(self):
        """The case as it counts: of entries that are never edited those that stand, and no file that was withdrawn."""
        file = self.file
        said = {(one.paper, one.bank): file.said(one.paper, one.bank) for one in file.entries}
        facts = [replace(one, id="") for one in standing_facts(file.facts, self.account.id)]
        seen = replace(file, entries=(), facts=(), items=tuple(one for one in file.items if not one.withdrawn))
        return seen, {key: one for key, one in said.items() if one}, facts

    def run(self, action, *arguments) -> Edit | None:
        heard: list[Changes] = []
        self.desk.listeners.append(heard.append)
        try:
            self.desk.run(action, *arguments)
        finally:
            self.desk.listeners.remove(heard.append)
        made = edit_of(name_of(action), heard[0]) if heard else None
        if made is not None:
            self.edits.append(made)
        return made

    def debtor(self, **changes):
        return self.run(cases.save_debtor, self.case_id, replace(self.file.debtor, **changes), self.file.debtor)

    def budget(self, *lines):
        return self.run(cases.save_budget, replace(self.file.budget, lines=lines), self.file.budget)

    def table(self, *costs: LenderCost, **changes) -> LenderTable:
        """A loan of 12,000 over twelve months, with further items of cost."""
        loan = LenderTable(
            self.account.id, self.case_id, Money(12_000_00), date(2026, 8, 3), date(2026, 9, 3), 12, "equal_principal",
            "30/360", Rate.parse("0.12"), costs, self.desk.clock.now(), "",
        )  # fmt: skip
        return replace(loan, **changes)

    def received(self, name: str) -> Received:
        """A file that lies in the vault."""
        path = self._folder / name
        path.write_text(f"日期,金额,说明\n2026-01-01,1.00,{name}\n2026-01-02,2.00,乙\n", "utf-8")
        return items.receive(self.desk.vault, path)

    def proof(self, requirement: str = "bank_card"):
        """A file on the checklist, put there before anything is remembered."""
        return self.desk.run(items.record, self.case_id, requirement, self.received(f"{new_id()}.csv"))

    def fact(self):
        """A demand that is on record already."""
        return self.desk.run(claims.add_fact, self.account.id, "demanded", date(2026, 5, 4), None, "", "短信")

    def back(self, edit):
        self.desk.run(take_back, edit, self.case_id)

    def again(self, edit):
        self.desk.run(do_again, edit, self.case_id)

    def says(self, edit, *, back=True, hidden=False, language="en"):
        return told(edit, Wording(language), self.file, back=back, hidden=hidden)


Done = Callable[[], Edit | None]


def _account(hand: Hand) -> Done:
    return lambda: hand.run(cases.save_account, replace(hand.account, principal=Money(100)), hand.account)


def _facts_of_file(hand: Hand) -> Done:
    item = hand.proof()
    return lambda: hand.run(items.change_facts, item.id, ItemFacts(issuer="第一医院"), item)


def _sorted(hand: Hand) -> Done:
    (item,) = hand.desk.run(items.record_all, hand.case_id, "", [hand.received("收入.csv")]).items
    return lambda: hand.run(sorting.assign, item.id, "bank_card")


def _masks(hand: Hand, *before: Mask) -> Done:
    item = hand.proof()
    if before:
        item = hand.desk.run(masks.save_number_masks, item.id, before)
    return lambda: hand.run(masks.save_number_masks, item.id, (PLACE,), item)


def _no_masks(hand: Hand) -> Done:
    item = hand.desk.run(masks.save_number_masks, hand.proof().id, (PLACE,))
    return lambda: hand.run(masks.forget_number_masks, item.id, (), item)


def _more_of_claim(hand: Hand) -> Done:
    sheet = hand.desk.run(claims.keep_claim, hand.account.id, QUESTION)
    return lambda: hand.run(claims.keep_claim, hand.account.id, MORE, sheet)


def _claim_gone(hand: Hand) -> Done:
    sheet = hand.desk.run(claims.keep_claim, hand.account.id, QUESTION)
    return lambda: hand.run(claims.drop_claim, hand.account.id, sheet)


def _fact_gone(hand: Hand) -> Done:
    fact = hand.fact()
    return lambda: hand.run(claims.withdraw_fact, fact.id)


def _more_costs(hand: Hand) -> Done:
    kept = hand.desk.run(lender_tables.keep_table, hand.table())
    return lambda: hand.run(lender_tables.keep_table, hand.table(SERVICE, instalments=24), kept)


def _costs_gone(hand: Hand) -> Done:
    hand.desk.run(lender_tables.keep_table, hand.table(SERVICE))
    return lambda: hand.run(lender_tables.drop_table, hand.account.id)


def _says(hand: Hand, **values: str) -> Done:
    return lambda: hand.run(save_entries, hand.case_id, BANK, "answer", values)


def _says_anew(hand: Hand) -> Done:
    hand.desk.run(save_entries, hand.case_id, BANK, "answer", {"court": "甲法院", "plaintiff": "某银行"})
    return _says(hand, court="乙法院", plaintiff="", case_number="（2026）1号")


def _reported(hand: Hand) -> Done:
    loan = ReportedAccount(3, "loan", "马上消费金融", balance=Money(18_400_00))
    return lambda: hand.run(credit_reports.add_reported, hand.case_id, loan, "HT2023-1")


EVERY_EDIT: Final[Mapping[str, tuple[str, Callable[[Hand], Done]]]] = {
    "person": ("cases.save_debtor", lambda hand: lambda: hand.debtor(email="a@example.cn", children=2)),
    "contact": ("cases.save_debtor", lambda hand: lambda: hand.debtor(contacts=(Contact("李四", "spouse", "138"),))),
    "phone": ("cases.save_debtor", lambda hand: lambda: hand.debtor(phones=(Phone("13900000000", "mobile"),))),
    "account": ("cases.save_account", _account),
    "another account": (
        "cases.save_account",
        lambda hand: lambda: hand.run(cases.save_account, account(id=new_id(), case_id=hand.case_id, number="99")),
    ),
    "account removed": (
        "cases.remove_account",
        lambda hand: lambda: hand.run(cases.remove_account, hand.account.id, hand.account),
    ),
    "account of a report": ("credit_reports.add_reported", _reported),
    "budget": ("cases.save_budget", lambda hand: lambda: hand.budget(WAGE)),
    "assets": (
        "cases.save_statement",
        lambda hand: lambda: hand.run(
            cases.save_statement,
            replace(hand.file.statement, lines=(StatementLine("vehicle", "车", Money(100)),)),
            hand.file.statement,
        ),
    ),
    "reason": (
        "cases.save_conversation",
        lambda hand: lambda: hand.run(
            cases.save_conversation,
            replace(hand.file.case, reason="illness", reason_from=date(2026, 1, 1), requests=("waive_interest",)),
            hand.file.case,
        ),
    ),
    "pack": (
        "cases.choose_pack",
        lambda hand: lambda: hand.run(cases.choose_pack, hand.case_id, "cn-consumer-loan", hand.file.case),
    ),
    "facts of a file": ("items.change_facts", _facts_of_file),
    "file removed": (
        "items.withdraw",
        lambda hand: (lambda item: lambda: hand.run(items.withdraw, item.id))(hand.proof()),
    ),
    "file": ("items.record", lambda hand: lambda: hand.run(items.record, hand.case_id, "bank_card", hand.received("a.csv"))),
    "files": (
        "items.record_all",
        lambda hand: lambda: hand.run(items.record_all, hand.case_id, "", [hand.received("a.csv"), hand.received("b.csv")]),
    ),
    "files of one": (
        "containers.record_several",
        lambda hand: lambda: hand.run(
            containers.record_several, hand.case_id, "bank_card", [hand.received("a.csv"), hand.received("b.csv")]
        ),
    ),
    "file sorted": ("sorting.assign", _sorted),
    "masks": ("masks.save_number_masks", _masks),
    "masks moved": ("masks.save_number_masks", lambda hand: _masks(hand, replace(PLACE, top=5_000), replace(PLACE, page=1))),
    "masks forgotten": ("masks.forget_number_masks", _no_masks),
    "claim": ("claims.keep_claim", lambda hand: lambda: hand.run(claims.keep_claim, hand.account.id, QUESTION)),
    "entry of a claim": ("claims.keep_claim", _more_of_claim),
    "claim dropped": ("claims.drop_claim", _claim_gone),
    "fact": (
        "claims.add_fact",
        lambda hand: lambda: hand.run(
            claims.add_fact, hand.account.id, "received", date(2026, 1, 2), Money(9_000_00), "", "转账", Money(10_000_00)
        ),
    ),
    "fact withdrawn": ("claims.withdraw_fact", _fact_gone),
    "costs": ("lender_tables.keep_table", lambda hand: lambda: hand.run(lender_tables.keep_table, hand.table(SERVICE))),
    "costs changed": ("lender_tables.keep_table", _more_costs),
    "costs dropped": ("lender_tables.drop_table", _costs_gone),
    "words": ("entries.save_entries", lambda hand: _says(hand, court="甲法院", case_number="（2026）1号")),
    "words changed": ("entries.save_entries", _says_anew),
}  # fmt: skip
"""What is edited → the action that edits it, and what prepares a case for it and answers what does it."""
