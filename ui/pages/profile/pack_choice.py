"""Which rules a case follows: chosen by the person, with a word where the accounts suggest others."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.profile.version_move import VersionMove
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import button, column, label, name_field, row
from workstation.actions import cases
from workstation.casework.case_file import CaseFile
from workstation.errors import Refused
from workstation.policy.choice import fitting
from workstation.policy.pack import Pack
from workstation.policy.versions import key_of, pack_id


class PackChoice(QWidget):
    """A change holds at once and can be undone; checklist, offers and limits follow, nothing that was gathered is lost."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        packs = session.desk.packs
        self._names = {code: context.words.titled(pack.title, code) for code, pack in packs.items()}
        self.choice = ChoiceEdit(self._names, empty=None)
        name = label(self.tr("R&ules for this case"), "label")
        name_field(name, self.choice)
        self.choice.setAccessibleName(self.tr("Rules for this case"))
        self.advice = label("", "advice", wrap=True)
        self.take_button = button(self.tr("Apply"), "small", self._on_take_clicked)
        line = row(self.advice, self.take_button, gap=8)
        line.setStretch(0, 1)
        self.versions = VersionMove(context, self._move)
        self.setLayout(column(name, self.choice, line, self.versions, gap=4))
        self.choice.edited.connect(lambda: self._choose(str(self.choice.raw())))

    @property
    def suggested(self) -> str:
        """The pack that the accounts suggest where it is another than the one chosen; else nothing."""
        if self._file is None:
            return ""
        owed = [(account.product, account.currency) for account in self._file.accounts]
        found = fitting(self._session.desk.packs, owed)
        return found if found != pack_id(self._file.case.pack) else ""

    def load(self, file: CaseFile) -> None:
        """Show what a case follows."""
        self._file = file
        self.choice.load(pack_id(file.case.pack))
        suggested = self.suggested
        text = self.tr("Suggested by the accounts: {rules}").format(rules=self._names.get(suggested, suggested))
        self.advice.setText("△ " + text if suggested else "")
        self.take_button.setVisible(bool(suggested))
        self.versions.load(file.pack, self._session.desk.packs.get(file.pack.id, file.pack))

    def _on_take_clicked(self) -> None:
        self._choose(self.suggested)

    def _choose(self, code: str) -> None:
        if self._file is None or not code or code == pack_id(self._file.case.pack):
            return
        text = self.tr("The case now follows “{rules}”; the checklist was rebuilt and nothing was lost.")
        self._follow(code, text.format(rules=self._names[code]))

    def _move(self, version: Pack) -> None:
        text = self.tr("The case now follows the rules of {day}.")
        self._follow(key_of(version), text.format(day=version.dated.isoformat()))

    def _follow(self, pack: str, told: str) -> None:
        if self._file is None:
            return
        case_id, before = self._file.case.id, key_of(self._file.pack)
        try:
            self._session.run(cases.choose_pack, case_id, pack, self._file.case)
        except Refused as refused:  # somebody else chose meanwhile: what is stored is shown, and may be chosen over
            self._session.look()
            self.choice.load(pack_id(self._file.case.pack))
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
            return
        undo = partial(self._session.run, cases.choose_pack, case_id, before)
        self._context.notices.show_message(told, self.tr("Undo"), undo)
