"""Pages outside the open case that are made when first asked for, and stay: each brings readers or writers with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from ui.backup.runner import BackupRunner
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.pages.settings.banks import BanksPage
from ui.printing.lazy_queue import LazyPrintQueue


@runtime_checkable
class OfCase(Protocol):
    """A page about one case, outside the case's own pages."""

    def load(self, case_id: str) -> None:
        """Show a case."""
        ...


@runtime_checkable
class Begins(Protocol):
    """A page that knows where work on it begins."""

    def take_cursor(self) -> bool:
        """Put the cursor there; False where nothing moves."""
        ...


@runtime_checkable
class HasMainAction(Protocol):
    """A page, made when first asked for, whose main action has a key."""

    def run_main_action(self) -> None:
        """Do it, if it can be done now."""
        ...


def make_page(
    name: str,
    session: DeskSession,
    context: UiContext,
    queue: LazyPrintQueue,
    backup: BackupRunner,
    open_case: Callable[[str], bool],
    open_page: Callable[[str], None],
) -> QWidget:
    """``banks``, ``print_queue``, ``check_packet``, ``hand_over``, ``timeline``, ``grants``, ``contacts``, ``take_in``,
    ``restore_case``, ``due_days``, ``registers``, ``rules``, ``help`` or ``imports``.
    """
    match name:
        case "banks":
            return BanksPage(session, context)
        case "print_queue":
            from ui.pages.printing.queue_page import PrintQueuePage

            page = PrintQueuePage(session, context, queue.get())
            page.opened.connect(open_case)
            return page
        case "check_packet":
            from ui.pages.printing.check_packet import CheckPacketPage

            check = CheckPacketPage(session, context)
            check.opened.connect(open_case)
            check.closed.connect(lambda: open_page("cases"))
            return check
        case "hand_over" | "timeline" | "contacts":
            return _of_case(name, session, context, open_page)
        case "grants":
            from ui.pages.oversight.grants import GrantsPage

            granting = GrantsPage(session, context)
            granting.closed.connect(lambda: open_page("cases"))
            return granting
        case "take_in":
            from ui.pages.bundles.take_in import TakeInPage

            coming = TakeInPage(session, context)
            coming.opened.connect(open_case)
            coming.closed.connect(lambda: open_page("cases"))
            return coming
        case "restore_case":
            from ui.pages.bundles.restore_case import RestoreCasePage

            restoring = RestoreCasePage(session, context, backup)
            restoring.opened.connect(open_case)
            restoring.closed.connect(lambda: open_page("settings"))
            return restoring
        case "registers" | "rules" | "help":
            return _of_desk(name, session, context, open_case, open_page)
        case "due_days":
            from ui.pages.cases.due_days import DueDaysPage

            due_days = DueDaysPage(session, context)
            due_days.opened.connect(open_case)
            due_days.closed.connect(lambda: open_page("cases"))
            return due_days
        case _:
            from ui.pages.cases.imports import ImportsPage

            imports = ImportsPage(session, context)
            own(imports.import_button, imports.result)
            imports.opened.connect(open_case)
            imports.closed.connect(lambda: open_page("cases"))
            return imports


def _of_desk(
    name: str,
    session: DeskSession,
    context: UiContext,
    open_case: Callable[[str], bool],
    open_page: Callable[[str], None],
) -> QWidget:
    """A page that tells of the whole desk and goes back to the list of cases."""
    if name == "help":
        from ui.pages.help.page import HelpPage

        return HelpPage(context)
    if name == "rules":
        from ui.pages.rules.page import RulesPage

        rules = RulesPage(session, context)
        rules.closed.connect(lambda: open_page("cases"))
        return rules
    from ui.pages.registers.page import RegistersPage

    registers = RegistersPage(session, context)
    registers.opened.connect(open_case)
    registers.closed.connect(lambda: open_page("cases"))
    return registers


def _of_case(name: str, session: DeskSession, context: UiContext, open_page: Callable[[str], None]) -> QWidget:
    """A page that tells of the open case and goes back to it."""
    match name:
        case "hand_over":
            from ui.pages.bundles.hand_over import HandOverPage

            leaving = HandOverPage(session, context)
            leaving.closed.connect(lambda: open_page("case"))
            return leaving
        case "timeline":
            from ui.pages.oversight.timeline import TimelinePage

            lines = TimelinePage(session, context)
            lines.closed.connect(lambda: open_page("case"))
            return lines
        case _:
            from ui.pages.contacts.page import ContactsPage

            contacts = ContactsPage(session, context)
            contacts.closed.connect(lambda: open_page("case"))
            return contacts
