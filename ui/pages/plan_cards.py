"""Plan versions side by side: what is being tried and what was kept, each with its payment, total, waiver and true cost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import Kit
from ui.widgets.parts import Card, Chip, Elided, button, clear, in_role, label, row
from ui.wording import NONE, amount, day, percent
from workstation.money import Money
from workstation.plan.schedule import Schedule
from workstation.plan.version import PlanVersion

_SHOWN = 3


class PlanCard(Card):
    """One plan. A dash stands where there is no figure, so that cards keep their shape."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, kit: Kit, *, kept: bool) -> None:
        super().__init__(gap=3, padding=12)
        self._kit = kit
        self.heading = Elided("", "section")
        self.chip = Chip()
        self.method = Elided("", "label")
        self.payment = label(NONE, "hero")
        self.total = Elided("")
        self.waived = in_role(Elided(""), "good")
        self.cost = Elided("", "label")
        self.choose_button = button(self.tr("Choose"), "link", self.chosen.emit)
        self.open_button = button(self.tr("Try on from here"), "link", self.opened.emit)
        head = row(self.heading, self.chip, gap=6)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        for part in (self.method, self.payment, self.total, self.waived, self.cost):
            self.body.addWidget(part)
        foot = row(self.choose_button, -1, self.open_button, gap=4)
        self.body.addLayout(foot)
        for made in (self.choose_button, self.open_button):
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
            made.setVisible(kept)

    def show_plan(self, heading: str, made: Schedule, surplus: Money) -> None:
        """Show the figures of a schedule."""
        terms, words = made.terms, self._kit.words
        first, last = made.rows[0], made.rows[-1]
        self.heading.say(heading)
        self.method.say(
            self.tr("{method}, {count} times from {day}").format(
                method=words.label("method", terms.method), count=len(made.rows), day=day(first.due_on)
            )
        )
        self.payment.setText(amount(first.payment))
        self.total.say(self.tr("In all {amount}, until {day}").format(
            amount=amount(made.totals.payment + made.up_front), day=day(last.due_on)
        ))  # fmt: skip
        self.waived.say(self.tr("Applied to waive {amount}").format(amount=amount(_waived(made))))
        self.cost.say(self._cost(made))
        self._show_fit(made, surplus)

    def _cost(self, made: Schedule) -> str:
        rate = made.true_rate
        if rate is None:
            return self.tr("Yearly cost: none")
        return self.tr("Yearly: {simple} simple, {compound} compound").format(
            simple=percent(rate.simple), compound=percent(rate.compound)
        )

    def _show_fit(self, made: Schedule, surplus: Money) -> None:
        most = max((one.payment for one in made.rows), key=lambda money: money.minor)
        if most.currency != surplus.currency or made.terms.method == "lump_sum":
            self.chip.say("")
        elif most <= surplus:
            self.chip.say(self.tr("Within surplus"))
        else:
            self.chip.say(self.tr("Over surplus"), "warning")

    def show_nothing(self, heading: str, why: str) -> None:
        """Show that there is no plan, and why."""
        self.heading.say(heading)
        self.method.say(why)
        self.payment.setText(NONE)
        for part in (self.total, self.waived, self.cost):
            part.say("")
        self.chip.say("")


def _waived(made: Schedule) -> Money:
    waived = made.waived
    return waived.principal + waived.interest + waived.penalty + waived.fees


class PlanCards(QWidget):
    """The trial first, then the latest kept versions; the chosen one wears the accent edge."""

    choice_asked = Signal(object)
    terms_asked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.trial = PlanCard(kit, kept=False)
        self.kept: dict[str, PlanCard] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.trial, 1)
        self._places = QHBoxLayout()
        self._places.setSpacing(12)
        self._row.addLayout(self._places, _SHOWN - 1)
        self.setFixedHeight(184)

    def show_kept(self, plans: list[tuple[PlanVersion, Schedule]], chosen: str, surplus: Money) -> None:
        """Show the latest versions, the chosen one always among them."""
        clear(self._places)
        self.kept = {}
        for plan, made in _to_show(plans, chosen):
            card = self.kept[plan.id] = PlanCard(self._kit, kept=True)
            card.show_plan(self.tr("Version {number}").format(number=plan.version), made, surplus)
            card.set_chosen(plan.id == chosen)
            card.choose_button.setEnabled(plan.id != chosen)
            card.choose_button.setText(self.tr("✓ Chosen") if plan.id == chosen else self.tr("Choose"))
            card.chosen.connect(lambda plan=plan: self.choice_asked.emit(plan))
            card.opened.connect(lambda plan=plan: self.terms_asked.emit(plan))
            self._places.addWidget(card, 1)
        for _ in range(_SHOWN - 1 - len(self.kept)):
            self._places.addWidget(self._vacant(), 1)

    def _vacant(self) -> Card:
        words = label(self.tr("Versions that you keep stand here side by side."), "quiet", wrap=True)
        made = Card(-1, words, -1)
        words.setAlignment(words.alignment().AlignCenter)
        return in_role(made, "drop")


def _to_show(plans: list[tuple[PlanVersion, Schedule]], chosen: str) -> list[tuple[PlanVersion, Schedule]]:
    latest = plans[-(_SHOWN - 1) :]
    if chosen and all(plan.id != chosen for plan, _ in latest):
        latest = [one for one in plans if one[0].id == chosen] + latest[1:]
    return latest
