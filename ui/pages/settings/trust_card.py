"""Root certificates that this desk trusts for signatures in proofs: added from a file, removed with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import day
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, label
from ui.widgets.room.flow import flow
from workstation.actions.evidence import trust_roots
from workstation.actions.evidence.trust_roots import TrustRoot
from workstation.errors import Refused

if TYPE_CHECKING:
    from ui.desk_session import Changes


class TrustCard(Card):
    """Who is trusted is told by name where a PDF is signed; no gate is eased by it."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        hint = self.tr(
            "Signatures in PDF files are checked against these certificates, offline. Take a root certificate from its"
            " issuer and compare the fingerprint. A trusted signature replaces no check."
        )
        self.note = label("", "finding", wrap=True)
        self.roots: Table[TrustRoot] = Table(
            [
                ColumnSpec(self.tr("Authority"), lambda one: one.subject, bold=True),
                ColumnSpec(self.tr("Fingerprint"), lambda one: grouped_hex(one.id), 176),
                ColumnSpec(self.tr("Valid until"), lambda one: day(one.expires_on), 96, whole=True),
            ],
            empty=self.tr("No certificate is trusted yet. Add the root certificate of an authority."),
        )
        self.roots.setAccessibleName(self.tr("Root certificates"))
        self.roots.setMinimumHeight(110)
        self.whole = label("", "hint", wrap=True)
        self.add_button = button(self.tr("Add cer&tificate…"), on_click=self.add)
        self.remove_button = button(self.tr("Remove"), on_click=self.remove)
        self.body.addLayout(flow(caption(self.tr("Root certificates")), -1, self.remove_button, self.add_button, gap=8))
        for part in (label(hint, "hint", wrap=True), self.note, self.roots, self.whole):
            self.body.addWidget(part)
        self.roots.picked.connect(lambda _one: self._show_chosen())
        session.changed.connect(self._on_session_changed)
        self.load()

    def load(self) -> None:
        """Show the certificates that are trusted."""
        self.roots.show_rows(self._session.read(trust_roots.trust_roots))
        self._show_chosen()

    def add(self) -> None:
        """Ask for a file and trust its authority."""
        kinds = self.tr("Certificates") + " (*.cer *.crt *.pem *.der)"
        chosen = self._context.files.existing(self, self.tr("Add certificate"), kinds)
        if chosen is None:
            return
        self.note.setText("")
        try:
            made = self._session.write(trust_roots.add_trust_root, chosen)
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self.load()
        self.roots.select(lambda one: one.id == made.id)

    def remove(self) -> None:
        """Trust the chosen authority no more."""
        chosen = self.roots.current()
        if chosen is None:
            return
        self._session.run(trust_roots.remove_trust_root, chosen.id)
        self._context.notices.show_message(
            self.tr("No longer trusted: {name}").format(name=chosen.subject),
            self.tr("Undo"),
            partial(self._restore, chosen),
        )

    def _restore(self, removed: TrustRoot) -> None:
        self._session.run(trust_roots.keep_trust_root, removed)

    def _show_chosen(self) -> None:
        chosen = self.roots.current()
        self.remove_button.setEnabled(chosen is not None)
        self.whole.setText(grouped_hex(chosen.id) if chosen is not None else "")

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if TrustRoot.__name__ in changes.kinds:
            self.load()


def grouped_hex(fingerprint: str) -> str:
    """A fingerprint as people compare it: ``A1B2 C3D4 …``."""
    return " ".join(fingerprint[at : at + 4].upper() for at in range(0, len(fingerprint), 4))
