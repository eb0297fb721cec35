"""Approvals of the chosen plan: who must grant it, how far that has come, and the line to record it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import moment
from ui.pages.plan.grant_strip import GrantStrip
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, Chip, button, clear, label, row
from ui.widgets.room.flow import flow
from ui.widgets.room.flow import lines as flow_lines
from workstation.actions.plans import versions
from workstation.casework.gating.bank_terms import is_banks_own, needed_authorities
from workstation.errors import Refused
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Decision, tiers

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_KINDS = {"granted": "", "refused": "bad", "requested": "warning", "countered": "warning", "missing": "quiet"}


class ApprovalsCard(Card):
    """Nothing reads as granted before its authority has granted it."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=6, padding=12)
        self._session, self._context = session, context
        self._plan: PlanVersion | None = None
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        authorities = {code: context.words.label("authority", code) for code in ("supervisor", "bank")}
        decisions = {
            "requested": self.tr("Request approval"),
            "granted": self.tr("Granted"),
            "refused": self.tr("Refused"),
        }
        self.form = Form(
            "approval",
            context.words,
            (
                Field("authority", self.tr("Authority"), ChoiceEdit(authorities, empty=None)),
                Field("decision", self.tr("Decision"), ChoiceEdit(decisions, empty=None)),
                Field("by", self.tr("Decided by"), TextEdit()),
                Field("note", self.tr("Reason"), TextEdit()),
            ),
            context.privacy,
            session.drafts,
            "plan",
        )
        self.form.edited.connect(self.edited)
        self.form.fields["authority"].edited.connect(self._show_who)
        self.form.fields["decision"].edited.connect(self._show_who)
        self.sheet: VouchingSheet | None = None
        self.note = label("", "quiet", wrap=True)
        self.button = button(self.tr("&Record"), on_click=self.record)
        own(self.button, self)
        fields = self.form.fields
        line = [(fields["authority"], 2), (fields["decision"], 2), (fields["by"], 5), (fields["note"], 5)]
        self.body.addLayout(flow(caption(self.tr("Approvals")), self._chips, -1, self.button))
        self.body.addLayout(flow_lines([line], gap=8))
        self.body.addWidget(self.note)
        self.ladder_name = label(self.tr("Concessions, and who may grant them"), "label")
        self.ladder = label("", wrap=True)
        self.elsewhere = GrantStrip(session, context)
        self.elsewhere.granted.connect(self.edited)
        self.body.addWidget(self.elsewhere)
        ladder = row(self.ladder_name, self.ladder, gap=8)
        ladder.setStretch(1, 1)
        self.body.addLayout(ladder)
        self.form.load({"authority": "supervisor", "decision": "requested"})
        self._show_who()

    def _show_who(self) -> None:
        """A supervisor's decision carries the name of the supervisor who is here; that of a bank is typed."""
        asked = self.form.fields["decision"].editor.raw() == "requested"
        here = self.form.fields["authority"].editor.raw() == "supervisor" or asked
        by, user = self.form.fields["by"].editor, self._session.desk.user
        if here:
            by.load("")
        by.setReadOnly(here)
        by.setFocusPolicy(Qt.FocusPolicy.NoFocus if here else Qt.FocusPolicy.StrongFocus)
        by.setPlaceholderText("" if not here else user.name if user.supervises or asked else self._who_may_grant())

    def _who_may_grant(self) -> str:
        from workstation.actions.people import supervisors

        names = self._context.words.listed(self._session.read(supervisors)) or "—"
        return self.tr("A supervisor confirms with a passphrase: {names}").format(names=names)

    def load(self, file: CaseFile, plan: PlanVersion | None) -> None:
        """Show the status of a plan."""
        if self.form.about(file.case.id, plan.id if plan is not None else "") or plan is None:
            self.form.load({"authority": "supervisor", "decision": "requested"})
        self._plan = plan
        self._show_who()
        self.setEnabled(plan is not None)
        clear(self._chips)
        self._show_ladder(file, plan)
        self.elsewhere.load(plan)
        if plan is None:
            self.note.setText(self.tr("Choose a version first; its approvals are then requested here."))
            return
        needed = needed_authorities(file, plan)
        for authority in dict.fromkeys((*needed, *self._requested_authorities(file, plan))):
            self._chips.addWidget(self._chip(file, plan, authority))
        self.note.setText(
            self._text_of(file, plan)
            if needed or self._requested_authorities(file, plan)
            else self.tr("This plan is within the agent's authority.")
        )
        if is_banks_own(file, plan):
            own = self.tr("These terms are the bank's own: nobody here concedes anything by them.")
            self.note.setText(f"{own}  {self.note.text()}")

    def _show_ladder(self, file: CaseFile, plan: PlanVersion | None) -> None:
        """Each concession with the lowest authority that may grant it: the ladder as the pack has it."""
        words = self._context.words
        ours = plan is not None and not is_banks_own(file, plan)
        asked = tiers(plan.terms, len(file.schedules[plan.id].rows), file.pack) if plan and ours else {}
        lines = [
            words.attributed(words.label("concession", name), words.label("authority", by))
            for name, by in asked.items()
        ]
        self.ladder.setText("   ·   ".join(lines))
        self.ladder_name.setVisible(bool(lines))

    def _requested_authorities(self, file: CaseFile, plan: PlanVersion) -> list[str]:
        return [one.authority for one in file.approvals if one.plan_id == plan.id]

    def _chip(self, file: CaseFile, plan: PlanVersion, authority: str) -> Chip:
        decision = file.decision(plan.id, authority)
        state = decision.decision if decision else "missing"
        words = self._context.words
        status = words.label("decision", state) if decision else self.tr("Not requested yet")
        mark = {"granted": "✓", "refused": "✕", "requested": "…", "countered": "⇄", "missing": "○"}[state]
        return Chip(f"{mark} {words.attributed(words.label('authority', authority), status)}", _KINDS[state])

    def _text_of(self, file: CaseFile, plan: PlanVersion) -> str:
        own = [one for one in file.approvals if one.plan_id == plan.id]
        if not own:
            return self.tr("Until it is granted, all papers say “applied for”.")
        last = own[-1]
        words = self._context.words
        who = f"{words.label('authority', last.authority)} {last.by}  {moment(last.at, file.zone)}"
        said = words.label("decision", last.decision)
        return words.attributed(who, f"{said}  {self._context.privacy.text(last.note)}" if last.note else said)

    def record(self) -> bool:
        """Record the decision; False when something is missing, shown at its field, or a supervisor is asked to confirm."""
        if self._plan is None:
            return False
        try:
            values = self.form.draft()
            if values["decision"] == "requested":
                self._session.run(versions.request_approval, self._plan.id, values["authority"])
            else:
                decision = cast(Decision, values["decision"])
                self._session.run(
                    versions.record_approval, self._plan.id, values["authority"], decision, values["by"], values["note"]
                )
        except Refused as refused:
            if needs_supervisor(refused):
                self.sheet = ask_supervisor(self, self._session, self._context, lambda _vouched: self.record())
                return False
            self.form.show(refused.findings)
            self.form.focus(refused.findings[0].subject)
            return False
        for name in ("by", "note"):
            self.form.fields[name].editor.load("")
        self.form.accept()
        self.edited.emit()
        return True
