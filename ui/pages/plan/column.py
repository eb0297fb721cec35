"""One column of the comparison: doing nothing, or a plan with its payment, total, saving, true cost and what it still needs."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import mode
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from ui.context import UiContext
from ui.look.wording import NONE, amount, day
from ui.typed_signal import TypedSignal, signal
from ui.widgets.charts.surplus_bar import SurplusBar
from ui.widgets.figure_labels import Figure, LineFigure
from ui.widgets.parts import Card, Chip, Elided, button, in_role, label, row
from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.debt.comparison import Compared, Owing, Waiting
from workstation.plan.rate.true_rate import TrueRate
from workstation.policy.rules import Tier
from workstation.rates import percent, share_percent
from workstation.wording import filled

BEST: Final = "★ "
_PADDING: Final = 8


class Lines(QGridLayout):
    """Names on the left, figures under each other on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(4)
        self.setVerticalSpacing(1)
        self.setColumnStretch(1, 1)

    def line(self, name: str, figure: Elided) -> QLabel:
        """One more line; answers its name."""
        number = self.rowCount()
        title = label(name, "label")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title.setFixedHeight(18)
        self.addWidget(title, number, 0)
        self.addWidget(figure, number, 1)
        return title


class WaitingColumn(Card):
    """What is owed in 30, 60, 90 and 180 days and in a year, if nothing is paid: figures, no threat.

    What a year costs stands there where it is above the cap of the pack; clicked, it tells the finding.
    """

    rate_requested = Signal()
    amount_requested: TypedSignal[tuple[Waiting, Owing]] = signal(1)
    cap_requested: TypedSignal[tuple[Finding, ...]] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=2, padding=_PADDING)
        self._context = context
        self._waiting: Waiting | None = None
        self.payment = Figure(context.theme, self.tr("Do nothing"), lambda: self._ask(0))
        self.grown = label("", "label", wrap=True)
        self.body.addWidget(label(self.tr("Do nothing"), "section"))
        self.body.addWidget(self.payment)
        self.body.addWidget(self.grown)
        self._lines = Lines()
        self.points = [self._point(number) for number in range(1, 6)]
        self._caps: tuple[Finding, ...] = ()
        self.cap = LineFigure(
            context.theme, self.tr("△ Cost per year"), lambda: self.cap_requested.emit(self._caps), "advice"
        )
        self._cap_name = self._lines.line(self.tr("△ Cost per year"), self.cap)
        self.show_cap(())
        self.body.addLayout(self._lines)
        self.note = label("", "hint", wrap=True)
        self.body.addWidget(self.note)
        self.rate_button = button(self.tr("→ Enter the rate"), "link", self.rate_requested.emit)
        self.body.addStretch()
        self.body.addWidget(self.rate_button)

    def _point(self, number: int) -> tuple[QLabel, LineFigure]:
        figure = LineFigure(self._context.theme, "", lambda: self._ask(number))
        return self._lines.line("", figure), figure

    def _ask(self, number: int) -> None:
        """Have what is owed at a point explained; 0 is today."""
        if self._waiting is not None and number < len(self._waiting.points):
            self.amount_requested.emit((self._waiting, self._waiting.points[number]))

    def show_cap(self, caps: tuple[Finding, ...]) -> None:
        """Show what a year costs where that is above the cap; its line goes where it is not."""
        self._caps = caps
        said = " ".join(self._context.words.finding(one) for one in caps)
        self.cap.set_text(" ".join(one.figures["rate"] for one in caps), said)
        self._cap_name.setToolTip(said)
        for part in (self._cap_name, self.cap):
            part.setVisible(bool(caps))
        self.cap.setAccessibleDescription(said)

    def show_waiting(self, waiting: Waiting | None, why: str) -> None:
        """Show the horizons, or why nobody knows them."""
        before, self._waiting = self._waiting, waiting
        if waiting is not None and before is not None and waiting.points == before.points:
            return
        points = waiting.points[1:] if waiting else ()
        self.payment.setText(amount(waiting.points[0].owed.total) if waiting else NONE)
        self.grown.setText(self.tr("Today, and if left unpaid") if points else "")
        self.note.setText("" if points else why)
        self.rate_button.setVisible(not points and bool(why))
        for number, (name, figure) in enumerate(self.points):
            point = points[number] if number < len(points) else None
            name.setVisible(point is not None)
            figure.setVisible(point is not None)
            name.setText(self._when(point) if point else "")
            figure.setAccessibleName(name.text())
            figure.set_text(point.owed.total.grouped() if point else "")

    def _when(self, point: Owing) -> str:
        if point.months:
            return filled(self.tr("{count} {count|month|months}"), {"count": point.months})
        return filled(self.tr("{count} {count|day|days}"), {"count": point.days})


