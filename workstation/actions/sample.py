"""The sample desk: the sample portfolio imported, its one worked case led through the gates by the facts in resources/sample."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any, Final

import resources
from workstation.actions import cases, evidence, imports, plans
from workstation.actions.desk import Desk
from workstation.actions.evidence import ItemFacts
from workstation.conversation.contact import ContactEntry
from workstation.dates import FixedClock
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.terms_json import terms_from_json
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Address, Contact, Debtor
from workstation.profile.portfolio import COMPONENTS

_MORNING: Final = time(9)
_CHECKED: Final = ("file", "requirement", "check", "check_note")
"""Keys of an evidence entry that are no facts of the document."""


def sample_facts() -> Mapping[str, Any]:
    """The facts of the sample case as written in resources/sample/case.toml."""
    return tomllib.loads(resources.path("sample", "case.toml").read_text("utf-8"))


def sample_clock() -> FixedClock:
    """Nine o'clock on the day on which the sample is right; proofs go stale later."""
    return FixedClock(datetime.combine(sample_facts()["today"], _MORNING, UTC))


def import_sample(desk: Desk) -> str:
    """Import the sample portfolio; answers the id of the case to work on."""
    facts = sample_facts()
    plan = imports.plan_file(desk, resources.path("sample", facts["portfolio"]))
    desk.run(imports.import_portfolio, plan)
    (debtor,) = desk.store.find(Debtor, resident_id=facts["resident_id"])
    return desk.store.find(Case, debtor_id=debtor.id)[0].id


def work_sample(desk: Desk) -> str:
    """Import the portfolio and lead the sample case to the application stage; answers the case id.

    Every step is the action that the window takes, gates included; raises `Refused` when the sample no longer meets them.
    """
    facts, case_id = sample_facts(), import_sample(desk)
    desk.run(_talk, case_id, facts)
    _pass(desk, case_id, Stage.EVIDENCE)
    items = desk.run(_receive, case_id, facts)
    _pass(desk, case_id, Stage.VERIFY)
    for item_id, proof in zip(items, facts["evidence"], strict=True):
        desk.run(evidence.verify, item_id, proof["check"], "ok", proof["check_note"])
    _pass(desk, case_id, Stage.PLAN)
    desk.run(_plan, case_id, facts)
    _pass(desk, case_id, Stage.APPLY)
    return case_id


def _pass(desk: Desk, case_id: str, wanted: Stage) -> None:
    reached = desk.run(cases.advance, case_id)
    assert reached is wanted, f"the sample case stands at {reached.key}"


def _talk(desk: Desk, case_id: str, facts: Mapping[str, Any]) -> None:
    file, person = cases.load_case(desk, case_id), dict(facts["debtor"])
    addresses = tuple(Address(**address) for address in person.pop("addresses"))
    contacts = tuple(Contact(**contact) for contact in person.pop("contacts"))
    cases.save_debtor(desk, case_id, replace(file.debtor, addresses=addresses, contacts=contacts, **person))
    for entry in facts["contacts"]:
        cases.log_contact(desk, ContactEntry(id=new_id(), case_id=case_id, by=desk.agent, **entry))
    lines = tuple(BudgetLine(**{**line, "amount": Money.parse(line["amount"])}) for line in facts["budget"])
    cases.save_budget(desk, Budget(case_id, lines))
    talk = dict(facts["conversation"])
    cases.save_conversation(desk, replace(file.case, **{**talk, "requests": tuple(talk["requests"])}))


def _receive(desk: Desk, case_id: str, facts: Mapping[str, Any]) -> tuple[str, ...]:
    ids = []
    for proof in facts["evidence"]:
        path = resources.path("sample", "evidence", proof["file"])
        read_off = ItemFacts(**{key: value for key, value in proof.items() if key not in _CHECKED})
        ids.append(evidence.add_file(desk, case_id, proof["requirement"], path, read_off).id)
    return tuple(ids)


def _plan(desk: Desk, case_id: str, facts: Mapping[str, Any]) -> None:
    (account,) = desk.store.find(Account, case_id=case_id)
    owed = {name: getattr(account, name).text() for name in COMPONENTS}
    terms = terms_from_json({"currency": account.currency, **owed, **facts["plan"]})
    notes = facts["plan_notes"]
    kept = plans.keep_plan(desk, case_id, account.id, terms, notes["why"])
    plans.choose(desk, kept.id)
    plans.request_approval(desk, kept.id)
    plans.record_approval(desk, kept.id, "supervisor", "granted", facts["supervisor"], notes["approval"])
