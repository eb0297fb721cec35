"""Taking a person in, other roles, a new passphrase, leaving: one small form each."""

from __future__ import annotations

from typing import Any

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.pages.settings.person_form import PersonForm
from ui.widgets.editors import CheckEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import column
from ui.widgets.room.flow import flow, shared
from workstation.actions import people
from workstation.actions.passphrases import OUTDATED
from workstation.actions.people import Person, known_of
from workstation.casework.user import USER_ROLES, User


def _role_fields(context: UiContext) -> list[Field]:
    return [
        Field(role, name, CheckEdit(name)) for role in USER_ROLES for name in (context.words.label("user_role", role),)
    ]


def _roles(values: dict[str, Any]) -> tuple[str, ...]:
    return tuple(role for role in USER_ROLES if values[role])


class AddForm(PersonForm):
    """Name, roles and a first passphrase, which the person replaces when they first open the desk."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        fields = [
            Field("name", self.tr("Name, as it signs"), TextEdit()),
            *_role_fields(context),
            Field("passphrase", self.tr("First passphrase"), PassphraseEdit(context.theme)),
            Field("again", self.tr("Repeat passphrase"), PassphraseEdit(context.theme)),
        ]
        words = self.tr("Tell the person this first passphrase; they choose their own when they first open the desk.")
        super().__init__(session, context, fields, words, self.tr("Add person"))

    def rows(self) -> list[Any]:
        """Roles side by side, and the two passphrases."""
        fields = self.form.fields
        roles = flow(*(fields[role] for role in USER_ROLES), -1, gap=16)
        return [fields["name"], roles, shared(fields["passphrase"], fields["again"]), self.strength_bar()]

    def known(self) -> tuple[str, ...]:
        """The name that is being typed."""
        return known_of(self.session.desk, str(self.form.fields["name"].editor.raw()))

    def load(self, person: Person | None) -> None:
        """Most who come are agents."""
        super().load(None)
        self.form.load({"agent": True})

    def act(self, values: dict[str, Any]) -> None:
        """The record first; a passphrase that cannot be kept leaves a person without one, who gets it by the same button again."""
        passphrase = self.passphrase(values)
        user: User = self.session.run(people.add_user, values["name"], _roles(values), passphrase)
        work = self.session.read(people.passphrase_setting, user.id, passphrase)
        self.in_background(work, lambda: self._on_set(user))

    def _on_set(self, user: User) -> None:
        self.session.run(people.passphrase_set, user.id)
        self.done.emit(self.tr("{name} can open this desk now.").format(name=user.name))


class RolesForm(PersonForm):
    """Other roles for the person picked."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        words = self.tr(
            "An agent works on cases. A supervisor also grants, waives and explains, and looks after people. A viewer reads."
        )
        super().__init__(session, context, _role_fields(context), words, self.tr("Change roles"))

    def rows(self) -> list[Any]:
        """Side by side."""
        return [flow(*self.form.fields.values(), -1, gap=16)]

    def load(self, person: Person | None) -> None:
        """The roles as they are."""
        super().load(person)
        self.form.load(dict.fromkeys(person.user.roles, True) if person is not None else {})

    def act(self, values: dict[str, Any]) -> None:
        """Changed at once; who is signed in elsewhere has them at the next opening."""
        if self.person is not None:
            self.session.run(people.change_roles, self.person.user.id, _roles(values))
            self.done.emit("")


class ResetForm(PersonForm):
    """Another first passphrase for somebody who forgot theirs, or has none yet."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        fields = [
            Field("passphrase", self.tr("First passphrase"), PassphraseEdit(context.theme)),
            Field("again", self.tr("Repeat passphrase"), PassphraseEdit(context.theme)),
        ]
        super().__init__(session, context, fields, "", self.tr("Set passphrase"))

    def rows(self) -> list[Any]:
        """Side by side, and how strong it is."""
        return [shared(*self.form.fields.values()), self.strength_bar()]

    def known(self) -> tuple[str, ...]:
        """The person picked."""
        return known_of(self.session.desk, self.person.user.name if self.person is not None else "")

    def load(self, person: Person | None) -> None:
        """Say whose."""
        super().load(person)
        words = self.tr(
            "For {name}, who chooses their own when they next open the desk. Copies of the desk keep the old one."
        )
        self.words.setText(words.format(name=person.user.name if person is not None else ""))

    def act(self, values: dict[str, Any]) -> None:
        """The slot first, then the mark that somebody else knows it."""
        if self.person is None:
            return
        user = self.person.user
        work = self.session.read(people.passphrase_setting, user.id, self.passphrase(values))
        self.in_background(work, lambda: self._on_set(user))

    def _on_set(self, user: User) -> None:
        self.session.run(people.passphrase_set, user.id)
        self.done.emit(self.tr("The passphrase of {name} was set.").format(name=user.name))


class LeaveForm(PersonForm):
    """What leaving means is said before it happens, and what it cannot do."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context, (), "", self.tr("Has left"))

    def load(self, person: Person | None) -> None:
        """Say who, and that old copies still open."""
        super().load(person)
        words = self.tr(
            "{name} can then no longer open this desk; what they did keeps their name. Copies made before today (backups,"
            " copies of desk.json) still open with their old passphrase: store or destroy those accordingly."
        )
        self.words.setText(words.format(name=person.user.name if person is not None else ""))

    def act(self, values: dict[str, Any]) -> None:
        """The slot goes with the record."""
        if self.person is not None:
            gone: User = self.session.run(people.leave, self.person.user.id)
            self.done.emit(self.tr("{name} has left.").format(name=gone.name))


class OwnForm(PersonForm):
    """Everybody changes their own passphrase, by the old one."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        fields = [
            Field("old", self.tr("Present passphrase"), PassphraseEdit(context.theme)),
            Field("passphrase", self.tr("New passphrase"), PassphraseEdit(context.theme)),
            Field("again", self.tr("Repeat passphrase"), PassphraseEdit(context.theme)),
        ]
        words = self.tr("Copies of the desk made before still open with the present passphrase.")
        super().__init__(session, context, fields, words, self.tr("Change passphrase"))

    def rows(self) -> list[Any]:
        """The new one twice, side by side."""
        fields = self.form.fields
        return [column(fields["old"], shared(fields["passphrase"], fields["again"])), self.strength_bar()]

    def known(self) -> tuple[str, ...]:
        """Oneself."""
        return known_of(self.session.desk, self.session.desk.agent)

    def load(self, person: Person | None) -> None:
        """One's own, whoever is picked."""
        super().load(None)

    def act(self, values: dict[str, Any]) -> None:
        """Tried and changed elsewhere."""
        work = self.session.read(people.passphrase_change, values["old"], self.passphrase(values))
        self.in_background(work, self._on_changed)

    def _on_changed(self) -> None:
        self.session.run(people.passphrase_changed)
        desk = self.session.desk
        desk.opening_findings = tuple(one for one in desk.opening_findings if one.code != OUTDATED)
        self.done.emit(self.tr("Your passphrase was changed."))
