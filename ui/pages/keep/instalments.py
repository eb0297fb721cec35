"""A missed instalment: skipped, paid in part, moved or appended, with reason and the bank's consent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.keep.panel import EntryPanel
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CountEdit, DecisionEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import row
from ui.widgets.room.flow import shared
from workstation.actions.keep import schedules
from workstation.promise.instalments import Instalment


class InstalmentPanel(EntryPanel):
    """The instalment is the one chosen in the schedule; fields that its treatment does not need are not shown."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        words, today = context.words, session.desk.clock.today
        fields = (
            Field("instalment", self.tr("Instalment"), CountEdit(0, 600)),
            Field("kind", self.tr("Treatment"), DecisionEdit(words.choices("treatment_kind"))),
            Field("amount", self.tr("Part due now"), MoneyEdit()),
            Field("to", self.tr("New day"), DayEdit(context.theme, today)),
            Field("reason", self.tr("Reason"), TextEdit(free=True)),
            Field("consent", self.tr("Consent of the bank"), TextEdit()),
        )
        super().__init__(session, context, "treatment", fields, self.tr("Record &treatment"))
        shown = self.form.fields
        self.body.addLayout(shared(shown["instalment"], shown["kind"], shown["amount"], shown["to"], gap=8))
        self.body.addLayout(shared(shown["reason"], shown["consent"], gap=8))
        self.body.addWidget(self.note)
        self.body.addLayout(row(-1, self.button))
        self.body.addStretch(1)

    def defaults(self) -> Mapping[str, object]:
        next_due = self.kept.keeping.next_due if self.kept else None
        return {"instalment": next_due.no if next_due else None}

    def choose(self, instalment: Instalment | None) -> None:
        """Take the instalment picked in the schedule, unless an entry was started."""
        if instalment is not None and not self.form.modified:
            self.form.load({**self.defaults(), "instalment": instalment.no})
            self.show_advice()

    def show_advice(self) -> None:
        """Which fields count, and what the pack asks of this treatment."""
        kind = str(self.form.fields["kind"].editor.raw())
        self.form.fields["amount"].setVisible(kind == "part")
        self.form.fields["to"].setVisible(kind == "move")
        adopted = self.kept is not None and self.kept.adoption is not None
        self.button.setEnabled(adopted)
        if not adopted or self.file is None or self.kept is None:
            self.note.setText(self.tr("No schedule has been adopted yet."))
            return
        consent = str(self.form.fields["consent"].editor.raw() or "")
        found = schedules.treatment_findings(self.file, self.kept.account, kind, consent) if kind else ()
        told = " ".join("△ " + self.context.words.finding(one) for one in found)
        self.note.setText(told or self.tr("What was agreed stays on record; the schedule beside shows the new days."))

    def act(self, values: Mapping[str, Any]) -> None:
        assert self.kept is not None
        self.session.run(
            schedules.treat_instalment,
            self.kept.account.id,
            values["instalment"] or 0,
            values["kind"],
            values["reason"],
            values["amount"],
            values["to"],
            values["consent"],
        )
