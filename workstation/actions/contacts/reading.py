"""What a desk keeps on contacts of a case, beside the log."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.casework.contacts.records import ContactRecords
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability


def contact_records(desk: Desk, case_id: str) -> ContactRecords:
    """Everything of one case, each kind in the order in which it came."""
    find = desk.store.find
    return ContactRecords(
        find(Complaint, case_id=case_id),
        find(ComplaintStep, case_id=case_id),
        find(Vulnerability, case_id=case_id),
        find(ContactTerm, case_id=case_id),
        find(ContactOverride, case_id=case_id),
    )
