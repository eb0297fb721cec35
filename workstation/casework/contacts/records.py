"""What a case holds on contacts beside the log."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.conversation.complaint import Complaint, ComplaintStatus, ComplaintStep, complaint_status
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.policy.conduct_rules import Conduct


@dataclass(frozen=True, slots=True)
class ContactRecords:
    """Complaints with their steps, vulnerabilities, terms and overrides of one case, each in the order in which it came."""

    complaints: tuple[Complaint, ...] = ()
    steps: tuple[ComplaintStep, ...] = ()
    vulnerabilities: tuple[Vulnerability, ...] = ()
    terms: tuple[ContactTerm, ...] = ()
    overrides: tuple[ContactOverride, ...] = ()

    @property
    def current(self) -> tuple[Vulnerability, ...]:
        """The circumstances that still hold."""
        return tuple(one for one in self.vulnerabilities if one.current)

    def holds(self, rules: Conduct) -> bool:
        """Whether a complaint is open."""
        return any(status.holds for status in self.statuses(rules))

    def statuses(self, rules: Conduct) -> tuple[ComplaintStatus, ...]:
        """Every complaint as it stands."""
        return tuple(complaint_status(one, self.steps, rules) for one in self.complaints)
