"""A desk moved to a server, or back into a folder, and a further seat joined: addresses and passwords typed here alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.form import Form
from ui.pages.entry.folder_edit import FileEdit, FolderEdit
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.editors import ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, in_role, label, row
from ui.widgets.room.flow import shared
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.wording import filled

_PORT: Final = 5432
_AT_PASSPHRASE: Final = ("passphrase", "recovery", "person")


class MovePage(QWidget):
    """One of three ways at a time: ``server``, ``folder`` (back into one), ``join``.

    ``arrived`` carries the folder that opens from now on, and the passphrase that opened it.

    A move runs in the background with how much has gone over, and can be stopped; it goes on where it was when it is begun again.
    """

    arrived: TypedSignal[str, str] = signal(2)
    counted: TypedSignal[str, int] = signal(2)

    def __init__(self, context: UiContext, clock: Clock) -> None:
        super().__init__()
        self._context, self._clock = context, clock
        self._way = "server"
        self._task: TaskProgress | None = None
        self._gone: dict[str, int] = {}
        self.folder = Field("folder", self.tr("Desk &folder"), FolderEdit(context, existing=True))
        self.person = Field("person", self.tr("Who wor&ks"), ChoiceEdit({}, empty=None))
        self.passphrase = Field("passphrase", self.tr("&Passphrase"), PassphraseEdit(context.theme))
        self.target = Field("target", self.tr("&New folder for the desk"), FolderEdit(context, existing=False))
        self.host = Field("host", self.tr("Server: &address or name"), TextEdit())
        self.port = Field("port", self.tr("Por&t"), CountEdit(1, 65535))
        self.database = Field("database", self.tr("Data&base"), TextEdit())
        self.office = Field("office", self.tr("&Office"), TextEdit())
        self.login = Field("login", self.tr("&Login of this workstation"), TextEdit())
        self.password = Field("password", self.tr("Pass&word of the login"), PassphraseEdit(context.theme))
        self.authority = Field(
            "authority",
            self.tr("Ce&rtificate that vouches for the server (PEM; not needed on this computer)"),
            FileEdit(context),
        )
        self._of_server = (
            *(self.host, self.port, self.database, self.office, self.login, self.password, self.authority),
        )
        self.form = Form(
            "desk", context.words, (self.folder, self.person, self.passphrase, self.target, *self._of_server)
        )
        self.title = label("", "section")
        self.told = label("", "hint", wrap=True)
        self.message = label("", "hint", wrap=True)
        self.busy = BusyBar()
        self.stop_button = button(self.tr("Stop"), on_click=self.stop)
        self.begin_button = button("", "primary", self.begin)
        self.folder.edited.connect(self._on_folder_edited)
        self.counted.connect(self._on_counted)
        self.destroyed.connect(self._forget)
        self._lay_out()

    def _lay_out(self) -> None:
        body = column(
            self.title,
            self.folder,
            self.person,
            self.passphrase,
            shared(self.host, self.port, gap=8),
            shared(self.database, self.office, gap=8),
            shared(self.login, self.password, gap=8),
            self.authority,
            self.target,
            self.told,
            self.message,
            row(self.busy, -1, self.stop_button, self.begin_button),
            gap=6,
        )
        self.setLayout(body)

    def begin_way(self, way: str, folder: str) -> None:
        """Turn to one of the ways; ``folder``: of the desk that is meant, as far as it is known."""
        self._way = way
        titles = {
            "server": self.tr("Move the desk to a server"),
            "folder": self.tr("Move the desk back into a folder"),
            "join": self.tr("Join a desk on a server"),
        }
        self.title.setText(titles[way])
        self.told.setText(self._telling(way))
        names = {"server": self.tr("&Move"), "folder": self.tr("&Move"), "join": self.tr("&Join")}
        self.begin_button.setText(names[way])
        self.folder.name.setText(
            self.tr("&Folder with the key file, on the stick") if way == "join" else self.tr("Desk &folder")
        )
        for field in self._of_server:
            field.setVisible(way != "folder")
        self.target.setVisible(way != "server")
        home = self._context.home / ("seat" if way == "join" else "desk-from-server")
        start: dict[str, Any] = {"folder": "" if way == "join" else folder, "target": str(home)}
        self.form.load({"port": _PORT, "database": "concord"} | start)
        self._say("", "hint")
        self._on_folder_edited()
        self._show_buttons()

    def start(self) -> None:
        """Put the cursor where typing begins."""
        (self.passphrase if self.folder.editor.draft() else self.folder).editor.setFocus()

    def _telling(self, way: str) -> str:
        if way == "server":
            return self.tr(
                "Everything typed, amounts and files are sealed on this computer before they leave it. The server and who looks"
                " after it still see: how many records of each kind there are and how long they are, which belong to one case,"
                " the stage and last change of each case, and when which workstation wrote."
                " Concord speaks to this one address only."
            )
        if way == "folder":
            return self.tr("Everybody else closes the desk first. On the server it is closed afterwards.")
        return self.tr(
            "Another workstation writes the folder with the key file (desk seat). Guard the stick as the desk itself, and"
            " remove the folder from it afterwards."
        )

    def begin(self) -> None:
        """Do what was chosen, in the background."""
        from workstation.actions.server import closed

        if self._task is not None:
            return
        try:
            values = self.form.draft()
            self._refuse_empty(values)
            address, word = self._address(values), str(values["password"])
        except Refused as refused:
            self._show_refused(refused)
            return
        folder, words = Path(str(values["folder"])), str(values["passphrase"])
        person = str(values["person"] or "") if self.person.editor.count() > 1 else ""
        new = Path(str(values["target"]))
        if self._way == "server":
            self._run(
                lambda seen: closed.move_out(folder, words, person, self._clock, address, word, seen), folder, words
            )
        elif self._way == "folder":
            self._run(lambda seen: closed.move_home(folder, words, person, self._clock, new, seen), new, words)
        else:
            self._run(lambda _seen: closed.join(folder, words, person, new, address, word), new, words)

    def stop(self) -> None:
        """Stop at the next part; the desk stays where it is."""
        if self._task is not None:
            self._task.cancel()

    def _refuse_empty(self, values: dict[str, Any]) -> None:
        wanted = {
            "server": ("folder", "passphrase", "host", "port", "database", "office", "login", "password"),
            "folder": ("folder", "passphrase", "target"),
            "join": ("folder", "passphrase", "target", "host", "port", "database", "office", "login"),
        }[self._way]
        lacking = [Finding("required_field", f"desk.{name}") for name in wanted if not values[name]]
        if lacking:
            raise Refused(*lacking)

    def _address(self, values: dict[str, Any]) -> Any:
        from workstation.actions.server import closed

        if self._way == "folder":
            return None
        names = {name: str(values[name]).strip() for name in ("host", "database", "login", "office")}
        return closed.typed_address(Path(str(values["folder"])), str(values["authority"]), int(values["port"]), **names)

    def _run(self, work: Callable[[Callable[[str, int], None]], Any], folder: Path, words: str) -> None:
        task = self._task = TaskProgress(self)
        self._gone = {}

        def seen(what: str, count: int) -> None:
            task.step(0, 1)
            self.counted.emit(what, count)

        self._say(self.tr("Connecting…"), "hint")
        self._show_buttons()
        self._context.background.run(
            partial(work, seen), partial(self._on_done, str(folder), words), self._on_failed, task
        )

    def _on_counted(self, what: str, count: int) -> None:
        self._gone[what] = count
        files = self._gone.get("vault", 0)
        rows = sum(number for name, number in self._gone.items() if name != "vault")
        text = self.tr(
            "{rows} {rows|record|records} and {files} {files|file|files} went over. They are compared at the end."
        )
        self._say(filled(text, {"rows": f"{rows:,}", "files": f"{files:,}"}), "hint")

    def _on_done(self, folder: str, words: str, _result: object) -> None:
        self._task = None
        self._show_buttons()
        self.password.editor.clear()
        self.passphrase.editor.clear()
        self._say("", "hint")
        self.arrived.emit(folder, words)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._show_buttons()
        if isinstance(error, Cancelled):
            text = self.tr("Stopped. The desk is where it was; begun again, the move goes on from here.")
            self._say(text, "advice")
            return
        if not isinstance(error, Refused):
            raise error
        self._show_refused(error)

    def _show_refused(self, refused: Refused) -> None:
        """At the field that it is about; what is about the server as a whole stands below, where it does not hide a field."""
        self._say("", "hint")
        first = refused.findings[0]
        if first.code == "required_field":
            self.form.show(refused.findings)
            return
        text = self._context.words.finding(first)
        at = self._field_of(first)
        self._say(text, "finding")
        if at is not None:
            at.show_message(text)
            at.editor.setFocus()

    def _field_of(self, finding: Finding) -> Field | None:
        if finding.code.partition("_")[0] in _AT_PASSPHRASE:
            return self.passphrase
        named = {
            "server_address_odd": {field.key: field for field in self._of_server}.get(finding.figures.get("part", "")),
            "server_tls_needed": self.authority,
            "server_certificate": self.authority,
            "server_refused": self.password,
            "server_lost": self.host,
            "desk_exists": self.target if self._way != "server" else self.folder,
            "desk_missing": self.folder,
        }
        return named.get(finding.code)

    def _on_folder_edited(self) -> None:
        """Offer who works there, and the address that a seat names."""
        from workstation.actions.opening import desk_people
        from workstation.actions.server import closed

        folder = str(self.folder.editor.draft())
        names = desk_people(Path(folder)) if folder else ()
        self.person.editor.offer({name: name for name in names})
        self.person.setVisible(len(names) > 1)
        known = closed.address_in(Path(folder)) if folder and self._way == "join" else None
        if known is not None:
            typed = {"host": known.host, "port": known.port, "database": known.database}
            self.form.load(self.form.draft() | typed | {"office": known.office, "login": known.login})

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        in_role(self.message, role)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _show_buttons(self) -> None:
        running = self._task is not None
        self.busy.set_busy(running)
        self.stop_button.setVisible(running)
        self.begin_button.setEnabled(not running)
