"""The plan: terms at the left; schedule, totals and true cost follow every key; kept versions, choice and approvals."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desk import DeskSession
from ui.form import caption
from ui.kit import Kit
from ui.page import CasePage
from ui.pages.plan_approvals import ApprovalsCard
from ui.pages.plan_cards import PlanCards
from ui.pages.plan_inputs import PlanInputs
from ui.table import Column, Table
from ui.widgets.chart import BalanceChart, Curve
from ui.widgets.parts import Card, Elided, button, column, label, row
from ui.wording import amount, day
from workstation.actions import plans
from workstation.errors import Finding, Refused
from workstation.plan.schedule import Row, Schedule, schedule
from workstation.plan.terms import Terms
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account

_REDRAW_MS = 60


class PlanPage(CasePage):
    """Trying stores nothing; only keeping a version does. The trial of each account stays while the case is open."""

    def __init__(self, session: DeskSession, kit: Kit) -> None:
        super().__init__(session, kit)
        self._account_id = ""
        self.made: Schedule | None = None
        self.inputs = PlanInputs(kit, session.desk.clock.today())
        self.cards = PlanCards(kit)
        self.chart = BalanceChart(kit.theme)
        self.table: Table[Row] = Table(self._columns(), line=28)
        self.table.setAccessibleName(self.tr("Repayment schedule"))
        self.totals = label("", "figure")
        self.note = Elided("", "finding")
        self.note.setFixedHeight(18)
        self.keep_button = button(self.tr("Keep this version"), "primary", self.keep)
        self.keep_button.setToolTip("Ctrl+Enter")
        self.approvals = ApprovalsCard(session, kit)
        self._timer = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._timer.timeout.connect(self.redraw)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.inputs.body.addWidget(self.note)
        self.inputs.body.addWidget(self.keep_button)
        curve = Card(caption(self.tr("Balance")), self.chart, gap=4, padding=12)
        curve.body.setStretch(1, 1)
        rows = Card(row(caption(self.tr("Schedule")), -1, self.totals), self.table, gap=4, padding=12)
        rows.body.setStretch(1, 1)
        sides = column(curve, self.approvals)
        sides.setStretch(0, 1)
        middle = QWidget()
        middle.setFixedWidth(346)
        middle.setLayout(sides)
        lower = row(middle, rows)
        lower.setStretch(1, 1)
        right = column(self.cards, lower)
        right.setStretch(1, 1)
        body = row(self.inputs, right)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self.inputs.edited.connect(self._timer.start)
        self.inputs.account_picked.connect(self._on_account_picked)
        self.cards.choice_asked.connect(self.choose)
        self.cards.terms_asked.connect(self._on_terms_asked)
        self.approvals.edited.connect(self.edited)
        self.session.closed.connect(self._timer.stop)

    def _columns(self) -> list[Column[Row]]:
        return [
            Column(self.tr("No."), lambda one: str(one.no), 32, figure=True),
            Column(self.tr("Due"), lambda one: day(one.due_on), 88, figure=True),
            Column(self.tr("Principal"), lambda one: one.principal.grouped(), 0, figure=True),
            Column(self.tr("Charges"), lambda one: (one.interest + one.fee + one.carried).grouped(), 0, figure=True),
            Column(self.tr("Payment"), lambda one: one.payment.grouped(), 0, figure=True, bold=True),
            Column(self.tr("Balance"), lambda one: one.closing.grouped(), 0, figure=True),
        ]  # fmt: skip

    @property
    def account(self) -> Account | None:
        """The account that is being planned for."""
        return next((one for one in self.file.accounts if one.id == self._account_id), None)

    def fill(self, file: object) -> None:
        before = self.account
        if before is None and self.file.accounts:
            self._account_id = self.file.accounts[0].id
        self.inputs.offer(self.file.accounts, self._account_id, self.file.pack.limits.max_instalments)
        account = self.account
        self.inputs.setEnabled(account is not None)
        self.keep_button.setEnabled(account is not None)
        if account is None:
            self._show_kept()
            self._show_nothing(self.tr("Enter an account in the profile first."))
            return
        if before is None:
            self._start(account)
        self._show_kept()
        self.redraw()

    def _start(self, account: Account) -> None:
        """Begin from the chosen version, else from the latest, else from the account."""
        own = [plan for plan in self.file.plans if plan.account_id == account.id]
        last = self.file.chosen(account.id) or (own[-1] if own else None)
        self.inputs.load(account, last.terms if last else None)

    def _show_kept(self) -> None:
        own = [plan for plan in self.file.plans if plan.account_id == self._account_id]
        chosen = self.file.chosen(self._account_id)
        kept = [(plan, schedule(plan.terms)) for plan in own]
        self.cards.show_kept(kept, chosen.id if chosen else "", self.file.budget.surplus)
        self.approvals.load(self.file, chosen)

    def redraw(self) -> None:
        """Plan what stands in the fields and show it; a refusal stands at its field and the last figures go."""
        self._timer.stop()
        account = self.account
        if account is None:
            return
        self.note.say("")
        try:
            self._show(plans.preview(self._terms(account)))
        except Refused as refused:
            left = self.inputs.tell(refused.findings)
            said = [self.kit.words.finding(one) for one in left] or self.inputs.form.foot.text().splitlines()
            self._show_nothing(" ".join(said))

    def _terms(self, account: Account) -> Terms:
        return self.inputs.terms(account)

    def _show(self, made: Schedule) -> None:
        self.made = made
        self.keep_button.setEnabled(True)
        self.table.show_rows(made.rows)
        self.totals.setText(self.tr("In all {amount}").format(amount=amount(made.totals.payment + made.up_front)))
        self.cards.trial.show_plan(self.tr("Trial"), made, self.file.budget.surplus)
        points = (
            (made.terms.interest_from, made.rows[0].opening_minor),
            *((one.due_on, one.closing_minor) for one in made.rows),
        )
        self.chart.show_curves([Curve(self.tr("principal under the plan"), points)])
        self.note.say(" ".join(self.kit.words.finding(one) for one in made.findings))

    def _show_nothing(self, why: str) -> None:
        self.made = None
        self.keep_button.setEnabled(False)
        self.table.show_rows(())
        self.totals.setText("")
        self.cards.trial.show_nothing(self.tr("Trial"), why)
        self.chart.show_curves((), self.tr("No plan to draw"))
        self.note.say(why)

    def keep(self) -> None:
        """Keep the trial as the next version; the first one kept is chosen at once."""
        account = self.account
        if account is None:
            return
        self.redraw()
        if self.made is None:
            return
        plan = self.attempt(lambda: self._keep(account), self._show_findings)
        if plan is not None and self.file.chosen(account.id) is None:
            self.choose(plan)

    def _keep(self, account: Account) -> PlanVersion:
        return self.session.run(plans.keep_plan, self.file.case.id, account.id, self._terms(account), "")

    def choose(self, plan: object) -> None:
        """Decide for a kept version."""
        if isinstance(plan, PlanVersion):
            self.attempt(lambda: self.session.run(plans.choose, plan.id), self._show_findings)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.note.say(" ".join(self.kit.words.finding(one) for one in findings))

    def _on_account_picked(self, account_id: object) -> None:
        self._account_id = str(account_id)
        if self.account is not None:
            self._start(self.account)
            self._show_kept()
            self.redraw()

    def _on_terms_asked(self, plan: object) -> None:
        account = self.account
        if isinstance(plan, PlanVersion) and account is not None:
            self.inputs.load(account, plan.terms)
            self.redraw()

    def focus_place(self, place: str) -> bool:
        area, _, account_id = place.partition(".")
        if area == "approval":
            return self.approvals.form.focus(place)
        if area != "plan":
            return False
        if account_id and account_id != self._account_id and any(one.id == account_id for one in self.file.accounts):
            self.inputs.accounts.load(account_id)
            self._on_account_picked(account_id)
        self.inputs.form.focus("terms.instalments")
        return True

    def primary(self) -> QPushButton | None:
        return self.keep_button
