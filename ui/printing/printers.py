"""The printers of this system as the window asks for them; what paints pages is imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workstation.casework.print_order import PrintOrder

if TYPE_CHECKING:
    from ui.printing.print_pages import QtPrinter
    from workstation.actions.printing.outgoing import OutgoingPaper
    from workstation.actions.printing.spooler import CupsPrinter


class Printing:
    """A printer as the actions know it: through the spooler where there is one that takes PDF, else painted by Qt."""

    on_paper = True

    def names(self) -> tuple[str, ...]:
        """The printers there are, the system's default first. Takes a while where printers are looked for in the house."""
        return _system().names()

    def send(self, order: PrintOrder, paper: OutgoingPaper) -> None:
        """Hand a paper over; any thread may. Raises `Refused` as the printers do."""
        _system().send(order, paper)

    def ask(self, parent: QWidget, order: PrintOrder, pages: int) -> PrintOrder | None:
        """The order as changed in the system's print dialog; None when the person cancelled."""
        from ui.printing.print_pages import ask

        return ask(parent, order, pages)


def _system() -> CupsPrinter | QtPrinter:
    from workstation.actions.printing.spooler import CupsPrinter, has_cups

    if has_cups():
        return CupsPrinter()
    from ui.printing.print_pages import QtPrinter

    return QtPrinter()
