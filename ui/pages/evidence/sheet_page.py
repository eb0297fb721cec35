"""The sheets that cover the page of evidence, each made when it is first asked for: most proofs are looked at without them."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.consistency_sheet import ConsistencySheet
from ui.pages.evidence.credit_report_sheet import CreditReportSheet
from ui.pages.evidence.dropping import DropPage
from ui.pages.evidence.files.sheet import FilesSheet
from ui.pages.evidence.mapping_panel import MappingPanel
from ui.pages.evidence.masking_sheet import CoverSheet
from ui.pages.evidence.sources_sheet import SourcesSheet
from ui.pages.evidence.statement.sheet import StatementSheet
from ui.pages.evidence.unlock_sheet import UnlockSheet
from ui.widgets.room.page_stack import PageStack

S = TypeVar(
    "S",
    StatementSheet,
    MappingPanel,
    CoverSheet,
    ConsistencySheet,
    CreditReportSheet,
    SourcesSheet,
    UnlockSheet,
    FilesSheet,
)


class SheetPage(DropPage):
    """Asking for a sheet makes it; `has` and `shows` only tell. Under all of them lie the checklist and its proofs."""

    _proofs: QWidget

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.stack = PageStack()

    @abstractmethod
    def close_statement(self) -> None:
        """Back from a sheet to the proofs."""

    @abstractmethod
    def begin_statement(self, sheet: StatementSheet) -> None:
        """Hear of what is asked on the sheet of a statement."""

    @abstractmethod
    def begin_mapping(self, sheet: MappingPanel) -> None:
        """Hear of columns that were mapped."""

    @abstractmethod
    def begin_sources(self, sheet: SourcesSheet) -> None:
        """Hear of what is asked where figures are confirmed."""

    @abstractmethod
    def begin_unlocking(self, sheet: UnlockSheet) -> None:
        """Hear of files that were opened, and of those left out."""

    @abstractmethod
    def begin_files(self, sheet: FilesSheet) -> None:
        """Hear of what is done with the tiles."""

    def has(self, name: str) -> bool:
        """Whether a sheet was made."""
        return name in self.__dict__

    def shows(self, name: str) -> bool:
        """Whether a sheet is in sight."""
        return self.__dict__.get(name) is self.stack.currentWidget()

    @property
    def shows_proofs(self) -> bool:
        """Whether no sheet covers them."""
        return self.stack.currentWidget() is self._proofs

    def _placed(self, sheet: S) -> S:
        sheet.closed.connect(self.close_statement)
        self.stack.addWidget(sheet)
        _cover(sheet, self.context.privacy.hidden)
        return sheet

    @cached_property
    def sheet(self) -> StatementSheet:
        """A statement with what was read off it."""
        made = self._placed(StatementSheet(self.session, self.context))
        self.begin_statement(made)
        return made

    @cached_property
    def mapping(self) -> MappingPanel:
        """The columns of a statement that no reader knows."""
        made = self._placed(MappingPanel(self.session, self.context))
        self.begin_mapping(made)
        return made

    @cached_property
    def covering(self) -> CoverSheet:
        """Where the number on a copy is covered."""
        return self._placed(CoverSheet(self.session, self.context))

    @cached_property
    def consistency(self) -> ConsistencySheet:
        """What is stated differently in two places."""
        made = self._placed(ConsistencySheet(self.session, self.context))
        made.answer.edited.connect(self.edited)
        made.field_requested.connect(self.field_requested)
        return made

    @cached_property
    def credit_report(self) -> CreditReportSheet:
        """A credit report beside the accounts of the case."""
        return self._placed(CreditReportSheet(self.session, self.context))

    @cached_property
    def sources(self) -> SourcesSheet:
        """Where each figure stands on its proof."""
        made = self._placed(SourcesSheet(self.session, self.context))
        self.begin_sources(made)
        return made

    @cached_property
    def unlocking(self) -> UnlockSheet:
        """Files that do not open by themselves."""
        made = self._placed(UnlockSheet(self.context))
        self.begin_unlocking(made)
        return made

    @cached_property
    def files(self) -> FilesSheet:
        """All files of the case as tiles."""
        made = self._placed(FilesSheet(self.session, self.context))
        self.begin_files(made)
        return made

    def cover_sheets(self, hidden: bool) -> None:
        """Cover or uncover what was made."""
        for sheet in [one for one in self.__dict__.values() if isinstance(one, QWidget)]:
            _cover(sheet, hidden)


def _cover(sheet: QWidget, hidden: bool) -> None:
    """Those that show no names close by themselves in privacy mode."""
    if isinstance(sheet, MappingPanel):
        sheet.cover(hidden)
    elif isinstance(sheet, StatementSheet | ConsistencySheet | CreditReportSheet | FilesSheet):
        sheet.cover()
