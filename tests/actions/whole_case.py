"""A stored case that passes every gate, made by the actions an agent would use."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.actions.test_cases import understand
from tests.builders import BANK, terms
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.plans import versions
from workstation.casework.user import Vouched
from workstation.dates import add_days
from workstation.profile.account import Account

__all__ = ["BANK", "whole_case"]


def whole_case(desk: Desk, folder: Path) -> str:
    """Understand, prove, verify, plan and approve; answers the case id."""
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    account = understand(desk, case_id)
    _prove(desk, case_id, folder)
    _plan(desk, case_id, account)
    return case_id


def _prove(desk: Desk, case_id: str, folder: Path) -> None:
    met: set[str] = set()
    today = desk.clock.today()
    for line in cases.load_case(desk, case_id).checklist:
        asked = line.requirement
        if asked.any_of in met:
            continue
        met |= {asked.any_of} if asked.any_of else set()
        facts = ItemFacts(
            form="original",
            issuer=asked.accepted[0].text("zh-Hans") if asked.accepted else "",
            issued_on=add_days(today, -5),
            covers_from=add_days(today, -200),
            covers_to=add_days(today, -1),
        )
        item = items.add_file(desk, case_id, asked.code, proof(folder, asked.code), facts)
        desk.run(items.verify, item.id, asked.checks[0] if asked.checks else "original_seen", "ok", "见过原件")


def proof(folder: Path, code: str) -> Path:
    """A one-page PDF that differs for each requirement; narrow, since a marked copy of it is drawn at the length of a scan."""
    path = folder / f"{code}.pdf"
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(50, 500 + len(code)))
        made.docinfo["/Title"] = code
        made.save(path, deterministic_id=True)
    return path


def _plan(desk: Desk, case_id: str, account: Account) -> None:
    plan = desk.run(versions.keep_plan, case_id, account.id, terms(account), "按结余商定")
    desk.run(versions.choose, plan.id)
    with desk.vouched_by(Vouched("周主管")):
        desk.run(versions.record_approval, plan.id, "supervisor", "granted", "周主管")
