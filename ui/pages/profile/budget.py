"""The household budget: what comes in, what goes out, which debts come first, and what is left in a month."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import NONE, amount
from ui.merging import Joined
from ui.page import CasePage
from ui.pages.profile.budget_lines import BudgetLines
from ui.saving import Show, save_form, save_quietly
from ui.widgets.field import caption
from ui.widgets.parts import Card, column, in_role, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions import cases
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.policy.guidelines import EXPENSES
from workstation.policy.rules import label as label_of
from workstation.profile.budget import Budget, BudgetLine
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

SIDES = ("income", "expense", "priority_debt")


class BudgetSection(CasePage):
    """Three lists of lines and the surplus, which follows every key."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.sides = {side: BudgetLines(context, side) for side in SIDES}  # type: ignore[arg-type]
        self.surplus = label(NONE, "hero")
        self.form = Form("budget", context.words, (), context.privacy, session.drafts, "profile", self.surplus)
        part = Joined(
            self.tr("Budget"), self._load_lines, self._raw, self._lines, self._lines_text,
            typed=self._typed, put=self._put_typed,
        )  # fmt: skip
        self.form.join("lines", part)
        self.totals = {side: label(NONE, "figure") for side in SIDES}
        self.remark = label("", "quiet", wrap=True)
        for lines in self.sides.values():
            lines.edited.connect(self._on_lines_edited)
        for lines, following in pairwise(self.sides.values()):
            lines.passed.connect(partial(self._on_passed, 1, following))
            following.passed.connect(partial(self._on_passed, -1, lines))
        second = column(self._card("priority_debt"), self.form.conflicts, self._sum_card())
        second.setStretch(0, 1)
        body = beside(self._card("income"), self._card("expense"), second)
        for side, share in enumerate((8, 9, 8)):
            body.setStretch(side, share)
        self.setLayout(body)

    def _on_passed(self, way: int, beside: BudgetLines, step: int) -> None:
        """From the end of one list into the next one that way."""
        if step == way:
            beside.enter(0 if way > 0 else -1)

    def _card(self, side: str) -> Card:
        lines = self.sides[side]
        lines.setObjectName("plain")
        area = Scrolled(lines)
        head = flow(
            caption(self.context.words.label("side", side)),
            -1,
            self.totals[side],
            label(self.tr("per month"), "hint"),
            gap=4,
        )
        made = Card(head, area, gap=8)
        made.body.setStretch(1, 1)
        if side == "expense":
            hint = self.tr("≈ usual (source in tip) · ↑ with group above · — unknown")
            made.body.addWidget(label(hint, "hint", wrap=True))
        return made

    def _sum_card(self) -> Card:
        return Card(label(self.tr("Monthly surplus"), "label"), self.surplus, self.remark, gap=4)

    def fill(self, file: CaseFile) -> None:
        self.form.about(self.file.case.id)
        self.form.refresh({"lines": self.file.budget.lines}, self.file.budget)
        for lines in self.sides.values():
            lines.read_in(self.file.budget.currency)
        self._show_sums()
        self.sides["expense"].show_guidelines(self._guidelines())

    def _guidelines(self) -> dict[str, tuple[str, str]]:
        """A figure where a source tells one, for the household as far as it is known; else an empty field with how to fill it."""
        empty = self.tr(
            "No guideline is known. Put one with source, date and confidence under [[guidelines]] of a pack."
        )
        shown = dict.fromkeys(EXPENSES, ("—", empty))
        persons = 1 + self.file.debtor.dependants
        for one in self.file.pack.guidelines if self.file.budget.currency == self.file.pack.currency else ():
            monthly = one.monthly(persons, self.file.pack.currency).grouped()
            named = " + ".join(self.context.words.label("category.expense", code) for code in one.categories)
            told = self.tr(
                "{names}: {amount} a month for {persons} {persons|person|persons}. {what}. Source: {source}, {day}, {confidence}"
            )
            figures = {
                "names": named, "amount": monthly, "persons": persons, "what": label_of(one.what, self.context.words.language),
                "source": one.source.name, "day": one.source.dated,
                "confidence": self.context.words.label("confidence", one.source.confidence),
            }  # fmt: skip
            tip = filled(told, figures)
            first, *others = one.categories
            shown[first] = (f"≈ {monthly.partition('.')[0]}", tip)
            shown |= dict.fromkeys(others, ("≈ ↑", tip))
        return shown

    def _typed(self) -> dict[str, object]:
        return {f"{side}.{key}": state for side, lines in self.sides.items() for key, state in lines.typed().items()}

    def _put_typed(self, state: dict[str, object]) -> None:
        for side, lines in self.sides.items():
            lines.put_typed({key.removeprefix(f"{side}."): one for key, one in state.items() if key.startswith(side)})
        self._on_lines_edited()

    def _load_lines(self, stored: tuple[BudgetLine, ...] | None) -> None:
        for side, lines in self.sides.items():
            lines.load([line for line in stored or () if line.side == side], self.file.budget.currency)

    def _raw(self) -> tuple[object, ...]:
        return tuple(lines.raw() for lines in self.sides.values())

    def _lines(self) -> tuple[BudgetLine, ...]:
        return tuple(line for one in self.sides.values() for line in one.draft())

    def _lines_text(self, lines: object) -> str:
        """A budget in a line: how many entries it has and what is left of it; what cannot be read yet is only yours."""
        if not isinstance(lines, tuple) or not all(isinstance(line, BudgetLine) for line in lines):
            return NONE
        surplus = Budget(self.file.case.id, lines, self.file.budget.currency).surplus
        return filled(
            self.tr("{count} {count|entry|entries}, surplus {amount}"), {"count": len(lines), "amount": amount(surplus)}
        )

    @property
    def modified(self) -> bool:
        return self.form.modified

    def _draft(self) -> Budget:
        return Budget(self.file.case.id, self._lines(), self.file.budget.currency)

    def _on_lines_edited(self) -> None:
        self._show_sums()
        self.form.edited.emit()
        self.edited.emit()

    def _show_sums(self) -> None:
        """Sums of what stands in the lines; dashes while a line cannot be read."""
        try:
            budget: Budget | None = self._draft()
        except Refused:
            budget = None
        for side, shown in self.totals.items():
            shown.setText(amount(budget.of(side)) if budget else NONE)  # type: ignore[arg-type]
        self.surplus.setText(amount(budget.surplus) if budget else NONE)
        if budget is None:
            in_role(self.remark, "finding")
            self.remark.setText(f"✕ {next(one.wrong for one in self.sides.values() if one.wrong)}")
            return
        short = budget.surplus.minor < 0
        in_role(self.remark, "bad" if short else "quiet")
        self.remark.setText(
            self.tr("The household runs a deficit; a plan needs a named source of repayment.")
            if short
            else self.tr("Income less spending and priority debts. A plan's monthly payment may not exceed it.")
        )

    @property
    def unsaved(self) -> bool:
        return self.form.modified

    def autosave(self) -> tuple[Finding, ...]:
        return save_quietly(self.form, self._keep_quietly)

    def save(self) -> bool:
        if self.attempt(self._draft, lambda _findings: None) is None:
            return False
        return self._keep(self._show_findings)

    def _keep_quietly(self, show: Show) -> bool:
        if unread := self._unread():
            show(unread)
            return False
        return self._keep(show, quiet=True)

    def _unread(self) -> tuple[Finding, ...]:
        try:
            self._draft()
        except Refused as refused:
            return refused.findings
        return ()

    def _keep(self, show: Show, *, quiet: bool = False) -> bool:
        if not save_form(self.session, self.form, self._run, show, quiet=quiet):
            return False
        self.form.accept()
        self.edited.emit()
        return True

    def _run(self) -> None:
        self.session.run(cases.save_budget, self._draft(), self.form.base)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Findings name lines by their number over all three lists."""
        self.show_message(findings)

    def focus_field(self, field_ref: str) -> bool:
        if field_ref != FieldRef.CASE_BUDGET and not field_ref.startswith("budget"):
            return False
        self.sides["income"].focus_first()
        return True
