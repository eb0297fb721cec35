"""Create a desk, step by step: only the first step must be filled in, and nothing is written before the end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.pages.entry.opening import Opening
from ui.pages.entry.steps import BANKS, FirstSteps
from ui.pages.entry.strength_bar import StrengthBar
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, column, in_role, label, row
from workstation.casework.settings import DeskSettings
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.bank import BankContact

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


class FirstStartPage(QWidget):
    """``opened`` carries the new `Desk`; ``language_chosen`` the language that the window should speak at once."""

    opened: TypedSignal[Desk] = signal(1)
    language_chosen: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, clock: Clock, opening: Opening) -> None:
        super().__init__()
        self._context, self._clock, self._opening = context, clock, opening
        opening.busy_changed.connect(self._on_busy_changed)
        self.steps = FirstSteps(context)
        self.form = self.steps.form
        self.steps.language.edited.connect(self._on_language_chosen)
        self.create_button = button(self.tr("Create desk"), "primary", self.create_desk)
        self.back_button = button(self.tr("Back"), on_click=self.go_back)
        self.next_button = button(self.tr("Next"), on_click=self.go_on)
        self.strength = StrengthBar(context, self.form.fields["passphrase"].editor, self._known)
        self.pages = self.steps.pages(self.strength)
        self.title = label("", "section")
        self.told = label("", "hint")
        footer = row(self.back_button, self.told, -1, self.next_button, self.create_button, gap=8)
        self.setLayout(column(self.title, *self.pages, footer))
        self.step = 0
        self._show_step(0)
        self.load({})

    def load(self, values: dict[str, object]) -> None:
        """Show values already typed, else what a new desk begins with."""
        preferences = self._context.preferences
        begin: dict[str, object] = {
            "folder": str(self._context.home / "desk"),
            "role": "creditor_agency",
            "language": self._context.words.language,
            "text_size": str(preferences.text_size),
            "idle_minutes": str(preferences.idle_minutes),
            "automatic": True,
        }
        self.form.load(begin | values)

    def typed(self) -> dict[str, object]:
        """What is in the fields, to be carried over when the language changes."""
        return {key: field.editor.raw() for key, field in self.form.fields.items()}

    def _known(self) -> tuple[str, ...]:
        """What anybody could know of the person and the desk: no passphrase is made of it."""
        typed = self.typed()
        return str(typed["desk_name"]), str(typed["agent"]), Path(str(typed["folder"])).name

    def _on_language_chosen(self) -> None:
        self.language_chosen.emit(str(self.steps.language.draft()))

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self._show_step(0)
        self.form.focus(FieldRef.DESK_PASSPHRASE)

    def _show_step(self, step: int) -> None:
        self.step = step
        names = (self.tr("New desk"), self.tr("Safety"), self.tr("Phone numbers and banks"))
        self.title.setText(names[step])
        self.told.setText(self.tr("Step {step} of {steps}").format(step=step + 1, steps=len(self.pages)))
        for at, page in enumerate(self.pages):
            page.setVisible(at == step)
        last = step == len(self.pages) - 1
        self.back_button.setVisible(step > 0)
        self.next_button.setVisible(not last)
        for made, primary in ((self.create_button, last), (self.next_button, not last)):
            in_role(made, "primary" if primary else "plain")

    def go_on(self) -> None:
        """To the next step, once this one can be kept; what cannot is said at its field."""
        if self._told(self._findings_of(self.step)):
            return
        self._show_step(self.step + 1)
        self._focus_first()

    def go_back(self) -> None:
        """To the step before; what was typed stays."""
        self._show_step(self.step - 1)
        self._focus_first()

    def _focus_first(self) -> None:
        fields = [field for field in self.form.fields.values() if self.pages[self.step].isAncestorOf(field)]
        fields[0].editor.setFocus()

    def _findings_of(self, step: int) -> list[Finding]:
        values = self.typed()
        if step == 0:
            return _desk_findings(values, self._known())
        return _place_findings(values) if step == 1 else _bank_findings(values)

    def _told(self, findings: list[Finding]) -> bool:
        """Say what is wrong at its field, on its step, with the cursor in the first that is read; whether anything is."""
        self.form.show(findings)
        wrong = {finding.subject for finding in findings}
        first = next((field for key, field in self.form.fields.items() if f"desk.{key}" in wrong), None)
        if first is not None:
            self._show_step(next(at for at, page in enumerate(self.pages) if page.isAncestorOf(first)))
            self.form.focus(f"desk.{first.key}")
        return bool(findings)

    def create_desk(self) -> None:
        """Make the desk, once its keys are worked out; steps that were not filled in are left for later."""
        from workstation.actions.making import make_desk, new_desk_keys

        if self._told([one for step in range(len(self.pages)) for one in self._findings_of(step)]):
            return
        values = self.form.draft()
        settings = DeskSettings(
            values["desk_name"], values["agent"], values["role"], values["language"],
            phone=values["phone"], address=values["address"],
        )  # fmt: skip
        clock, log = self._clock, self._context.log

        def made() -> Desk:
            keys = new_desk_keys(values["passphrase"], person=values["agent"])
            return make_desk(Path(values["folder"]), keys, settings, clock, log)

        self._opening.begin(made, partial(self._on_opened, values), self._show)

    def _on_opened(self, values: dict[str, Any], desk: Desk) -> None:
        """Keep what the later steps said, on this machine and at the desk that is there now."""
        from workstation.actions.backup.copying import desk_id, save_backup_settings, settings_of
        from workstation.actions.banks.bank_contacts import save_bank_contact

        preferences = self._context.preferences
        preferences.folder = values["folder"]
        preferences.remember_person(desk.agent)
        preferences.text_size = int(values["text_size"])
        preferences.idle_minutes = int(values["idle_minutes"])
        if values["place"]:
            preferences.set_backup_place(desk_id(desk), values["place"])
        if not values["automatic"]:
            desk.run(save_backup_settings, replace(settings_of(desk), automatic=False))
        banks = {values[f"bank_{at}"]: values[f"bank_phone_{at}"] for at in BANKS if values[f"bank_{at}"]}
        for bank, phone in banks.items():
            desk.run(save_bank_contact, BankContact(bank, phone))
        self.opened.emit(desk)

    def _on_busy_changed(self, busy: object) -> None:
        for one in (self.create_button, self.next_button, self.back_button):
            one.setEnabled(not busy)

    def _show(self, refused: Refused) -> None:
        fields = {"passphrase": "passphrase", "person": "agent"}
        field = fields.get(refused.findings[0].code.partition("_")[0], "folder")
        self._told([Finding(one.code, f"desk.{field}", one.figures) for one in refused.findings])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._opening.busy:
            (self.create_desk if self.step == len(self.pages) - 1 else self.go_on)()
        elif event.key() == Qt.Key.Key_Escape and self.step > 0:
            self.go_back()
        else:
            super().keyPressEvent(event)


def _desk_findings(values: dict[str, object], known: tuple[str, ...]) -> list[Finding]:
    from workstation.actions.passphrases import passphrase_findings

    found = [
        Finding("required_field", f"desk.{key}")
        for key in ("folder", "desk_name", "agent")
        if not str(values[key]).strip()
    ]
    weak = passphrase_findings(str(values["passphrase"]), known)
    found += weak
    if not weak and values["passphrase"] != values["again"]:
        found.append(Finding("passphrase_differs", FieldRef.DESK_AGAIN))
    return found


def _bank_findings(values: dict[str, object]) -> list[Finding]:
    """A phone belongs to a bank that is named, and a bank is named once: else a number would be lost."""
    names = {at: str(values[f"bank_{at}"]).strip() for at in BANKS}
    found = [
        Finding("required_field", f"desk.bank_{at}")
        for at in BANKS
        if not names[at] and str(values[f"bank_phone_{at}"]).strip()
    ]
    said = list(names.values())
    return found + [
        Finding("bank_said_twice", f"desk.bank_{at}", {"bank": names[at]})
        for at in BANKS
        if names[at] and names[at] in said[: at - 1]
    ]


def _place_findings(values: dict[str, object]) -> list[Finding]:
    """What keeps copies from the place that was named; none is fine for now."""
    from workstation.actions.backup.copying import judge_first_place

    place = str(values["place"]).strip()
    try:
        if place:
            judge_first_place(Path(place), Path(str(values["folder"])))
    except Refused as refused:
        return [Finding(one.code, FieldRef.DESK_PLACE, one.figures) for one in refused.findings]
    return []
