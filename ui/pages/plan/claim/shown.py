"""How entries, claims and the time limit read on the tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.look.wording import NONE, Words, amount, day
from ui.value_table import ColumnSpec
from workstation.casework.claims.bounds_text import bounds_text
from workstation.casework.claims.check import ClaimCheck, ClaimLine
from workstation.casework.claims.fields import Entry
from workstation.casework.claims.limitation import limitation_findings, limitation_of
from workstation.plan.rebuilt.claim import ITEMS
from workstation.profile.account_fact import AccountFact

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.profile.account import Account


class ClaimWords(QObject):
    """Sentences and cells of the tab, in the words of the window."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def columns(self) -> list[ColumnSpec[ClaimLine]]:
        """Claimed, bounds and difference of each item."""
        return [
            ColumnSpec(self.tr("Day"), lambda one: day(one.on), 88, whole=True),
            ColumnSpec(self.tr("Item"), lambda one: self._words.label("claim_item", one.item), 0, whole=True),
            ColumnSpec(self.tr("Claimed"), lambda one: one.claimed.grouped(), 104, figure=True),
            ColumnSpec(self.tr("At least"), lambda one: one.least.grouped(), 104, figure=True),
            ColumnSpec(self.tr("At most"), self._most, 104, figure=True),
            ColumnSpec(self.tr("Difference"), self._beyond, 104, figure=True, bold=True),
        ]  # fmt: skip

    def _most(self, one: ClaimLine) -> str:
        return self.tr("not known") if one.most is None else one.most.grouped()

    def _beyond(self, one: ClaimLine) -> str:
        return one.difference.beyond.grouped() if one.difference else NONE

    def amount_of(self, one: Entry | AccountFact, currency: str) -> str:
        """What stands in the column of amounts."""
        if isinstance(one, AccountFact):
            return amount(one.amount) if one.amount is not None else NONE
        value = one.value
        if one.kind in ("rate", "default_rate"):
            return bounds_text({key: value[key] for key in ("rate", "least", "most", "per") if key in value}, "rate")
        if one.kind == "pause":
            return f"– {value.get('last', '')}"
        if one.kind == "claim":
            return self._words.listed(self._items(value, currency))
        part = f"{self._words.label('claim_item', value['component'])} " if one.kind == "charge" else ""
        return part + bounds_text(value.get("amount"), "money", currency)

    def _items(self, value: Mapping[str, Any], currency: str) -> list[str]:
        return [
            f"{self._words.label('claim_item', item)} {bounds_text(value[item], 'money', currency)}"
            for item in ITEMS
            if item in value and value[item] != "0.00"
        ]

    def first_sentence(self, check: ClaimCheck) -> str:
        """Where claim and rebuilt debt part first."""
        if check.compared is None:
            return self.tr("No balance is on record that the bank claims. Add one: Claimed by the bank.")
        first = check.first
        if first is None:
            return self.tr("✓ No item that is claimed lies outside what is possible.")
        said = self.tr("✕ First difference on {day}: {item} claimed {claimed}, {beyond} beyond what is possible.")
        figures = {"item": self._words.label("claim_item", first.item), "claimed": first.claimed.grouped()}
        text = said.format(day=day(first.on), beyond=first.beyond.grouped(), **figures)
        agreed = check.compared.agreed_on
        return text + (self.tr(" The claim of {day} still agreed.").format(day=day(agreed)) if agreed else "")

    def limitation_sentence(self, file: CaseFile, account: Account) -> str:
        """The last day of the time limit with what it is counted from, or why none is told."""
        findings = limitation_findings(file, account)
        if findings:
            sentences = [self._words.finding(one) for one in findings]
            return " ".join((*sentences, self._not_reckoned()) if file.pack.limitation else sentences)
        found = limitation_of(file, account)
        if found is None:
            return ""
        how = found.restart.how if found.restart else ""
        since = self._words.label("limitation_restart", how) if how else self.tr("the due day missed")
        said = self.tr("Time limit until {day}, counted from {since} on {from_day}; advice only ({source}, {dated}).")
        figures = {"source": found.source.name, "dated": found.source.dated}
        told = said.format(day=day(found.last), since=since, from_day=day(found.since), **figures)
        return f"{told} {self._not_reckoned()}"

    def _not_reckoned(self) -> str:
        """What no rule of a pack holds stays out of the day, and that is said."""
        return self.tr("Suspension and a last day on a holiday are not reckoned: no rule on them was read.")
