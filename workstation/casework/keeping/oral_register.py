"""The register of oral agreements: each with its recording, and until when that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.conversation.conduct import keep_until
from workstation.folding import folded
from workstation.policy.keeping_rules import KeepingCalendar
from workstation.profile.account import Account
from workstation.promise.bank_reply import OralAgreement

LOOKS_AT: Final = frozenset({"accounts", "ends", "oral_agreements"})
"""The fields of a case file that `oral_lines` looks at."""


@dataclass(frozen=True, slots=True)
class OralLine:
    """One agreement, its instants told in ``zone``. ``settled_on``: when its account was, None while it is owed.

    ``keep_until``: the last day of its recording; None until the account is settled, or where nobody knows for how long.
    """

    case_id: str
    number: str
    name: str
    account: Account
    agreement: OralAgreement
    agreed_on: date
    zone: tzinfo
    settled_on: date | None
    keep_until: date | None


@dataclass(frozen=True, slots=True)
class OralFilter:
    """Which agreements are wanted: with this text in bank, clerk, words, recording, name or number; between days, both included."""

    text: str = ""
    from_on: date | None = None
    to_on: date | None = None
    open_only: bool = False

    def takes(self, line: OralLine) -> bool:
        """Whether a line is wanted."""
        agreed, one = line.agreement, line.account
        texts = (
            one.bank,
            one.tail,
            agreed.clerk,
            agreed.clerk_number,
            agreed.terms,
            agreed.recording,
            line.name,
            line.number,
        )
        return (
            any(folded(self.text) in folded(text) for text in texts)
            and (self.from_on is None or line.agreed_on >= self.from_on)
            and (self.to_on is None or line.agreed_on <= self.to_on)
            and not (self.open_only and line.settled_on)
        )


def oral_lines(file: CaseFile, rules: KeepingCalendar) -> Iterator[OralLine]:
    """The agreements of a case in the order in which they were made."""
    for one in sorted(file.oral_agreements, key=lambda one: one.agreed_at):
        end, day = file.end(one.account_id), file.day_of(one.agreed_at)
        settled = end.on if end is not None and end.how in rules.settled_by.value else None
        kept = max(day_, settled) if (day_ := keep_until(file.pack.conduct, day, settled)) and settled else None
        account = file.account(one.account_id)
        yield OralLine(file.case.id, file.case.number, file.debtor.name, account, one, day, file.zone, settled, kept)
