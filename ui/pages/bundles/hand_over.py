"""Handing a case over: for which desk, what leaves, and where to; the case stays here and can still be worked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import masked_name, moment
from ui.pages.bundles.steps import Steps, megabytes
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit
from ui.widgets.field import caption
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import Card, Elided, button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions import cases
from workstation.actions.transfer import known_desks, outgoing
from workstation.actions.transfer.known_desks import PublicDesk, grouped
from workstation.actions.transfer.outgoing import OutgoingBundle
from workstation.casework.handover import CaseBundle, KnownDesk
from workstation.errors import Refused
from workstation.wording import filled


class HandOverPage(QWidget):
    """One case at a time, as `load` was told; ``closed`` leads back to it."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._case_id = ""
        self.recipient: PublicDesk | None = None
        self.case = MaskedLabel(context.privacy, masked_name, "section")
        self.number, self.extent = label("", "quiet"), label("", wrap=True)
        self.known: Table[KnownDesk] = Table(
            [ColumnSpec(self.tr("Known desk"), lambda one: one.name, bold=True)],
            empty=self.tr("No other desk is known yet. Choose its key file."),
        )
        self.known.setAccessibleName(self.tr("Known desks"))
        self.key_button = button(self.tr("Choose &key file…"), on_click=self.choose_key)
        self.name, self.fingerprint = Elided("", "section"), label("", "figure", wrap=True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint"))
        self.compared = CheckEdit(self.tr("I have com&pared this fingerprint with the other desk"))
        self.keep = CheckEdit(self.tr("&Remember this desk"))
        self.write_button = button(self.tr("&Write bundle…"), "primary", self.write)
        self.steps = Steps(session, context)
        self.history: Table[CaseBundle] = Table(
            [
                ColumnSpec(self.tr("When"), self._when, 130, whole=True),
                ColumnSpec(self.tr("Way"), self._way, 90),
                ColumnSpec(self.tr("Desk"), lambda one: one.desk_name),
                ColumnSpec(self.tr("By"), lambda one: one.by, 110),
                ColumnSpec(self.tr("Entries"), lambda one: f"{one.entries:,}", 80, figure=True),
                ColumnSpec(self.tr("Files"), lambda one: f"{one.files:,}", 70, figure=True),
                ColumnSpec(self.tr("Size"), lambda one: megabytes(one.size), 90, figure=True),
            ],
            empty=self.tr("This case was not handed over yet. Each bundle is listed here."),
        )
        self.history.setAccessibleName(self.tr("Bundles of this case"))
        self._lay_out()
        self.known.picked.connect(self._on_known_picked)
        self.compared.edited.connect(self._show_buttons)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to the case"), self.closed.emit)
        head = flow(back, label(self.tr("Hand over case"), "title"), self.number, -1, self.write_button, gap=12)
        consent = label(
            self.tr(
                "Personal data leave this desk. Make sure that the person has agreed to it in writing: "
                "“Consent to use of data” among the papers of the application."
            ),
            "advice",
            wrap=True,
        )
        stays = label(
            self.tr("Only the chosen desk can open the bundle. The case stays here and can still be worked."), "hint",
            wrap=True,
        )  # fmt: skip
        leaves = Card(caption(self.tr("What leaves")), self.case, self.extent, consent, stays, -1, gap=8)
        self.known.setMaximumHeight(132)
        desk = Card(
            flow(caption(self.tr("For which desk")), -1, self.key_button), self.known, self.name, self.fingerprint,
            self.compared, self.keep, gap=8,
        )  # fmt: skip
        desk.body.setStretch(1, 1)
        before = Card(caption(self.tr("Bundles of this case")), self.history, gap=8)
        before.body.setStretch(1, 1)
        upper = beside(desk, leaves)
        upper.setStretch(0, 1)
        upper.setStretch(1, 1)
        body = column(head, self.steps, upper, before, margins=20)
        body.setStretch(3, 1)
        self.setLayout(body)

    def take_cursor(self) -> bool:
        """Where a key is chosen: a list of desks would pick its first one."""
        self.key_button.setFocus()
        return True

    def load(self, case_id: str) -> None:
        """Show a case and the desks that are known."""
        self._case_id = case_id
        self.steps.show_note("")
        extent = self._session.read(outgoing.case_extent, case_id)
        debtor = self._session.read(cases.load_case, case_id).debtor
        self.case.set_plain(debtor.name)
        self.number.setText(extent.number)
        text = self.tr(
            "{entries} {entries|entry|entries}, {proofs} {proofs|proof|proofs}, {files} {files|file|files} with {size}"
        )
        lines = [
            filled(
                text,
                {
                    "entries": f"{extent.entries:,}",
                    "proofs": extent.proofs,
                    "files": extent.files,
                    "size": megabytes(extent.size),
                },
            )
        ]
        if extent.missing:
            missing = self._context.words.listed(extent.missing)
            lines.append("✕ " + self.tr("Missing from the vault: {files}").format(files=missing))
        self.extent.setText("\n".join(lines))
        self.known.show_rows(self._session.read(known_desks.known_desks))
        self._show_recipient(None, known=False)
        self._show_history()

    def choose_key(self) -> None:
        """Ask for the key file of the other desk."""
        kinds = self.tr("Key files") + " (*.key *.json);;" + self.tr("All files") + " (*)"
        path = self._context.files.existing(self, self.tr("Key file of the other desk"), kinds, self._folder())
        if path is not None:
            self.read_key(path)

    def read_key(self, path: Path) -> None:
        """Take the desk of a key file."""
        self.steps.show_note("")
        self.known.clearSelection()
        try:
            found = known_desks.read_desk_key(path)
            self._session.read(known_desks.refuse_own, found)
        except Refused as refused:
            self._show_recipient(None, known=False)
            self.steps.show_refused(refused)
            return
        self._show_recipient(found, known=self._session.read(known_desks.is_known, found))

    def run_main_action(self) -> None:
        """Write the bundle, or ask for a key file first."""
        (self.choose_key if self.recipient is None else self.write)()

    def write(self) -> None:
        """Ask where to, then write in the background."""
        recipient = self.recipient
        if recipient is None or not self.write_button.isEnabled():
            return
        name = self.tr("{number}-for-{desk}.concord").format(number=self.number.text(), desk=_plain(recipient.name))
        target = self._context.files.target(
            self, self.tr("Write bundle"), str(Path(self._folder()) / name), self.tr("Case bundles") + " (*.concord)"
        )
        if target is None:
            return
        try:
            sent = self._session.write(outgoing.prepare_bundle, self._case_id, recipient)
        except Refused as refused:
            self.steps.show_refused(refused)
            return
        self.write_button.setEnabled(False)
        self.steps.run(
            lambda step: sent.write(target, step), partial(self._on_written, sent, target), self._show_buttons
        )

    def _on_written(self, sent: OutgoingBundle, target: Path, _nothing: object) -> None:
        try:
            self._session.run(outgoing.record_left, sent)
            if self.keep.isChecked() and self.keep.isEnabled():
                self._session.run(known_desks.remember, sent.recipient)
        except Refused as refused:
            self.steps.show_refused(refused)
            self._show_buttons()
            return
        self._context.preferences.export_folder = str(target.parent)
        self._context.notices.tell_written(self.tr("Bundle written: {file}").format(file=target), target)
        self.known.show_rows(self._session.read(known_desks.known_desks))
        self._show_recipient(sent.recipient, known=self._session.read(known_desks.is_known, sent.recipient))
        self._show_history()

    def _folder(self) -> str:
        return self._context.preferences.export_folder

    def _on_known_picked(self, one: KnownDesk | None) -> None:
        if one is not None:
            self._show_recipient(known_desks.public_of(one), known=True)

    def _show_recipient(self, desk: PublicDesk | None, *, known: bool) -> None:
        self.recipient = desk
        self.name.set_text(desk.name if desk else self.tr("No desk chosen yet"))
        self.fingerprint.setText(grouped(desk.fingerprint) if desk else "")
        self.compared.setChecked(known)
        self.keep.setChecked(True)
        self.compared.setEnabled(desk is not None and not known)
        self.keep.setEnabled(desk is not None and not known)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.write_button.setEnabled(self.recipient is not None and self.compared.isChecked())

    def _show_history(self) -> None:
        self.history.show_rows(tuple(reversed(self._session.read(outgoing.bundles_of, self._case_id))))

    def _when(self, one: CaseBundle) -> str:
        return moment(one.at, self._session.read(cases.case_zone, one.case_id))

    def _way(self, one: CaseBundle) -> str:
        return self.tr("Left") if one.direction == "left" else self.tr("Came in")


def _plain(name: str) -> str:
    return "".join("_" if char in '/\\:*?"<>|' else char for char in name).strip()
