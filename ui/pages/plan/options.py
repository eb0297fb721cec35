"""Every option that the pack permits and the household can keep, in the order of proposal, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.look.wording import amount, day
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import button, column, label, row
from workstation.errors import Finding
from workstation.plan.options.options import Dominated, Excluded, Ranked
from workstation.policy.rules import label as titled

if TYPE_CHECKING:
    from workstation.plan.options.options import AccountOptions
    from workstation.plan.schedule.terms import Terms

Line = Ranked | Dominated | Excluded


class OptionsTab(QWidget):
    """Those on offer first, then those that another dominates, then those excluded. Enter puts one into the fields."""

    terms_requested: TypedSignal[Terms] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.table: Table[Line] = Table(
            self._columns(),
            line=26,
            empty=self.tr("No option yet: balance, income and spending are needed (Ctrl+1)."),
        )
        self.table.setAccessibleName(self.tr("Options"))
        self.why = label("", "hint", wrap=True)
        self.try_button = button(self.tr("Try these terms"), "link", self._try)
        self.table.opened.connect(lambda _line: self._try())
        self.table.picked.connect(self._on_picked)
        footer = row(self.why, self.try_button, gap=8)
        footer.setStretch(0, 1)
        body = column(self.table, footer, gap=2)
        body.setStretch(0, 1)
        self.setLayout(body)

    def _columns(self) -> list[ColumnSpec[Line]]:
        return [
            ColumnSpec("", self._rank, 32, figure=True),
            ColumnSpec(self.tr("Option"), self._title, 0),
            ColumnSpec(self.tr("Instalments"), lambda one: str(_rows(one)), 80, figure=True),
            ColumnSpec(self.tr("Payment"), lambda one: _figure(one, "payment"), 96, figure=True, bold=True),
            ColumnSpec(self.tr("Total"), lambda one: _figure(one, "total"), 100, figure=True),
            ColumnSpec(self.tr("Up front"), lambda one: _figure(one, "up_front"), 92, figure=True),
            ColumnSpec(self.tr("Until"), _last_day, 92, figure=True),
            ColumnSpec(self.tr("Status"), self._status, 128),
        ]  # fmt: skip

    def show_options(self, found: AccountOptions | None) -> None:
        """Show the options of one account."""
        lines: tuple[Line, ...] = (*found.offered, *found.dominated, *found.excluded) if found else ()
        self.table.show_rows(lines)
        untried = " ".join(self._context.words.finding(one) for one in found.findings) if found else ""
        told = untried or ("" if lines else self.tr("The rule pack has no option for this case yet."))
        self.why.setText(f"{self._share(found)} {told}".strip())
        self.try_button.setEnabled(False)

    def _share(self, found: AccountOptions | None) -> str:
        """What a month leaves for the account beside the others of the case."""
        if found is None or not found.share:
            return ""
        told = self.tr("This account's share of the monthly surplus after the safety margin, by balance: {amount}.")
        return told.format(amount=amount(found.share))

    def _on_picked(self, one: Line | None) -> None:
        self.try_button.setEnabled(one is not None)
        if one is not None:
            self.why.setText(" ".join(self._context.words.finding(finding) for finding in _reasons(one)))

    def _try(self) -> None:
        one = self.table.current()
        if one is not None:
            self.terms_requested.emit(_terms(one))

    def _rank(self, one: Line) -> str:
        return str(one.rank) if isinstance(one, Ranked) else ""

    def _title(self, one: Line) -> str:
        offer = one.candidate.offer if isinstance(one, Excluded) else one.option.offer
        return titled(offer.title, self._context.words.language)

    def _status(self, one: Line) -> str:
        if isinstance(one, Ranked):
            return self.tr("✓ Can be proposed")
        return self.tr("Another is better") if isinstance(one, Dominated) else self.tr("△ Not feasible yet")


def _terms(one: Line) -> Terms:
    return one.candidate.terms if isinstance(one, Excluded) else one.option.terms


def _rows(one: Line) -> int:
    return one.candidate.rows if isinstance(one, Excluded) else one.option.instalments


def _last_day(one: Line) -> str:
    return "" if isinstance(one, Excluded) else day(one.option.last_due)


def _figure(one: Line, name: str) -> str:
    """An amount of an option; candidates excluded were not worked out."""
    return "" if isinstance(one, Excluded) else str(getattr(one.option, name).grouped())


def _reasons(one: Line) -> Sequence[Finding]:
    return one.findings if isinstance(one, Excluded) else (one.why,)
