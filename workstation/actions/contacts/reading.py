"""What a desk keeps on contacts of a case, beside the log."""

from __future__ import annotations

from typing import Any, Final

from workstation.casework.contacts.records import ContactRecords
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.store.engine.held import OfCase

KINDS: Final[tuple[type[Any], ...]] = (Complaint, ComplaintStep, Vulnerability, ContactTerm, ContactOverride)


def contact_records(held: OfCase) -> ContactRecords:
    """Everything of one case, each kind in the order in which it came."""
    return ContactRecords(
        held.all(Complaint),
        held.all(ComplaintStep),
        held.all(Vulnerability),
        held.all(ContactTerm),
        held.all(ContactOverride),
    )
