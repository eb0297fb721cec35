"""Settings in three sections: the window and the desk, the safety of what is kept, and the people who work here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.backup.runner import BackupRunner
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.form import Form
from ui.look.text_size import SIZES
from ui.look.translations import LANGUAGES
from ui.pages.evidence.mapping_panel import MappingPanel
from ui.pages.settings.backup_card import BackupCard
from ui.pages.settings.desk_check_card import DeskCheckCard
from ui.pages.settings.desk_keys_card import DeskKeysCard
from ui.pages.settings.layouts_card import LayoutsCard
from ui.pages.settings.lock_card import LockCard
from ui.pages.settings.people_card import PeopleCard
from ui.pages.settings.program_card import ProgramCard
from ui.pages.settings.quarantine_card import QuarantineCard
from ui.pages.settings.recovery_card import RecoveryCard
from ui.pages.settings.sections import Parts, Sections
from ui.pages.settings.server_card import ServerCard
from ui.pages.settings.trust_card import TrustCard
from ui.saving import save_form
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label, row
from ui.widgets.room.page_stack import PageStack
from workstation.actions.server.seats import server_of
from workstation.casework.settings import DeskSettings
from workstation.errors import Finding
from workstation.evidence.statements.hand_mapping import KeptMapping
from workstation.field_ref import FieldRef

GENERAL: Final = "general"
SAFETY: Final = "safety"
PEOPLE: Final = "people"
_OF_WINDOW: Final = ("mode", "text_size")
"""Kept by this computer for whoever sits at it, not by the desk."""
if TYPE_CHECKING:
    from ui.desk_session import Changes


class SettingsPage(QWidget):
    """``look_changed`` carries the language when language, colours or text size were changed."""

    look_changed: TypedSignal[str] = signal(1)
    left = Signal()
    passphrase_changed = Signal()
    case_requested = Signal()
    """A case is wanted back from a copy."""

    def __init__(self, session: DeskSession, context: UiContext, backup: BackupRunner) -> None:
        super().__init__()
        self._session, self._context, self._backup = session, context, backup
        modes = {"system": self.tr("System default"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.form = Form(
            "desk",
            context.words,
            (
                Field("language", self.tr("Display &language"), ChoiceEdit(LANGUAGES, empty=None)),
                Field("mode", self.tr("C&olours"), ChoiceEdit(modes, empty=None)),
                Field(
                    "text_size", self.tr("&Text size"), ChoiceEdit({str(one): f"{one} %" for one in SIZES}, empty=None)
                ),
                Field("desk_name", self.tr("Desk &name"), TextEdit()),
            ),
            context.privacy,
            session.drafts,
            "settings",
        )
        self.save_button = button(self.tr("Save"), "primary", self.save)
        self._lay_out()
        session.changed.connect(self._on_session_changed)
        self.load()

    @cached_property
    def backup(self) -> BackupCard:
        """Where copies go, and those there are."""
        made = BackupCard(self._session, self._context, self._backup)
        made.case_requested.connect(self.case_requested)
        return made

    @cached_property
    def people(self) -> PeopleCard:
        """Who works here."""
        made = PeopleCard(self._session, self._context)
        made.left.connect(self.left)
        made.passphrase_changed.connect(self.passphrase_changed)
        return made

    @cached_property
    def mapping(self) -> MappingPanel:
        """Which column of a statement holds what, over all sections."""
        made = MappingPanel(self._session, self._context)
        made.closed.connect(lambda: self.stack.setCurrentIndex(0))
        made.kept.connect(lambda _kept: self.stack.setCurrentIndex(0))
        made.cover(self._context.privacy.hidden)
        self.stack.addWidget(made)
        return made

    @cached_property
    def layouts(self) -> LayoutsCard:
        """Layouts of statements that were named by hand."""
        made = LayoutsCard(self._session, self._context)
        made.opened.connect(self._on_layout_opened)
        return made

    @cached_property
    def program(self) -> ProgramCard:
        """The version of the program, and updates."""
        return ProgramCard(self._session, self._context)

    @cached_property
    def lock(self) -> LockCard:
        """After how long the desk locks."""
        return LockCard(self._context)

    @cached_property
    def check(self) -> DeskCheckCard:
        """Whether all that is stored is whole."""
        return DeskCheckCard(self._session, self._context)

    @cached_property
    def quarantine(self) -> QuarantineCard:
        """Files that no record names."""
        return QuarantineCard(self._session, self._context)

    @cached_property
    def recovery(self) -> RecoveryCard:
        """The key in words."""
        return RecoveryCard(self._session, self._context)

    @cached_property
    def server(self) -> ServerCard:
        """Where the records lie."""
        return ServerCard(self._session, self._context)

    @cached_property
    def trust(self) -> TrustCard:
        """Authorities whose signatures count."""
        return TrustCard(self._session, self._context)

    @cached_property
    def desk_keys(self) -> DeskKeysCard:
        """By what other desks write to this one."""
        return DeskKeysCard(self._session, self._context)

    @property
    def shows_backup(self) -> bool:
        """Whether the card of the backups is on screen."""
        return "backup" in self.__dict__ and self.backup.isVisible()

    def _general(self) -> tuple[Parts, Parts]:
        fields, desk, words = self.form.fields, self._session.desk, self._context.words
        look = Card(caption(self.tr("Window")), fields["language"], fields["mode"], fields["text_size"])
        person = Card(caption(self.tr("Desk")), fields["desk_name"], self.form.conflicts)
        own(self.save_button, look, person, saves=True)
        facts = Card(
            caption(self.tr("This desk")),
            _fact(self.tr("Role"), words.label("role", desk.settings.role)),
            _fact(self.tr("Folder"), str(desk.folder)),
            _fact(self.tr("Rules"), words.listed(words.titled(pack.title) for pack in desk.packs.values())),
            *(
                [label(self.tr("All data stays on this computer, encrypted. Concord never uses the network."), "hint")]
                if self._session.read(server_of) is None
                else []
            ),
        )
        own(NO_BUTTON, self.layouts, self.program)
        return (look, person, row(-1, self.save_button)), (facts, self.layouts, self.program)

    def _safety(self) -> tuple[Parts, Parts]:
        own(NO_BUTTON, self.lock, self.check, self.quarantine, self.trust)
        return (self.lock, self.check, self.quarantine, self.recovery), (self.backup, self.server, self.trust)

    def _people(self) -> tuple[Parts, Parts]:
        own(NO_BUTTON, self.people, self.desk_keys)
        return (self.people,), (self.desk_keys,)

    def _lay_out(self) -> None:
        self.sections = Sections(
            self._context.theme,
            {
                GENERAL: (self.tr("General"), self._general),
                SAFETY: (self.tr("Safety"), self._safety),
                PEOPLE: (self.tr("People"), self._people),
            },
        )
        body = column(label(self.tr("Settings"), "title"), self.sections)
        body.setStretch(1, 1)
        main = QWidget()
        main.setLayout(body)
        self.stack = PageStack()
        self.stack.addWidget(main)
        self.setLayout(row(self.stack, margins=20))

    def _on_layout_opened(self, kept: KeptMapping) -> None:
        self.mapping.load((), kept.mapping, kept.id)
        self.stack.setCurrentWidget(self.mapping)

    def show_backup(self) -> None:
        """Turn to the backups."""
        self.stack.setCurrentIndex(0)
        self.sections.open(SAFETY)
        self.backup.now_button.setFocus()

    def load(self) -> None:
        """Show what is kept; what was typed stays."""
        settings = self._session.desk.settings
        values = {key: getattr(settings, key) for key in ("language", "desk_name")}
        self.form.about("")
        window = {"mode": self._context.preferences.mode, "text_size": str(self._context.preferences.text_size)}
        self.form.refresh(values | window, settings)

    def _on_session_changed(self, changes: Changes) -> None:
        if DeskSettings.__name__ in changes.kinds:
            self.load()

    def leave(self) -> bool:
        """Save before another page opens."""
        return not self.form.modified or self.save()

    def save(self) -> bool:
        """Keep the settings; a new language, colour or text size is put on at once."""
        from workstation.actions.settings import save_settings

        values = self.form.draft()
        if not values["desk_name"]:
            self.form.show((Finding("required_field", FieldRef.DESK_DESK_NAME),))
            return False
        before, window = self._session.desk.settings, self._context.preferences
        mode, size = window.mode, window.text_size

        def act() -> None:
            kept = {key: value for key, value in self.form.draft().items() if key not in _OF_WINDOW}
            after = replace(self.form.base, **kept)
            if after != self.form.base:  # colours belong to the window: a viewer may choose them, too
                self._session.run(save_settings, after, self.form.base)

        window.mode, window.text_size = values["mode"], int(values["text_size"])
        if not save_form(self._session, self.form, act, self._show):
            window.mode, window.text_size = mode, size
            return False
        self.form.accept()
        after = self._session.desk.settings
        if (before.language, mode, size) != (after.language, window.mode, window.text_size):
            self.look_changed.emit(after.language)
        else:
            self._context.notices.show_message(self.tr("Settings saved."))
        return True

    def tell_size_later(self) -> None:
        """Say that the text size could not be put on at once."""
        told = self.tr("The new text size holds when the desk is opened next.")
        self._context.notices.show_message(told, self.tr("Lock now"), self.left.emit)

    def _show(self, findings: Iterable[Finding]) -> None:
        left = self.form.show(findings)
        if left:
            self._context.notices.show_message(self._context.words.finding(left[0]))


def _fact(name: str, value: str) -> QWidget:
    holder = QWidget()
    shown: QLabel | QLineEdit = label(value, wrap=True)
    if isinstance(shown, QLabel):
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if "/" in value or "\\" in value:  # a path has no place to wrap: it is scrolled through, and copied whole
        shown = QLineEdit(value)
        shown.setReadOnly(True)
        shown.setAccessibleName(name)
        shown.setCursorPosition(0)
    heading = label(name, "quiet")
    heading.setFixedWidth(72)
    line = row(heading, shown, gap=12)
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder
