"""What a person says of a paper is kept with the case: clauses of an agreement, fields of an application, an answer's elements."""

from __future__ import annotations

from collections.abc import Mapping

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.said.entry import PaperEntry
from workstation.casework.said.fields import entry_findings
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id


def save_entries(desk: Desk, case_id: str, bank: str, paper: str, values: Mapping[str, str]) -> tuple[PaperEntry, ...]:
    """Keep what changed of ``values`` (key → text; empty takes back). Answers the new entries.

    Raises `Refused`: bank_has_no_account, paper_entry_unknown, paper_entry_choice.
    """
    file = load_case(desk, case_id)
    if not file.accounts_at(bank):
        raise Refused(Finding("bank_has_no_account", FieldRef.CASE_ACCOUNTS, {"bank": bank}))
    told = {key: text.strip() for key, text in values.items()}
    refuse_if(tuple(entry_findings(file, paper, bank, told)))
    before, now = file.said(paper, bank), desk.clock.now()
    made = tuple(
        PaperEntry(new_id(), case_id, bank, paper, key, text, now, desk.agent)
        for key, text in told.items()
        if text != before.get(key, "")
    )
    desk.store.add_all(made)
    return made
