"""The columns of the list of cases: what each says of a line, and what the store sorts it by."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, amount, day
from ui.value_table import ColumnSpec
from workstation.casework.printed import PrintRecord
from workstation.conversation.contact import ContactEntry
from workstation.money import Money, in_order
from workstation.policy.versions import version
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.promise.ending import AccountEnd
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.store.listing.case_line import CaseLine
    from workstation.store.listing.wanted import SortedBy

SORTS: Final[tuple[SortedBy, ...]] = (
    "number", "name", "stage", "banks", "reason", "agent", "overdue", "next", "owed", "updated", "printed",
)  # fmt: skip
"""What each column sorts by."""
AGENT: Final = SORTS.index("agent")
KINDS: Final = frozenset(
    kind.__name__
    for kind in (
        Account, AccountEnd, AgentChange, ArchiveChange, Case, ContactEntry, Debtor, Import, PrintRecord, StageChange,
    )
)  # fmt: skip
"""Names of the kinds of which a line is made."""


class CaseColumns(QObject):
    """How a line reads on a day. ``today`` may change."""

    def __init__(self, session: DeskSession, context: UiContext, today: date) -> None:
        super().__init__()
        self._session, self._context, self.today = session, context, today

    def made(self) -> list[ColumnSpec[CaseLine]]:
        """The columns, in the order of `SORTS`."""
        sorted_by = self.tr(
            "Sorted currency by currency; a case that owes in several is compared by the first it shows"
        )
        return [
            ColumnSpec(self.tr("Case no."), self._numbered, 124, whole=True),
            ColumnSpec(self.tr("Name"), lambda line: line.name, 150, bold=True, private=True),
            ColumnSpec(self.tr("Stage"), self._stage_text, 112),
            ColumnSpec(self.tr("Banks"), lambda line: "、".join(line.banks)),
            ColumnSpec(
                self.tr("Reason"), self._reason, 112, tip=self.tr("Sorted in the order in which the rules list reasons")
            ),
            ColumnSpec(self.tr("Agent"), lambda line: line.agent or NONE, 84),
            ColumnSpec(self.tr("Overdue"), self._overdue, 84, figure=True),
            ColumnSpec(
                self.tr("Next step"),
                lambda line: day(line.next_on),
                100,
                figure=True,
                tip=self.tr("The day that the last entry of the contact log names"),
            ),
            ColumnSpec(
                self.tr("Owed"),
                lambda line: NONE if line.unreadable else "  ".join(map(amount, _owed(line))),
                140,
                figure=True,
                bold=True,
                more=self._stated,
                tip=sorted_by,
            ),
            ColumnSpec(self.tr("Updated"), lambda line: self._day_of(line, line.updated_at), 100, figure=True),
            ColumnSpec(self.tr("Printed"), lambda line: self._day_of(line, line.printed_at), 100, figure=True),
        ]

    def _overdue(self, line: CaseLine) -> str:
        if line.due_on is None:
            return NONE
        return filled(self.tr("{count} {count|day|days}"), {"count": max(0, (self.today - line.due_on).days)})

    def _stated(self, line: CaseLine) -> str:
        """Of which day the amounts are."""
        return self.tr("As stated for {day}").format(day=day(line.as_of)) if line.as_of else ""

    def _numbered(self, line: CaseLine) -> str:
        """The number, with a dot where something typed is not saved yet."""
        return f"{line.number} •" if line.case_id in self._session.drafts.cases else line.number

    def _stage_text(self, line: CaseLine) -> str:
        if line.unreadable:
            return NONE
        stage = Stage(int(line.stage))
        named = f"{int(stage)}  {self._context.words.label('stage', stage.key)}"
        return self.tr("{stage}, archived").format(stage=named) if line.archived else named

    def _reason(self, line: CaseLine) -> str:
        for pack in self._session.desk.packs.values():
            if line.reason in pack.reasons:
                return str(pack.reasons[line.reason].text(self._context.words.language))
        return line.reason or NONE

    def _day_of(self, line: CaseLine, instant: datetime | None) -> str:
        """The day by the clock of the case, as its own papers tell it; a case that cannot be read tells neither pack nor day."""
        pack = version(line.pack, self._session.desk.packs)
        return day(instant.astimezone(pack.conduct.zone).date() if pack is not None and instant is not None else None)


def _owed(line: CaseLine) -> tuple[Money, ...]:
    """What is owed in every currency, in the order of the table of currencies; the first is the one that sorting compares."""
    return in_order(line.owed) or (Money.zero(),)
