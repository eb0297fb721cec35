"""Every rule of a pack with its figure, where it was read and how sure that is; what nobody knows stands there as not known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.parts import button, column, icon_button, label
from ui.widgets.room.flow import flow
from workstation.actions.rules import rule_table, rule_texts
from workstation.casework.rule_texts import RuleText
from workstation.errors import Refused
from workstation.folding import folded
from workstation.policy.versions import earlier_days
from workstation.wording import Wording, filled

if TYPE_CHECKING:
    from workstation.policy.pack import Pack

_WIDE: Final = 1000
"""Pixels from which there is room for what changed; else it stands under the list, as the whole of the chosen rule does."""

_FIGURE: Final = re.compile(r"[\d,.:-]+(%| [A-Z]{3})?")


def _is_figure(one: RuleText) -> bool:
    return _FIGURE.fullmatch(one.value) is not None


class RulesPage(QWidget):
    """``closed`` leads back. The pack of the open case is shown first; a word of the search may stand in any cell."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.wording = Wording(context.words.language)
        self._lines: tuple[RuleText, ...] = ()
        packs = session.desk.packs
        named = {code: context.words.titled(pack.title, code) for code, pack in packs.items()}
        earlier = {f"{code}@{on}": f"{named[code]} {on}" for code in packs for on in earlier_days(code)[::-1]}
        self.pack = ChoiceEdit({**named, **earlier}, empty=None)
        self.pack.setMinimumWidth(250)
        self.pack.setAccessibleName(self.tr("Pack of rules"))
        self.pack.edited.connect(self._read)
        self.search = TextEdit(self.tr("Bank, rule, figure or source"))
        self.search.setAccessibleName(self.tr("Search the rules"))
        self.search.textChanged.connect(self._show)
        self.note = label("", "hint", wrap=True)
        self.list: Table[RuleText] = Table(
            [
                ColumnSpec(self.tr("Group"), lambda one: one.group, 88),
                ColumnSpec(self.tr("About"), lambda one: one.about, 150),
                ColumnSpec(self.tr("Rule"), lambda one: one.rule, 208),
                ColumnSpec(self.tr("Value"), lambda one: one.value, 150, bold=True, uncut=_is_figure),
                ColumnSpec(self.tr("Source"), lambda one: one.source),
                ColumnSpec(self.tr("Date"), lambda one: one.dated, 92, whole=True),
                ColumnSpec(self.tr("How sure"), lambda one: one.confidence, 110),
                ColumnSpec(self.tr("What changed since"), lambda one: one.changed, 150),
            ],
            sortable=True,
            empty=self.tr("No rule fits the search."),
        )
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.picked.connect(self._tell)
        self.whole = label("", "hint", wrap=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.export_button = button(self.tr("&Export…"), on_click=self.ask)
        back = icon_button(context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        choices = flow(self.pack, self.search, gap=8)
        choices.setStretch(1, 1)
        head = flow(back, label(self.tr("Rules and their sources"), "title"), -1, self.export_button, gap=12)
        body = column(head, choices, self.note, self.list, self.whole, gap=8, margins=20)
        body.setStretch(3, 1)
        self.setLayout(body)
        self._read()

    @property
    def chosen(self) -> Pack:
        """The pack that is shown: the newest version, or an earlier one."""
        packs, key = self._session.desk.packs, str(self.pack.raw())
        return packs[key] if key in packs else self._session.desk.pack_of(key)

    def show_pack(self, code: str) -> None:
        """Show another pack."""
        self.pack.load(code)
        self._read()

    def ask(self) -> None:
        """Ask where to, and write what is shown."""
        from workstation.actions.keep.register_tables import write_listing

        folder = Path(self._context.preferences.export_folder)
        proposal = str(folder / f"rules-{self.chosen.id}.xlsx")
        target = self._context.files.target(
            self, self.tr("Export the rules"), proposal, "XLSX (*.xlsx);;PDF (*.pdf);;CSV (*.csv)"
        )
        if target is None:
            return
        try:
            write_listing(self._session.desk, target, rule_table(self.chosen, self.shown(), self.wording), self.wording)
        except Refused as refused:
            self._context.notices.show_message("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._context.preferences.export_folder = str(target.parent)
        self._context.notices.tell_written(self.tr("Exported: {file}").format(file=target), target)

    def run_main_action(self) -> None:
        """Write it out."""
        self.ask()

    def shown(self) -> tuple[RuleText, ...]:
        """The rules in which every word of the search is found."""
        words = folded(self.search.text()).split()
        return tuple(one for one in self._lines if all(word in folded(" ".join(one)) for word in words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        last, narrow = len(self.list.content.columns) - 1, self.width() < _WIDE
        if narrow != self.list.isColumnHidden(last):
            self.list.setColumnHidden(last, narrow)
            self.list.measure(self.list.content.rows)

    def _read(self) -> None:
        self._lines = rule_texts(self.chosen, self.wording, newest=self._session.desk.packs)
        self._show()

    def _show(self) -> None:
        shown, pack = self.shown(), self.chosen
        self.list.show_rows(shown, lambda _one: False)
        unknown = self.wording.text("rule.unknown")
        told = self.tr(
            "{count} {count|rule|rules} of {day}, {unknown} of them not known. A rule of your own bank belongs "
            "into a pack of the desk."
        )
        missing = sum(one.value == unknown for one in shown)
        self.note.setText(filled(told, {"count": len(shown), "day": pack.dated.isoformat(), "unknown": missing}))
        self.whole.setText("")

    def _tell(self, one: RuleText | None) -> None:
        """What the narrow cells of the chosen rule may cut."""
        self.whole.setText(" · ".join(filter(None, one)) if one else "")
