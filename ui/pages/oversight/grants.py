"""Where a supervisor answers requests of other desks by signed codes, and a desk keeps the keys whose codes count here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.codes.code_sheet import CodeSheet
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.look.wording import desk_moment
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.value_table import ColumnSpec, Table
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import caption
from ui.widgets.note_edit import NoteEdit
from ui.widgets.parts import Card, button, column, icon_button, label, row
from ui.widgets.room.flow import flow
from workstation.actions.outputs import write_output
from workstation.actions.oversight import grant_keys, grants
from workstation.dates import add_days
from workstation.errors import Refused
from workstation.promise.grant import DAYS, SigningKey, SupervisorKey
from workstation.promise.grant_code import file_text, mark_of
from workstation.received.regular_file import whole

if TYPE_CHECKING:
    from datetime import date

_LONGEST = 8192


class GrantsPage(QWidget):
    """Requests are read at once; signing takes the supervisor's passphrase and half a second."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._task = TaskProgress(self)
        self.sheet: VouchingSheet | None = None
        self.request = NoteEdit(
            self.tr("Request from an agent, beginning with R: paste it, scan it, or take its file"), lines=3
        )
        self.request.setAccessibleName(self.tr("Request"))
        self.file_button = button(self.tr("From fi&le…"), on_click=self.choose)
        self.words = label("", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.until = DayEdit(context.theme, session.desk.clock.today)
        self.until.setAccessibleName(self.tr("May be used until"))
        self.passphrase = PassphraseEdit(context.theme)
        self.passphrase.setAccessibleName(self.tr("Your passphrase"))
        self.grant_button = button(self.tr("&Grant"), "primary", partial(self.sign, True))
        own(self.grant_button, self.request, self.until, self.passphrase)
        self.refuse_button = button(self.tr("&Refuse"), on_click=partial(self.sign, False))
        self.code_sheet: CodeSheet | None = None
        self._code = ""
        self.note = label("", "finding", wrap=True)
        self.own = label("", wrap=True)
        self.make_button = button(self.tr("&Make key"), on_click=self.make)
        self.write_button = button(self.tr("&Write public key…"), on_click=self.write)
        self.add_button = button(self.tr("Register ke&y…"), on_click=self.add)
        self.found = label("", wrap=True)
        self.confirm_button = button(self.tr("I have &compared it"), on_click=self.confirm)
        self._read_key: tuple[str, str] | None = None
        self.forget_button = button(self.tr("F&orget key"), on_click=self.forget)
        self.keys: Table[SupervisorKey] = Table(
            [
                ColumnSpec(self.tr("Supervisor"), lambda one: one.name, bold=True),
                ColumnSpec(self.tr("Fingerprint"), lambda one: grant_keys.fingerprint(one.public), 280, whole=True),
                ColumnSpec(self.tr("Registered"), lambda one: desk_moment(one.at), 140, whole=True),
                ColumnSpec(self.tr("By"), lambda one: one.by, 110),
            ],
            empty=self.tr("No supervisor of another desk is known. Register a public key and compare its fingerprint."),
        )
        self.keys.setAccessibleName(self.tr("Keys of supervisors"))
        self._lay_out()
        self.request.edited.connect(self._show_request)
        self.keys.picked.connect(lambda _one: self._show_buttons())
        session.closed.connect(self._task.forget)
        self.load()

    def _lay_out(self) -> None:
        self.request.setMaximumHeight(96)
        self.until.setFixedWidth(140)
        self.passphrase.setFixedWidth(200)
        back = icon_button(self._context.theme, "back", self.tr("Back"), self.closed.emit)
        answer = flow(
            label(self.tr("Until"), "label"), self.until, label(self.tr("Your passphrase"), "label"), self.passphrase,
            -1, self.refuse_button, self.grant_button, gap=8,
        )  # fmt: skip
        asked = Card(
            row(caption(self.tr("Request from another desk")), -1, self.file_button), self.request, self.words, answer,
            self.note, gap=8,
        )  # fmt: skip
        mine = flow(self.own, self.make_button, self.write_button, gap=8)
        mine.setStretch(0, 1)
        hint = label(
            self.tr("Compare a key's fingerprint with the supervisor, by phone or on paper, before you register it."), "hint",
            wrap=True,
        )  # fmt: skip
        title = flow(caption(self.tr("Keys of supervisors")), -1, self.forget_button, self.add_button, gap=8)
        compared = flow(self.found, -1, self.confirm_button, gap=8)
        keys = Card(title, hint, compared, self.keys, mine, gap=8)
        keys.body.setStretch(3, 1)
        body = column(row(back, label(self.tr("Grants by code"), "title"), -1, gap=12), asked, keys, margins=20)
        body.setStretch(2, 1)
        self.setLayout(body)

    def load(self) -> None:
        """Show the keys as they are."""
        own = self._session.read(grant_keys.own_key)
        text = self.tr("Your own key: {key}") if own else self.tr("You have no key of your own to sign with.")
        self.own.setText(text.format(key=grant_keys.fingerprint(own.public) if own else ""))
        self._show_found(None)
        self.keys.show_rows(self._session.read(grant_keys.registered))
        if not self.until.text():
            self.until.load(add_days(self._session.desk.clock.today(), DAYS))
        self._show_request()

    def run_main_action(self) -> None:
        """Grant what is shown."""
        self.sign(True)

    def choose(self) -> None:
        """Take the request of a file."""
        path = self._context.files.existing(self, self.tr("Request from an agent"), "TXT (*.txt);;* (*)")
        if path is not None:
            self._try(lambda: self.request.load(whole(path, _LONGEST).decode(errors="replace")))
            self._show_request()

    def sign(self, granted: bool) -> None:
        """Sign the answer on another thread; then its code is shown."""
        text = str(self.request.raw())

        def begin() -> None:
            until = cast("date | None", self.until.draft())
            work = self._session.read(grants.grant_writing, text, granted, until, self.passphrase.text())
            self._task = TaskProgress(self)
            self._context.background.run(work, partial(self._on_signed, text), self._on_failed, self._task)

        self._try(begin)

    def make(self) -> None:
        """Make a key pair under the passphrase that is typed."""

        def begin() -> None:
            work = self._session.read(grant_keys.key_making, self.passphrase.text())
            self._task = TaskProgress(self)
            self._context.background.run(work, self._on_made, self._on_failed, self._task)

        self._try(begin)

    def write(self) -> None:
        """Write the own public key for other desks."""
        own = self._session.read(grant_keys.own_key)
        if own is not None:
            name = self.tr("{name}.key").format(name=own.name)
            self._write(self.tr("Write public key"), name, "KEY (*.key)", grant_keys.public_file(own))

    def save(self) -> None:
        """Write the code for the agent."""
        data = file_text(self._code, self._context.words.label("grant", "code_file")).encode()
        self._write(self.tr("Save code"), self.tr("grant.txt"), "TXT (*.txt)", data)

    def add(self) -> None:
        """Show the key of a file, to be compared before it is registered."""
        path = self._context.files.existing(self, self.tr("Public key of a supervisor"), "KEY (*.key *.json);;* (*)")
        if path is not None:
            self._try(lambda: self._show_found(grant_keys.read_public(path)))

    def confirm(self) -> None:
        """Register the key that was compared."""
        if self._read_key is not None:
            name, public = self._read_key
            self._try(lambda: self._supervised(lambda: self._session.run(grant_keys.register, name, public)))

    def forget(self) -> None:
        """Let the chosen key count no more."""
        chosen = self.keys.current()
        if chosen is not None:
            self._try(lambda: self._forget(chosen.id))

    def _show_found(self, found: tuple[str, str] | None) -> None:
        self._read_key = found
        self.found.setText(f"{found[0]}   {grant_keys.fingerprint(found[1])}" if found else "")
        for one in (self.found, self.confirm_button):
            one.setVisible(found is not None)
        if found is not None:
            self.confirm_button.setFocus()

    def _forget(self, id_: str) -> None:
        self._supervised(lambda: self._session.run(grant_keys.forget_key, id_))

    def _supervised(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Refused as refused:
            if not needs_supervisor(refused):
                raise
            self.sheet = ask_supervisor(
                self, self._session, self._context, lambda _vouched: self._try(lambda: self._supervised(work))
            )
            return
        self.load()

    def _show_request(self) -> None:
        """The request in words, as far as it is one."""
        text, shown = str(self.request.raw()), None
        self._say("")
        if text and mark_of(text):
            try:
                shown = self._session.read(grants.read_request, text)
            except Refused as refused:
                self._say("✕ " + self._context.words.finding(refused.findings[0]))
        self.words.setText(self._in_words(shown) if shown else "")
        self.words.setVisible(shown is not None)
        self._show_buttons(shown is not None)

    def _in_words(self, shown: grants.Shown) -> str:
        words, asked = self._context.words, shown.asked
        case = shown.number or self.tr("known to the agent as {digest}").format(digest=asked.case.upper())
        head = self.tr("Case {case}, plan version {version}, asked on {day}:")
        if not asked.version:  # no plan has this number
            head = self.tr("Case {case}, a promise to pay, asked on {day}:")
        lines = [head.format(case=case, version=asked.version, day=asked.on.isoformat())]
        for name, size in asked.sizes.items():
            lines.append(words.attributed(words.label("concession", name), grants.size_text(name, size)))
        return "\n".join(lines)

    def _show_buttons(self, readable: bool | None = None) -> None:
        if readable is not None:
            for one in (self.grant_button, self.refuse_button):
                one.setEnabled(readable)
        own = self._session.read(grant_keys.own_key)
        self.write_button.setEnabled(own is not None)
        self.forget_button.setEnabled(self.keys.current() is not None)

    def _on_signed(self, text: str, answer: bytes) -> None:
        self.passphrase.load("")
        self._try(lambda: self._show_code(self._session.run(grants.keep_written, text, answer)))

    def _show_code(self, code: str) -> None:
        self._code = code
        hint = self.tr("Give this to the agent: as a file, pasted, or scanned from the screen. It counts once.")
        self.code_sheet = CodeSheet(self, self.tr("Answer of the supervisor"), hint, code, self.save)

    def _on_made(self, made: SigningKey) -> None:
        self.passphrase.load("")
        self._try(lambda: self._session.run(grant_keys.keep_key, made))
        self.load()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self._say("✕ " + self._context.words.finding(error.findings[0]))
        self.passphrase.setFocus()

    def _write(self, title: str, name: str, kinds: str, data: bytes) -> None:
        folder = Path(self._context.preferences.export_folder)
        target = self._context.files.target(self, title, str(folder / name), kinds)
        if target is not None:
            self._try(lambda: write_output(target, data))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Refused as refused:
            self._say("✕ " + self._context.words.finding(refused.findings[0]))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
