"""A letter whose wording the check is against is written once somebody who may answer for it has given the reason."""

from __future__ import annotations

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.letter_wording import letter_findings, texts_digest
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id


def waive_wording(desk: Desk, case_id: str, bank: str, reason: str) -> WordingWaiver:
    """Keep the reason for which the words of a letter stay; it holds for the texts as they are now.

    Severe words are a supervisor's to answer for, others anybody's who works. Raises `Refused`: bank_has_no_account,
    wording_nothing, required_field, role_supervisor.
    """
    file = load_case(desk, case_id)
    if not file.accounts_at(bank):
        raise Refused(Finding("bank_has_no_account", FieldRef.CASE_ACCOUNTS, {"bank": bank}))
    found = letter_findings(file, bank)
    if not found:
        raise Refused(Finding("wording_nothing", FieldRef.WORDING_REASON, {"bank": bank}))
    if not reason.strip():
        raise Refused(Finding("required_field", FieldRef.WORDING_REASON))
    severe = any(one.code == "wording_severe" for one in found)
    made = WordingWaiver(
        new_id(),
        case_id,
        bank,
        texts_digest(file.bank_contact(bank)),
        tuple(one.figures["word"] for one in found),
        reason.strip(),
        desk.clock.now(),
        desk.supervisor if severe else desk.agent,
    )
    desk.store.add(made)
    return made
