"""What can be paid a month, divided over all accounts: each bank's part, its offer, and how long that would take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import amount
from ui.pages.evidence.statement.reader import StatementReader
from ui.pages.plan.shares.offer_table import OfferTable
from ui.pages.plan.shares.orders import OrdersView
from ui.typed_signal import TypedSignal, signal
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, column, in_role, label
from ui.widgets.room.flow import Flow, flow
from ui.widgets.room.page_stack import PageStack
from workstation.actions.evidence.statements import IncomeRead
from workstation.actions.plans.shares import KEPT, CaseShares, ShareLine, plan_all, planned, shares_of, usual_division
from workstation.actions.plans.two_stage import plan_two_stages, two_stages
from workstation.casework.income.disposable import proved_surplus
from workstation.casework.income.picture import IncomePicture
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.options.shares import Division
from workstation.plan.schedule.terms import Terms
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_UNITS: Final = (1, 100, 1_000, 5_000, 10_000)
"""Minor units that offers may be rounded to, beside that of the pack."""
_ADVICE: Final = ("shares_in_margin", "shares_no_surplus", "share_other_currency")


class SharesTab(QWidget):
    """Dividing stores nothing. ``used`` carries the lines whose offers are tried out, ``account_requested`` an account's id."""

    used: TypedSignal[tuple[ShareLine, ...]] = signal(1)
    account_requested: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._file: CaseFile | None = None
        self._session = session
        self._plan_of = lru_cache(KEPT)(planned)  # the schedules of a person go with this card
        self._income: IncomePicture | None = None
        self._proofs: object = None
        self.found: CaseShares | None = None
        self._reader = StatementReader(session, context)
        self._reader.income_arrived.connect(self._on_income_arrived)
        self.form = Form("shares", context.words, self._fields(), context.privacy, session.drafts, "plan")
        self.form.edited.connect(self.redraw)
        self.safe, self.offered, self.left = label(), label("", "figure"), label("", "figure")
        self.safe.setToolTip(self.tr("The monthly surplus less the safety margin"))
        self.offers = OfferTable(context)
        self.table = self.offers.table
        self.table.opened.connect(lambda line: self.account_requested.emit(line.share.account.id))
        self.table.picked.connect(self._on_picked)
        self.orders = OrdersView(context)
        self.orders.told.connect(self._on_orders_told)
        self.orders.minimum.hide()
        self.views = PageStack()
        self.views.addWidget(self.table)
        self.views.addWidget(self.orders)
        self.orders_button = button(self.tr("Compare &orders"), "small")
        self.orders_button.setCheckable(True)
        self.orders_button.setToolTip(
            self.tr("Which debt to pay first: what each order costs and when the last debt ends")
        )
        self.orders_button.toggled.connect(self._on_orders_toggled)
        self.note = label("", "hint", wrap=True)
        self.use_button = button(self.tr("Tr&y these offers"), "small", self.use)
        self.use_button.setToolTip(
            self.tr("Starts a trial on each account with its offer as the payment; Ctrl+Z undoes all of them")
        )
        self.plan_button = button(self.tr("Plan a&ll accounts"), "small", self.plan_all)
        own(self.use_button, self)
        self.plan_button.setToolTip(self.tr("Keeps and chooses a version for each account with its offer, in one step"))
        self.stages_button = button(self.tr("Two sta&ges"), "small", self.plan_stages)
        self.stages_button.setToolTip(
            self.tr(
                "Plans every account in two stages: this sum a month without interest, then what is left, in one step"
            )
        )
        context.privacy.changed.connect(self.cover)
        self.cover(context.privacy.hidden)
        self._lay_out()

    def _fields(self) -> list[Field]:
        return [
            Field("monthly", self.tr("Paid per month"), MoneyEdit()),
            Field("tokens", self.tr("Token payments"), CheckEdit(self.tr("&Token payments"))),
            Field("token", self.tr("At least"), MoneyEdit(optional=True)),
            Field("unit", self.tr("Round to"), ChoiceEdit({}, empty=None)),
            Field("first_due", self.tr("First due"), DayEdit(self._context.theme, self._session.desk.clock.today)),
        ]

    def _lay_out(self) -> None:
        fields = self.form.fields
        sums = [
            column(label(name, "label"), figure, gap=3)
            for name, figure in (
                (self.tr("Safe per month"), self.safe),
                (self.tr("Offered per month"), self.offered),
                (self.tr("Remaining"), self.left),
            )
        ]
        tokens = column(18, fields["tokens"], gap=0)
        head = Flow(16, 6).line(
            (fields["monthly"], 2), (tokens, 0), (fields["token"], 2), (fields["unit"], 1), (fields["first_due"], 1),
            *((one, 0) for one in sums),
        )  # fmt: skip
        steps = (self.orders_button, self.use_button, self.stages_button, self.plan_button)
        footer = flow(-1, self.orders.minimum, *steps, gap=8)
        body = column(head, self.views, self.note, footer, gap=4)
        body.setStretch(1, 1)
        self.setLayout(body)

    def load(self, file: CaseFile) -> None:
        """Take a case; what was typed stays while it is the same one, else budget and pack say how to divide."""
        other = self._file is None or self._file.case.id != file.case.id
        for part in (self.stages_button, self.form.fields["first_due"]):
            part.setVisible(file.pack.filing.first_stage is not None)
        self._file = file
        if other:
            self.offers.trials, self._income, self._proofs = {}, None, None
        if other or not self.form.modified:
            self._begin(usual_division(file))

    def _begin(self, usual: Division) -> None:
        currency = usual.monthly.currency
        for key in ("monthly", "token"):
            editor = self.form.fields[key].editor
            if isinstance(editor, MoneyEdit):
                editor.currency = currency
        units = {str(unit): Money(unit, currency).text() for unit in sorted({*_UNITS, usual.unit})}
        unit = self.form.fields["unit"].editor
        if isinstance(unit, ChoiceEdit):
            unit.offer(units)
        if self._file is not None:
            self.form.about(self._file.case.id)
        staged = self._file is not None and self._file.pack.filing.first_stage is not None
        self.form.load(
            {"monthly": usual.monthly, "tokens": usual.token is not None, "token": usual.token, "unit": usual.unit,
             "first_due": two_stages(self._file, usual.monthly).first_due if staged and self._file else None}
        )  # fmt: skip

    def show_trials(self, trials: Mapping[str, Terms]) -> None:
        """Divide again, each account going on from the terms that are being tried on it."""
        self.offers.trials = trials
        self._prove()
        self.redraw()

    def _prove(self) -> None:
        """Read the statements once for the proofs that there are; until then nothing is said of them."""
        if self._file is not None and self._proofs != self._file.live_items:
            self._proofs = self._file.live_items
            self._reader.ask_income(self._file)

    def _on_income_arrived(self, read: IncomeRead) -> None:
        self._income = read.picture
        self.redraw()

    def redraw(self) -> None:
        """Divide what is in the fields; what cannot be read is told at its field and no offer is shown."""
        if self._file is None:
            return
        try:
            proved = proved_surplus(self._file, self._income) if self._income else None
            self.found = shares_of(self._file, self._division(), proved, self.offers.trials, self._plan_of)
        except Refused as refused:
            self.found = None
            self.form.show(refused.findings)
        self.orders.load(self._file, self.found.shares.division if self.found else None)
        self._show()

    def _on_orders_toggled(self, on: bool) -> None:
        """Offers and orders take turns; both divide the same month."""
        self.views.setCurrentWidget(self.orders if on else self.table)
        self.use_button.setHidden(on)
        self.plan_button.setHidden(on)
        self.orders.minimum.setVisible(on)
        if on:
            self.orders.redraw()
            self.orders.table.setFocus()
        else:
            self._show()

    def _on_orders_told(self, said: str, grave: bool) -> None:
        if self.orders_button.isChecked():
            in_role(self.note, "finding" if grave else "hint")
            self.note.setText(said)

    def _division(self) -> Division:
        values = self.form.draft()
        self.form.fields["token"].setEnabled(values["tokens"])
        token = values["token"] if values["tokens"] else None
        return Division(values["monthly"], token or None, int(values["unit"]))

    def _show(self) -> None:
        found, chosen = self.found, self.table.current()
        lines = found.lines if found else ()
        kept = chosen.share.account.id if chosen else ""
        self.table.show_rows(lines, lambda line: line.share.account.id == kept)
        self.safe.setText(amount(usual_division(self._file).monthly if self._file else None))
        self.offered.setText(amount(found.shares.offered if found else None))
        self.left.setText(amount(found.shares.left if found else None))
        in_role(self.left, "bad" if found and found.shares.left.minor < 0 else "figure")
        self.use_button.setEnabled(any(line.terms is not None and not self.offers.is_tried(line) for line in lines))
        self.plan_button.setEnabled(any(line.terms is not None for line in lines))
        self._show_findings(found.shares.findings if found else ())

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        if self.orders_button.isChecked():
            return
        owing = self._file is not None and any(account.owed for account in self._file.negotiated)
        told = findings if owing else ()
        grave = any(one.code not in _ADVICE for one in told)
        in_role(self.note, ("finding" if grave else "advice") if told else "hint")
        if not owing:
            self.note.setText(self.tr("Add an account in the profile first."))
            return
        said = " ".join(self._context.words.finding(one) for one in told)
        self.note.setText(said or self.tr("Enter opens an account's trial. Allocating saves nothing."))

    def _on_picked(self, line: ShareLine | None) -> None:
        if self.found is not None:
            self._show_findings((line.findings if line else ()) or self.found.shares.findings)

    def use(self) -> None:
        """Begin a trial on each account with its offer."""
        if self.found is not None:
            self.used.emit(self.found.lines)

    def plan_all(self) -> None:
        """Keep and choose a version for each account with its offer; approvals are then asked for account by account."""
        if self.found is None or self._file is None:
            return
        made = self._session.run(
            plan_all, self._file.case.id, self.found.lines, self.tr("All accounts by their shares")
        )
        told = self.tr("{count} {count|account|accounts} planned; see their approvals, then the applications.")
        self._context.notices.show_message(filled(told, {"count": len(made)}))

    def plan_stages(self) -> None:
        """Keep and choose a plan in two stages for every account, by the sum that is paid a month."""
        if self._file is None:
            return
        try:
            typed = self.form.draft()
            stages = two_stages(self._file, typed["monthly"], first_due=typed["first_due"])
            made = self._session.run(plan_two_stages, self._file.case.id, stages, self.tr("All accounts in two stages"))
        except Refused as refused:
            self._context.notices.show_message("✕ " + " ".join(map(self._context.words.finding, refused.findings)))
            return
        told = self.tr("{count} {count|account|accounts} planned; see their approvals, then the applications.")
        self._context.notices.show_message(filled(told, {"count": len(made)}))

    def cover(self, hidden: bool) -> None:
        """Cover the numbers, or uncover them."""
        self.table.content.mask(hidden)
