"""The plan: terms on the left; columns, chart, rows and stress follow every key; below, options, the bank, shares, approvals."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import amount
from ui.pages.plan.columns import PlanColumns
from ui.pages.plan.debtor_papers import PlanPapers
from ui.pages.plan.formula_link import Explained
from ui.pages.plan.inputs import PlanInputs
from ui.pages.plan.schedule import ScheduleCard
from ui.pages.plan.sheet_page import SheetPage
from ui.pages.plan.stress import StressStrip
from ui.pages.plan.tabs import PlanTabs, terms_beside
from ui.pages.plan.trials import SharedTrials
from ui.widgets.charts.balance_chart import BalanceChart, Curve
from ui.widgets.parts import button, column, label
from ui.widgets.room.reading_order import holds_cursor
from workstation.actions.plans import versions
from workstation.actions.plans.options import PlansCompared, compare_plans
from workstation.actions.plans.shares import kept_terms
from workstation.actions.plans.stress import stress_plan
from workstation.casework.keeping.accounts import owed_today
from workstation.errors import Finding, Refused
from workstation.evidence.checklist import open_lines
from workstation.plan.debt.growth import Growth
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class PlanPage(SheetPage):
    """Trying stores nothing; only keeping a version does. The trial of each account stays while the case is open."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._missing = 0
        self._papers = PlanPapers(self, self._show_findings)
        self._growth_of = lru_cache(16)(Growth)  # the figures of a person go with this page
        self.made: Schedule | None = None
        self.compared: PlansCompared | None = None
        self.inputs = PlanInputs(context, session.desk.clock.today, session.drafts)
        self.columns = PlanColumns(context)
        self.chart = BalanceChart(context.theme, wan=context.words.ten_thousand)
        self.schedule = ScheduleCard(context)
        self.table = self.schedule.table
        self.tabs = PlanTabs(self.chart, self.schedule, partial(getattr, self))
        self.trials = SharedTrials(context, self.inputs, self.tabs)
        self._explained = Explained(context, self.columns, self.tabs, self.schedule)
        self.totals = self.tabs.totals
        self.stress = StressStrip(context, session.drafts)
        self.note = label("", "finding", wrap=True)
        self.note.setFixedHeight(52)
        self.keep_button = button(self.tr("Save this version"), "primary", self.keep)
        self.keep_button.setToolTip("Ctrl+Enter")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.inputs.body.addWidget(self.note)
        self.inputs.body.addWidget(self.keep_button)
        right = column(self.columns, self.tabs, self.stress, gap=8)
        right.setStretch(1, 1)
        self.setLayout(column(terms_beside(self.inputs, right)))

    def _connect(self) -> None:
        self.inputs.edited.connect(self.redraw)
        self.trials.edited.connect(self.redraw)
        self.inputs.account_picked.connect(self._on_account_picked)
        self.columns.choice_requested.connect(self.choose)
        self.columns.terms_requested.connect(self.try_terms)
        self.schedule.locks_changed.connect(self.inputs.lock)
        self.schedule.refused.connect(self._show_findings)
        self.stress.edited.connect(self._show_stress)
        self.tabs.turned.connect(lambda name: self.stress.setVisible(name == "schedule"))
        self.tabs.turned.connect(lambda _: self.columns.setVisible(not self.tabs.wide))
        self.tabs.sheet_requested.connect(self.write_sheet)
        self.schedule.formula.sheet_requested.connect(self.write_formulas)
        rate = self.columns.waiting.rate_requested
        rate.connect(lambda: self.field_requested.emit(f"account.{self._account_id}.rate"))
        QShortcut(QKeySequence("Ctrl+Shift+D"), self, self.write_sheet)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self, self.write_formulas)

    def take_cursor(self) -> bool:
        return self.account is not None and self.inputs.sheets.take_cursor()

    def walk(self, *, back: bool) -> bool:
        if self.tabs.wide and not holds_cursor(self.inputs):
            return False  # there what was gathered is meant, which is kept with the case at once
        return self.trials.undo() if back else self.trials.redo()

    @property
    def account(self) -> Account | None:
        """The account that is being planned for, with what is owed on it today."""
        return next((owed_today(self.file, one) for one in self.file.accounts if one.id == self._account_id), None)

    def fill(self, file: CaseFile) -> None:
        if self.account is None and self.file.accounts:
            tried = self.session.drafts.latest(self.file.case.id, "plan/terms/")
            self._account_id = next((one.id for one in self.file.accounts if one.id == tried), self.file.accounts[0].id)
        self._offer_accounts()
        account = self.account
        self.inputs.setEnabled(account is not None)
        self.stress.begin(self.file.case.id, self.file.budget)
        if account is None:
            self._show_kept()
            self._show_nothing(self.tr("Add an account in the profile first."))
            return
        if not self.inputs.history.has_draft(account.id):
            self._start(account)
        self._show_kept()
        self.redraw()

    def _offer_accounts(self) -> None:
        hidden = self.context.privacy.hidden
        self.inputs.offer(self.file.accounts, self._account_id, self.file.pack.limits.max_instalments, hidden)

    def cover(self, hidden: bool) -> None:
        if self._file is not None:
            self._offer_accounts()

    def _start(self, account: Account) -> None:
        """Begin from the chosen version, else from the latest, else from the account."""
        self.inputs.load(account, kept_terms(self.file, account.id), self.file.debtor.pay_day)

    def _show_kept(self) -> None:
        account = self.account
        chosen, found = self.file.chosen(self._account_id), self.options_found()
        own = [plan for plan in self.file.plans if plan.account_id == self._account_id]
        sides = self.columns.sides(account, own, chosen, found) if account else []
        self._missing = len(open_lines(self.file.checklist, "verified"))
        self.columns.offer(sides, chosen.id if chosen else "", self.file)
        if account is not None:
            beside = [side.terms for side in sides]
            compared = compare_plans(self.file, account, beside, self._growth_of) if beside else None
            self.columns.show_compared(compared, self._missing)
        self.tabs.count_options(len(found.offered) if found else 0)
        self.tabs.offer("costs", self.file.mainland)  # a table by the rules of the mainland
        self.trials.load(self.file, account)
        self.load_sheets(found)

    def redraw(self) -> None:
        """Plan what is in the fields and show it; a refusal stands at its field and the last figures go."""
        if (account := self.account) is None:
            return
        self.note.setText("")
        try:
            terms = self.inputs.terms(account)
            self._show(compare_plans(self.file, account, (terms,), self._growth_of))
        except Refused as refused:
            left = self.inputs.show_message(refused.findings)
            said = [self.context.words.finding(one) for one in left] or self.inputs.form.footer.told.splitlines()
            self._show_nothing(" ".join(said))

    def _show(self, found: PlansCompared) -> None:
        plan = found.comparison.plans[0]
        self.compared, self.made = found, plan.schedule
        self.trials.note(self._account_id, plan.schedule.terms)
        self.keep_button.setEnabled(True)
        self.inputs.follow(plan.schedule, plan.payment)
        self.schedule.show_plan(plan.schedule)
        self.totals.setText(self.tr("Total {amount}").format(amount=amount(plan.total)))
        self.columns.show_trial(found, self._missing)
        self.chart.digits = plan.total.digits
        waiting = found.comparison.waiting
        curves = [Curve(self.tr("Under this plan"), plan.curve)]
        if waiting is not None:
            end = plan.curve[-1][0]
            kept = [one for one in waiting.curve if one[0] <= end] or list(waiting.curve[:1])
            after = waiting.curve[len(kept) : len(kept) + 1]
            curves.append(Curve(self.tr("If nothing is paid"), (*kept, *after), "text_2", dashed=True))
        self.chart.show_curves(curves)
        self._show_stress()
        self._show_findings((*plan.schedule.findings, *found.caps[0]))

    def _show_stress(self) -> None:
        made, strain = self.made, self.stress.strain()
        self.stress.show_results(stress_plan(self.file, self._account_id, made, strain) if made is not None else ())

    def _show_nothing(self, why: str) -> None:
        self.made = self.compared = None
        self.keep_button.setEnabled(False)
        self.schedule.show_plan(None, self.inputs.fixed)
        self.totals.setText("")
        self.columns.trial.show_nothing(self.tr("Trial"), why)
        self.chart.show_curves((), self.tr("No plan to show"))
        self._show_stress()
        self.note.setText(why)

    def keep(self) -> None:
        """Keep the trial as the next version; the first one kept is chosen at once, then its approvals come with the cursor."""
        if (account := self.account) is None:
            return
        self.redraw()
        if self.made is None:
            return
        if (plan := self.attempt(lambda: self._keep(account), self._show_findings)) is None:
            return
        self.inputs.journal.settled()
        if self.file.chosen(account.id) is None:
            self.choose(plan)
            self.tabs.turn_to("approvals")
            self.approvals.form.focus("approval.decision")

    def _keep(self, account: Account) -> PlanVersion:
        return self.session.run(versions.keep_plan, self.file.case.id, account.id, self.inputs.terms(account), "")

    def choose(self, plan: PlanVersion) -> None:
        """Choose a saved version."""
        seen = before.id if (before := self.file.chosen(plan.account_id)) else ""
        self.attempt(lambda: self.session.run(versions.choose, plan.id, seen), self._show_findings)

    def write_sheet(self) -> None:
        """Write the comparison sheet for the debtor."""
        if self.account is not None:
            self._papers.write("comparison", self.account.bank)

    def write_formulas(self) -> None:
        """Write every amount of the trial with its formula."""
        if self.account is not None and self.made is not None:
            self._papers.write_formulas(self.account, self.made.terms)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.note.setText(" ".join(self.context.words.finding(one) for one in findings))

    def _on_account_picked(self, account_id: str) -> None:
        self._account_id = account_id
        if (account := self.account) is None:
            return
        if self.inputs.history.has_draft(account.id):
            self.inputs.resume(account)
        else:
            self._start(account)
        self._show_kept()
        self.redraw()

    def try_terms(self, terms: Terms) -> None:
        account = self.account
        if account is not None:
            self.inputs.try_terms(account, terms)
            self.tabs.turn_to("schedule")
            self.redraw()

    def counter_trial(self) -> None:
        if self.made is not None:
            self.counter.take(self.made.terms)

    def write_paper(self, kind: str, bank: str) -> None:
        self._papers.write(kind, bank)

    def turn_to_account(self, account_id: str) -> None:
        self.inputs.accounts.load(account_id)
        self._on_account_picked(account_id)
        self.tabs.turn_to("schedule")

    def focus_field(self, field_ref: str) -> bool:
        area, _, account_id = field_ref.partition(".")
        if area not in ("approval", "claim", "costs", "plan"):
            return False
        if account_id != self._account_id and account_id in self.file.accounts_by_id:
            self.turn_to_account(account_id)
        if area == "plan":
            self.inputs.form.focus("terms.instalments")
            return True
        self.tabs.turn_to("approvals" if area == "approval" else area)
        if area == "approval":
            return self.approvals.form.focus(field_ref)
        return self.claim.terms.focus("claim.since") if area == "claim" else self.costs.loan.focus("costs.lent")

    def primary(self) -> QPushButton | None:
        return self.keep_button
