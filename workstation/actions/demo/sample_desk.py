"""The sample desk: an invented portfolio imported and one case worked through its gates, by the actions an agent uses."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

import resources
from workstation.actions import cases, imports, people
from workstation.actions.banks import bank_contacts, bank_forms, form_library
from workstation.actions.demo.sample_papers import shown_papers
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_desk, open_with
from workstation.actions.outputs import write_output
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.plans import versions
from workstation.casework.settings import DeskSettings
from workstation.casework.user import Vouched
from workstation.conversation.contact import ContactEntry
from workstation.dates import FixedClock
from workstation.errors import Finding, Refused
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.calc.terms_json import terms_from_json
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.budget import BudgetLine
from workstation.profile.case import Case
from workstation.profile.debtor import Address, Contact, Debtor

PASSPHRASE: Final = "concord sample desk"
"""No secret: all data of the sample desk are invented."""
DESK_NAME: Final = "样例工作台"

Facts = Mapping[str, Any]


def demo(out: Path) -> dict[str, Any]:
    """Make the sample desk under ``out`` and write its packet, papers and workbook beside it; answers the list of files."""
    desk, case_id = fresh_sample_desk(out / "desk")
    try:
        return {"files": [str(path) for path in _write_papers(desk, case_id, out)]}
    finally:
        desk.close()


def sample_opener(folder: Path) -> Callable[[], Desk]:
    """What opens the sample desk in a folder, as it was left; made there when there is none, which takes seconds.

    This may run on any thread, since the desk it makes is shut again; the opener runs where the desk will be used.
    """
    if not folder.exists():
        fresh_sample_desk(folder)[0].close()
    return partial(open_with, folder, desk_keys(folder, PASSPHRASE), _clock(_facts()))


def open_sample_desk(folder: Path) -> Desk:
    """The sample desk in a folder, opened here."""
    return sample_opener(folder)()


def fresh_sample_desk(folder: Path) -> tuple[Desk, str]:
    """A new sample desk and the id of the case worked on it. Replaces an older sample desk in the folder, and nothing else."""
    facts = _facts()
    if folder.exists():
        _remove_sample(folder, facts)
    settings = DeskSettings(DESK_NAME, facts["agent"], **facts["desk"])
    desk = create_desk(folder, PASSPHRASE, settings, _clock(facts))
    try:
        _take_in(desk, facts["supervisor"])
        return desk, work_sample_case(desk, facts)
    except BaseException:
        desk.close()
        raise


def work_sample_case(desk: Desk, facts: Facts | None = None) -> str:
    """Import the sample portfolio and take the sample case to the stage of applying; answers its id."""
    facts = facts or _facts()
    portfolio = resources.path("sample", facts["portfolio"])
    desk.run(imports.import_portfolio, imports.plan_file(desk, portfolio))
    desk.run(bank_contacts.save_bank_contact, BankContact(facts["bank"], **facts["bank_contact"]))
    (debtor,) = desk.store.find(Debtor, resident_id=facts["resident_id"])
    (case,) = desk.store.find(Case, debtor_id=debtor.id)
    for step in (_understand, _receive, _verify, _plan):
        step(desk, case.id, facts)
        desk.run(cases.advance, case.id)
    return case.id


def _facts() -> Facts:
    return tomllib.loads(resources.path("sample", "case.toml").read_text("utf-8"))


def _clock(facts: Facts) -> FixedClock:
    """The sample lives on its own day, so that its proofs never go stale and its papers never change."""
    return FixedClock(datetime.combine(facts["today"], time(9), UTC))


def _remove_sample(folder: Path, facts: Facts) -> None:
    """Whatever does not open as a sample desk is not ours to remove."""
    try:
        desk = open_desk(folder, PASSPHRASE, _clock(facts))
    except Refused:
        raise Refused(Finding("sample_folder_taken", str(folder), {"folder": str(folder)})) from None
    mine = desk.settings.desk_name == DESK_NAME
    desk.close()
    if not mine:
        raise Refused(Finding("sample_folder_taken", str(folder), {"folder": str(folder)}))
    shutil.rmtree(folder)


def _take_in(desk: Desk, supervisor: str) -> None:
    """The supervisor of the sample opens it with the same passphrase, which is no secret, and need not choose another."""
    user = desk.run(people.add_user, supervisor, ("supervisor",))
    people.passphrase_setting(desk, user.id, PASSPHRASE)()


def _understand(desk: Desk, case_id: str, facts: Facts) -> None:
    file = cases.load_case(desk, case_id)
    debtor = dict(facts["debtor"])
    debtor["addresses"] = tuple(Address(**one) for one in debtor["addresses"])
    debtor["contacts"] = tuple(Contact(**one) for one in debtor["contacts"])
    desk.run(cases.save_debtor, case_id, replace(file.debtor, **debtor))
    talk = {**facts["conversation"], "requests": tuple(facts["conversation"]["requests"])}
    desk.run(cases.save_conversation, replace(file.case, **talk))
    for entry in facts["contacts"]:
        desk.run(cases.log_contact, ContactEntry(id=new_id(), case_id=case_id, by=desk.agent, **entry))
    lines = tuple(BudgetLine(**{**line, "amount": Money.parse(line["amount"])}) for line in facts["budget"])
    desk.run(cases.save_budget, replace(file.budget, lines=lines))


def _receive(desk: Desk, case_id: str, facts: Facts) -> None:
    for proof in facts["evidence"]:
        known = {field: proof[field] for field in ItemFacts.__dataclass_fields__ if field in proof}
        path = resources.path("sample", "evidence", proof["file"])
        items.add_file(desk, case_id, proof["requirement"], path, ItemFacts(**known))


def _verify(desk: Desk, case_id: str, facts: Facts) -> None:
    checks = {proof["file"]: (proof["check"], proof["check_note"]) for proof in facts["evidence"]}
    for item in cases.load_case(desk, case_id).live_items:
        check, note = checks[item.file_name]
        desk.run(items.verify, item.id, check, "ok", note)


def _plan(desk: Desk, case_id: str, facts: Facts) -> None:
    (account,) = cases.load_case(desk, case_id).accounts_at(facts["bank"])
    notes = facts["plan_notes"]
    kept = desk.run(versions.keep_plan, case_id, account.id, _terms(account, facts["plan"]), notes["why"])
    desk.run(versions.choose, kept.id)
    desk.run(versions.request_approval, kept.id)
    with desk.vouched_by(Vouched(facts["supervisor"])):
        desk.run(versions.record_approval, kept.id, "supervisor", "granted", facts["supervisor"], notes["approval"])


def _terms(account: Account, given: Facts) -> Terms:
    owed = {name: getattr(account, name).text() for name in ("principal", "interest", "penalty", "fees")}
    return terms_from_json({"currency": account.currency, **owed, **given})


def _write_papers(desk: Desk, case_id: str, out: Path) -> Iterator[Path]:
    bank, file = _facts()["bank"], cases.load_case(desk, case_id)
    number = file.case.number
    made = {
        f"{number}-packet.pdf": packets.packet(desk, case_id, bank).pdf,
        f"{number}.xlsx": workbooks.workbook(desk, case_id),
    }
    kinds = (state.kind.name for state in packets.paper_kinds(desk, case_id, bank) if not state.findings)
    made |= {f"papers/{number}-{kind}.pdf": packets.paper(desk, case_id, bank, kind).pdf for kind in kinds}
    made |= {
        f"forms/{number}-{one.id}.pdf": bank_forms.case_form(desk, case_id, bank, one.id).filled.pdf
        for one in form_library.offered_forms(desk, bank)
    }
    shown = shown_papers(file, bank, desk.clock.now())
    made |= {f"papers/{number}-{kind}.pdf": pdf for kind, pdf in shown}
    for name, data in made.items():
        write_output(out / name, data)
        yield out / name
