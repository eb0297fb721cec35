"""The fields of the terms on their sheets: what is tried most, what is asked less often, and the steps of a stepped plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.context import UiContext
from ui.form import Form
from ui.look.wording import NONE
from ui.pages.plan.terms_from_form import STEPS, UNITS
from ui.typed_signal import TypedSignal, signal
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import IN_INSTALMENTS, IN_MONTHS, ChoiceEdit, CountEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.months_edit import MONTHS, MonthsEdit
from ui.widgets.parts import button, column, label, row
from ui.widgets.rate_edit import RateEdit
from ui.widgets.room.flow import Flow
from ui.widgets.room.flow import lines as flow_lines
from ui.widgets.slider_field import SliderField
from workstation.plan.schedule.terms import METHODS
from workstation.plan.schedule.working_days import calendar_ids

SLIDERS: Final = ("instalments", "affordable", "down_payment", "waive_principal", "deferral_months", "grace_principal")
STEP_MINOR: Final = 10_00
"""Sliders of amounts move by ten major units."""
_Lines = tuple[tuple[tuple[str, int], ...], ...]
TOP: Final[_Lines] = ((("method", 3), ("first_due", 3)),)
_SHEETS: Final[dict[str, _Lines]] = {
    "trial": (
        *(((key, 6),) for key in SLIDERS[:-1]),
        (("rate", 3), ("grace_principal", 3)),
        (("treat_interest", 2), ("treat_penalty", 2), ("treat_fees", 2)),
    ),
    "more": (
        (("every_count", 2), ("every_unit", 2), ("grace_interest", 2)),
        (("interest_from", 3), ("day_count", 3)),
        (("rounding", 2), ("rounding_mode", 2), ("remainder", 2)),
        (("shift", 2), ("calendar", 2), ("deferral_interest", 2)),
        (("skip_months", 6),),
    ),
    "steps": tuple(((f"step_{no}_from", 2), (f"step_{no}_amount", 4)) for no in range(1, STEPS + 1)),
}
_MNEMONIC: Final = re.compile(r"\(&.\)|&")
"""``(&N)`` as Chinese labels have it, or the bare sign."""
MORE: Final = tuple(key for line in _SHEETS["more"] for key, _ in line)
_LEADING: Final = re.compile(r"^(option\.\d+|terms)\.")
"""What comparisons and forms set before the name."""
_STEP_FIELD: Final = re.compile(r"steps\[(\d+)\](?:\.(\w+))?")
_PLACES: Final = {
    "steps": "step_1_from", "every.days": "every_count", "every.months": "every_count", "shift.calendar": "calendar",
    "rounding.unit": "rounding", "period_fee": "rate",
}  # fmt: skip
"""Where the calculator's places stand here, beside those that bear the same name."""


def local_field_ref(subject: str) -> str:
    """The field that a finding of the calculator belongs to."""
    subject = _LEADING.sub("", subject)
    step = _STEP_FIELD.fullmatch(subject)
    if step is not None:
        return f"step_{int(step[1]) + 1}_{'amount' if step[2] == 'amount' else 'from'}"
    return _PLACES.get(subject) or subject.replace("grace.", "grace_").replace("deferral.", "deferral_")


