"""Taking a bundle in: who sent it, what it holds, what it would change here, and what a person decides; then one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.files import accept_files, local_files
from ui.look.wording import desk_moment, masked_name
from ui.pages.bundles.conflicts import Conflicts
from ui.pages.bundles.plan_label import PlanLabel
from ui.pages.bundles.steps import Steps, megabytes
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import CheckEdit
from ui.widgets.field import caption
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import Card, Chip, Elided, button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions.transfer import incoming
from workstation.actions.transfer.incoming import Arrival, IncomingBundle
from workstation.actions.transfer.known_desks import grouped
from workstation.errors import Refused
from workstation.wording import filled


class TakeInPage(QWidget):
    """``opened`` carries the id of the case that was taken in; ``closed`` leads back."""

    opened: TypedSignal[str] = signal(1)
    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.arrival: Arrival | None = None
        accept_files(self)
        self.file = Elided("", "quiet")
        self.choose_button = button(self.tr("Ch&oose bundle…"), on_click=self.choose)
        self.take_button = button(self.tr("&Take in"), "primary", self.take)
        self.steps = Steps(session, context)
        self.sender_name, self.chip = Elided("", "section"), Chip()
        self.fingerprint = label("", "figure", wrap=True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint"))
        self.compared = CheckEdit(self.tr("I have com&pared this fingerprint with the sender by phone"))
        self.keep = CheckEdit(self.tr("&Remember this desk"))
        self.person = MaskedLabel(context.privacy, masked_name, "section")
        self.holds, self.does = label("", "quiet", wrap=True), PlanLabel(context)
        self.notices = label("", "advice", wrap=True)
        self.conflicts = Conflicts(context)
        self._lay_out()
        context.privacy.changed.connect(self._show_told)
        self.compared.edited.connect(self._show_buttons)
        self._show(None)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        head = flow(
            back, label(self.tr("Take in bundle"), "title"), self.file, self.choose_button, self.take_button, gap=12
        )
        head.setStretch(2, 1)
        name = flow(self.sender_name, self.chip)
        name.setStretch(0, 1)
        sender = Card(caption(self.tr("Sender")), name, self.fingerprint, self.compared, self.keep, -1, gap=8)
        held = Card(
            caption(self.tr("What it holds")), self.person, self.holds, self.does, self.notices, -1, gap=8
        )  # fmt: skip
        upper = beside(sender, held)
        upper.setStretch(0, 1)
        upper.setStretch(1, 1)
        lower = Card(self.conflicts)
        body = column(head, self.steps, upper, lower, margins=20)
        body.setStretch(3, 1)
        self.setLayout(body)

    def choose(self) -> None:
        """Ask which file."""
        kinds = self.tr("Case bundles") + " (*.concord *.bundle);;" + self.tr("All files") + " (*)"
        folder = self._context.preferences.export_folder
        path = self._context.files.existing(self, self.tr("Take in bundle"), kinds, folder)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Prove a bundle in the background; nothing of it is stored."""
        self._show(None)
        try:
            reader = self._session.write(incoming.bundle_file, path)
        except Refused as refused:
            self.steps.show_refused(refused)
            return
        self.file.set_text(self.tr("Reading {file}…").format(file=self._context.privacy.file_name(path.name)))
        self.choose_button.setEnabled(False)
        self.steps.run(reader.read, self._on_read, self._on_failed)

    def _on_read(self, bundle: IncomingBundle) -> None:
        self.choose_button.setEnabled(True)
        try:
            self._show(self._session.read(incoming.arrival, bundle))
        except Refused as refused:
            self._on_failed()
            self.steps.show_refused(refused)

    def _on_failed(self) -> None:
        self.choose_button.setEnabled(True)
        self.file.set_text("")
        self._show_buttons()

    def run_main_action(self) -> None:
        """Take it in, or ask for a bundle first."""
        (self.choose if self.arrival is None else self.take)()

    def take(self) -> None:
        """Bring the files into the vault in the background, then merge."""
        arrived = self.arrival
        if arrived is None or not self.take_button.isEnabled():
            return
        self.take_button.setEnabled(False)
        vault = self._session.desk.vault
        self.steps.run(
            lambda step: arrived.bundle.take_files(vault, step), partial(self._on_taken, arrived), self._show_buttons
        )

    def _on_taken(self, arrived: Arrival, _new_files: int) -> None:
        trusted = arrived.bundle.sender.fingerprint if self.compared.isChecked() else ""
        keep = self.keep.isChecked() and self.keep.isEnabled()
        try:
            done = self._session.run(incoming.take_in, arrived, frozenset(self.conflicts.chosen), trusted, keep)
        except Refused as refused:
            if any(finding.code == "transfer_outdated" for finding in refused.findings):
                self._on_read(arrived.bundle)
            self.steps.show_refused(refused)
            self._show_buttons()
            return
        text = self.tr(
            "Case {number} taken in: {added} {added|entry|entries} added, {changed} changed, {removed} removed."
        )
        self._context.notices.show_message(
            filled(text, {"number": done.number, "added": done.added, "changed": done.changed, "removed": done.removed})
        )
        self._show(None)
        self.opened.emit(done.case_id)

    def _show(self, arrived: Arrival | None) -> None:
        self.arrival = arrived
        self.steps.show_note("")
        self._show_sender(arrived)
        self._show_told()
        plan = arrived.plan if arrived else None
        self.person.set_plain(plan.person if plan else "")
        self.holds.setText(self._holds(arrived) if arrived else self.tr("Choose a bundle, or drop one here."))
        self.does.show_plan(plan)
        self.conflicts.show_conflicts(plan.conflicts if plan else ())
        self._show_buttons()

    def _show_told(self, _hidden: bool = False) -> None:
        """The file and what there is to say of it; privacy mode covers both."""
        arrived = self.arrival
        if arrived is None and self.steps.task is not None:
            return
        self.file.set_text(self._context.privacy.file_name(arrived.bundle.path.name) if arrived else "")
        told = (*arrived.notices, *arrived.plan.notices) if arrived else ()
        self.notices.setText("\n".join("△ " + self._context.words.finding(one) for one in told[:6]))

    def _show_sender(self, arrived: Arrival | None) -> None:
        known = arrived is not None and arrived.known
        sender = arrived.bundle.sender if arrived else None
        self.sender_name.set_text(sender.name if sender else "")
        self.fingerprint.setText(grouped(sender.fingerprint) if sender else "")
        if arrived is None:
            self.chip.set_text("")
        else:
            self.chip.set_text(self.tr("Known") if known else self.tr("Unknown"), "" if known else "warning")
        self.compared.setChecked(known)
        self.keep.setChecked(not known)
        for box in (self.compared, self.keep):
            box.setEnabled(arrived is not None and not known)

    def _holds(self, arrived: Arrival) -> str:
        header = arrived.bundle.header
        text = self.tr(
            "Case {number}, as it left on {day} by {by}: {entries} {entries|entry|entries}, {files} {files|file|files} with {size}"
        )
        figures = {
            "number": header.number, "day": desk_moment(header.at), "by": header.by, "entries": f"{header.entries:,}",
            "files": len(header.files), "size": megabytes(header.size),
        }  # fmt: skip
        return filled(text, figures)

    def _show_buttons(self) -> None:
        self.take_button.setEnabled(self.arrival is not None and self.compared.isChecked())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.choose_button.isEnabled() and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self.choose_button.isEnabled() and (file := self._context.single_file(event.mimeData())):
            self.read(file)
