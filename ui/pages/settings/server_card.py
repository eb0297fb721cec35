"""Where the records of the desk lie; at a server also the folder by which a further workstation joins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, in_role, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.server.seats import Login, server_of, write_seat
from workstation.errors import Finding, Refused


class ServerCard(Card):
    """A desk in a folder is told how it moves; one on a server also writes seats, for supervisors."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        address = session.read(server_of)
        self.text = label(self._told(address), "hint", wrap=True)
        editor = TextEdit()
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.login = Field("login", self.tr("&Login of the other workstation"), TextEdit())
        self.password = Field("password", self.tr("It&s password"), editor)
        self.form = Form("seat", context.words, (self.login, self.password))
        self.write_button = button(self.tr("Wr&ite its folder…"), on_click=self.write)
        own(self.write_button, self)
        self.message = label("", "hint", wrap=True)
        self.message.hide()
        self.body.addWidget(caption(self.tr("Where the records lie")))
        self.body.addWidget(self.text)
        self.body.addLayout(shared(self.login, self.password, gap=8))
        self.body.addLayout(flow(self.message, -1, self.write_button, gap=8))
        for part in (self.login, self.password, self.write_button):
            part.setVisible(address is not None)

    def write(self) -> None:
        """Ask for an empty folder, such as one on a stick, and write the seat there."""
        values = self.form.draft()
        lacking = [Finding("required_field", f"seat.{key}") for key, value in values.items() if not value]
        if lacking:
            self.form.show(lacking)
            return
        start = self._context.preferences.export_folder
        chosen = self._context.files.folder(self, self.tr("New folder on the stick"), start)
        if chosen is None:
            return
        login = Login(str(values["login"]), str(values["password"]))
        try:
            self._session.write(write_seat, Path(chosen), login)
        except Refused as refused:
            self._say(self._context.words.finding(refused.findings[0]), "finding")
            return
        self.form.load({})
        self._say(self.tr("Written: {folder}. It holds the key file: guard it.").format(folder=chosen), "good")

    def _told(self, address: object) -> str:
        if address is None:
            return self.tr(
                "In this folder. Several workstations can share a desk on a PostgreSQL server of the office: lock the desk, then"
                " More…, Move to a server."
            )
        return self.tr(
            "Sealed at {host}:{port}, office {office}; Concord speaks to this one address only. To bring the desk back into a"
            " folder: lock it, then More…, Move back into a folder."
        ).format(**{name: getattr(address, name) for name in ("host", "port", "office")})

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        self.message.show()
        in_role(self.message, role)