class PlanForm(QWidget):
    """``form`` holds every field; ``top`` what stands above the sheets. Sheets turn by their tabs and never change in size."""

    turned: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, today: Callable[[], date]) -> None:
        super().__init__()
        self._context, self._today = context, today
        self.form = Form("terms", context.words, [*self._tried(), *self._further(), *self._stepped()])
        for field in self.form.fields.values():
            field.editor.setAccessibleName(_MNEMONIC.sub("", field.name.text()) or field.editor.accessibleName())
        names = {"trial": self.tr("Trial"), "more": self.tr("More"), "steps": self.tr("Steps")}
        self.tabs = {name: button(words, "tab", partial(self.turn_to, name)) for name, words in names.items()}
        self._names = names
        self.top = QWidget()
        self.top.setLayout(_grid(self.form, TOP))
        self._sheets = {name: self._sheet(name, lines) for name, lines in _SHEETS.items()}
        self._stack = QStackedWidget()
        for sheet in self._sheets.values():
            # Only the first sheet says how high the place is, so that the others do not stretch the page.
            sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            self._stack.addWidget(sheet)
        self._sheets["trial"].setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.heads = row(*self.tabs.values(), gap=0)
        for tab in self.tabs.values():
            tab.setCheckable(True)
        self.setLayout(column(self._stack, gap=0))
        self._reserve_space()
        self.turn_to("trial")

    def take_cursor(self) -> bool:
        """Put the cursor into the number of instalments: all else has a first value that is seldom changed."""
        self.form.fields["instalments"].editor.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _tried(self) -> list[Field]:
        words, theme = self._context.words, self._context.theme
        methods: dict[str, str] = {code: words.label("method", code) for code in METHODS}
        treatments = words.choices("treatment")
        return [
            Field("method", self.tr("&Method"), ChoiceEdit(methods, empty=None)),
            Field("first_due", self.tr("First due"), DayEdit(theme, self._today)),
            SliderField(theme, "instalments", self.tr("I&nstalments"), CountEdit(1, 600, counted=IN_INSTALMENTS)),
            SliderField(theme, "affordable", self.tr("&Payment"), MoneyEdit(optional=True), STEP_MINOR),
            SliderField(theme, "down_payment", self.tr("Down payment"), MoneyEdit(), STEP_MINOR),
            SliderField(theme, "waive_principal", self.tr("Waived"), MoneyEdit(), STEP_MINOR),
            SliderField(theme, "deferral_months", self.tr("Deferral"), CountEdit(0, 36, self.tr("months"), counted=IN_MONTHS)),
            Field("rate", self.tr("Rate"), RateEdit()),
            SliderField(
                theme,
                "grace_principal",
                self.tr("Interest only"),
                CountEdit(0, 36, self.tr("instalments"), counted=IN_INSTALMENTS),
                stacked=True,
            ),
            Field("treat_interest", self.tr("Interest"), ChoiceEdit(treatments, empty=None)),
            Field("treat_penalty", self.tr("Penalty"), ChoiceEdit(treatments, empty=None)),
            Field("treat_fees", self.tr("Fees"), ChoiceEdit(treatments, empty=None)),
        ]  # fmt: skip

    def _further(self) -> list[Field]:
        def choice(section: str) -> ChoiceEdit:
            return ChoiceEdit(self._context.words.choices(section), empty=None)

        theme = self._context.theme
        months = {month: self.tr("month {number}").format(number=month) for month in MONTHS}
        calendars = {code: self._context.words.label("calendar", code) for code in calendar_ids()}
        return [
            Field("every_count", self.tr("One every"), CountEdit(1, 3660)),
            Field("every_unit", "", choice("plan_unit")),
            Field(
                "grace_interest",
                self.tr("Interest-free"),
                CountEdit(0, 180, self.tr("instalments"), counted=IN_INSTALMENTS),
            ),
            Field("interest_from", self.tr("Interest from"), DayEdit(theme, self._today)),
            Field("deferral_interest", self.tr("During deferral"), choice("deferral_mode")),
            Field("day_count", self.tr("Day count"), choice("day_count")),
            Field("remainder", self.tr("Remainder in"), choice("remainder")),
            Field("rounding", self.tr("Round to"), ChoiceEdit(UNITS, empty=None)),
            Field("rounding_mode", self.tr("Rounding"), choice("rounding_mode")),
            Field("shift", self.tr("On holidays"), choice("shift")),
            Field("calendar", self.tr("Calendar"), ChoiceEdit(calendars, empty=self.tr("Weekends"))),
            Field("skip_months", self.tr("Months without payment"), MonthsEdit(theme, months)),
        ]

    def _stepped(self) -> list[Field]:
        found: list[Field] = []
        for no in range(1, STEPS + 1):
            start, amount = CountEdit(1, 600, NONE), MoneyEdit(optional=True)
            amount.setPlaceholderText(self.tr("Calculated"))
            found.append(Field(f"step_{no}_from", self.tr("From no.") if no == 1 else "", start))
            found.append(Field(f"step_{no}_amount", self.tr("Each pays") if no == 1 else "", amount))
            for editor, named in ((start, self.tr("Step {number}: from")), (amount, self.tr("Step {number}: payment"))):
                editor.setAccessibleName(named.format(number=no))
        return found

    def _sheet(self, name: str, lines: _Lines) -> QWidget:
        made = QWidget()
        parts: list[QWidget] = []
        if name == "steps":
            hint = self.tr(
                "Each step applies until the next. The amount of the last may be left blank to be calculated."
            )
            parts = [label(hint, "hint", wrap=True)]
            for line in lines[1:]:
                for key, _ in line:
                    self.form.fields[key].name.hide()
                    self.form.fields[key].note.hide()
        grid = _grid(self.form, lines)
        body = column(*parts, gap=4)
        body.addLayout(grid)
        body.addStretch()
        made.setLayout(body)
        return made

    def _reserve_space(self) -> None:
        """What comes and goes with the method keeps its place, so that nothing else moves."""
        for widget in (self.form.fields["grace_principal"], self.tabs["steps"]):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def turn_to(self, name: str) -> None:
        """Show a sheet."""
        self._stack.setCurrentWidget(self._sheets[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.turned.emit(name)

    @property
    def shown(self) -> str:
        """The name of the sheet that is shown."""
        return next(name for name, sheet in self._sheets.items() if sheet is self._stack.currentWidget())

    def show_steps(self, stepped: bool) -> None:
        """Offer the sheet of steps, or take it away."""
        self.tabs["steps"].setVisible(stepped)
        if not stepped and self.shown == "steps":
            self.turn_to("trial")

    def mark_more(self, unusual: bool) -> None:
        """Say on the tab that something behind it is not as usual."""
        self.tabs["more"].setText(self._names["more"] + (" •" if unusual else ""))


def _grid(form: Form, lines: _Lines) -> Flow:
    return flow_lines([[(form.fields[key], share) for key, share in line] for line in lines], gap=6, line_gap=3)