class PlanColumn(Card):
    """One plan. A dash stands where there is no figure, so that columns keep their shape."""

    chosen = Signal()
    opened = Signal()
    amount_requested: TypedSignal[tuple[Compared, str]] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=1, padding=_PADDING)
        self._context = context
        self.plan: Compared | None = None
        self.heading = Elided("", "section")
        self.chip = Chip()
        self.payment = Figure(context.theme, self.tr("Payment"), lambda: self._ask(""))
        self.method = Elided("", "label")
        head = row(self.heading, self.chip, gap=2)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.payment)
        self.body.addWidget(self.method)
        lines = Lines()
        self.total = self._line(lines, self.tr("Total"), "total")
        self.saved = self._line(lines, self.tr("Saved"), "saved", "good", self.tr("Saved per year"))
        self.cost = self._line(lines, self.tr("Rate p.a."), "cost", whole=self.tr("Annual rate (simple/compound)"))
        self.until = Elided("", whole=True)
        lines.line(self.tr("Until"), self.until)
        self.body.addLayout(lines)
        self.bar = SurplusBar(context.theme)
        self.fit = label("", "label")
        self.needs = Elided("", "label")
        share = row(self.bar, self.fit, gap=6)
        share.setStretch(0, 1)
        self.body.addLayout(share)
        self.body.addWidget(self.needs)
        self.choose_button = button(self.tr("Choose"), "link", self.chosen.emit)
        self.open_button = button(self.tr("Try"), "link", self.opened.emit)
        self.open_button.setToolTip(self.tr("Copy these terms into the fields"))
        for made in (self.choose_button, self.open_button):
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
        self.body.addStretch()
        self.body.addLayout(row(self.choose_button, -1, self.open_button, gap=4))

    def _line(self, lines: Lines, title: str, name: str, role: str = "", whole: str = "") -> LineFigure:
        """A figure on a line; ``whole`` is its title in full where a column has no room for it."""
        figure = LineFigure(self._context.theme, whole or title, lambda: self._ask(name), role)
        lines.line(title, figure).setToolTip(whole)
        return figure

    def _ask(self, name: str) -> None:
        """Have the figure of that name explained."""
        if self.plan is not None:
            self.amount_requested.emit((self.plan, name))

    def show_actions(self, *, kept: bool, offered: bool, chosen: bool) -> None:
        """Say what can be done with it."""
        self.choose_button.setVisible(kept)
        self.choose_button.setEnabled(not chosen)
        self.choose_button.setText(self.tr("✓ Chosen") if chosen else self.tr("Choose"))
        self.open_button.setVisible(kept or offered)
        self.set_chosen(chosen)

    def show_plan(
        self,
        heading: str,
        plan: Compared,
        tiers: Mapping[str, Tier] | None,
        caps: tuple[Finding, ...],
        missing: int,
        best: frozenset[str] = frozenset(),
    ) -> None:
        """Show the figures of a plan, those of ``best`` marked as in `mark`. ``tiers`` None: the terms are the bank's own."""
        terms, words = plan.schedule.terms, self._context.words
        self.plan = plan
        set_text(self.heading, heading)
        self.payment.setToolTip(self.tr("Largest instalment: {amount}").format(amount=amount(plan.payment)))
        set_text(
            self.method,
            self.tr("{method} × {count}").format(
                method=words.label("method", terms.method), count=len(plan.schedule.rows)
            ),
        )
        self.mark(plan, best)
        self._show_rates(plan)
        self._show_fit(plan)
        self._show_needs(tiers, missing)
        if caps:
            self.chip.set_text("△", "warning")
            self.chip.setToolTip(" ".join(words.finding(one) for one in caps))

    def mark(self, plan: Compared, best: frozenset[str]) -> None:
        """Show the figures that are set against other plans; ``best`` names those in which no other is better."""
        usual = Money(mode(one.payment_minor for one in plan.schedule.rows), plan.schedule.terms.currency)
        self.payment.setText(_marked(amount(usual), "monthly" in best))
        set_text(self.total, _marked(plan.total.grouped(), "total" in best))
        saved = next((one for one in plan.saved if one.months), None)
        set_text(self.saved, _marked(saved.amount.grouped(), "saved" in best) if saved else NONE)
        in_role(self.saved, "good" if saved and saved.amount > Money.zero(saved.amount.currency) else "")
        rate = plan.true_rate
        set_text(self.cost, _marked(_both(rate), "rate" in best) if rate else NONE)
        set_text(self.until, _marked(day(plan.last_due), "last_due" in best))

    def _show_rates(self, plan: Compared) -> None:
        """Whoever points at the yearly cost reads both ways of counting it."""
        rate = plan.true_rate
        both = self.tr("True rate: {simple} simple, {compound} compound")
        self.cost.setToolTip(
            both.format(simple=percent(rate.simple), compound=percent(rate.compound)) if rate is not None else ""
        )

    def _show_fit(self, plan: Compared) -> None:
        share = plan.share
        self.chip.setToolTip("")
        if share is None:
            self.fit.setText(self.tr("No surplus to compare") if plan.schedule.terms.method != "lump_sum" else "")
            self.chip.set_text("")
            self.bar.show_share(None, "")
            return
        self.fit.setText(share_percent(share))
        words = self.tr("{share} of the surplus").format(share=self.fit.text())
        self.fit.setToolTip(words)
        self.bar.show_share(share, words)
        within = share <= 1
        self.chip.set_text(self.tr("Fits") if within else self.tr("Over"), "" if within else "warning")

    def _show_needs(self, own: Mapping[str, Tier] | None, missing: int) -> None:
        words, tiers = self._context.words, own or {}
        asked = [words.label("authority", tier) for tier in ("supervisor", "bank") if tier in tiers.values()]
        who = self.tr("Needs {who}").format(who=words.listed(asked)) if asked else self.tr("Agent may offer")
        who = who if own is not None else self.tr("The bank's own terms")
        proofs = (
            filled(self.tr("{count} {count|document|documents} missing"), {"count": missing})
            if missing
            else self.tr("Evidence complete")
        )
        parts = [proofs, who] if missing else [who, proofs]
        set_text(self.needs, " · ".join(parts) if missing else who)
        each = [(words.label("concession", name), words.label("authority", tier)) for name, tier in tiers.items()]
        self.needs.setToolTip("\n".join([*parts, *(words.attributed(what, by) for what, by in each)]))

    def show_nothing(self, heading: str, why: str) -> None:
        """Show that there is no plan, and why."""
        set_text(self.heading, heading)
        set_text(self.method, why)
        self.plan = None
        self.payment.setText(NONE)
        for part in (self.total, self.saved, self.cost, self.until, self.needs):
            part.set_text("")
        self.fit.setText("")
        self.bar.show_share(None, "")
        self.chip.set_text("")


def set_text(part: Elided, text: str) -> None:
    """Fitting a text into its place costs; what stands already stays."""
    if part.whole != text:
        part.set_text(text)


def _both(rate: TrueRate) -> str:
    """Simple and compound, always both: ``12.00/12.68%``."""
    return f"{percent(rate.simple).removesuffix('%')}/{percent(rate.compound)}"


def _marked(text: str, best: bool) -> str:
    return BEST + text if best else text
