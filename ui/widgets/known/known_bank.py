"""What is known of a bank whose name is being typed, in one line under the form; taken by a person, never by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow
from workstation.errors import Finding
from workstation.profile.card_heads import CREDIT, DEBIT
from workstation.profile.known_banks import BankOffer

_SHOWN = 3


class KnownBank(QWidget):
    """Takes no room while there is nothing to say. ``taken`` carries the name of the bank that was chosen."""

    taken: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._context = context
        self._names: tuple[str, ...] = ()
        self.why, self.advice = label("", "hint"), label("", "advice", wrap=True)
        self.buttons = [button("", "small", partial(self._take, number)) for number in range(_SHOWN)]
        self._choices = QWidget()
        self._choices.setLayout(flow(self.why, *self.buttons, -1, gap=8))
        self.setLayout(column(self.advice, self._choices, gap=4))
        self.show_known(None, ())

    def show_known(self, offer: BankOffer | None, findings: Sequence[Finding]) -> None:
        """Offer names and say what contradicts; nothing where there is nothing."""
        self._names = offer.names[:_SHOWN] if offer else ()
        for number, one in enumerate(self.buttons):
            text = self.tr("Use {bank}") if number else self.tr("U&se {bank}")
            one.setText(text.format(bank=self._names[number].replace("&", "&&")) if number < len(self._names) else "")
            one.setVisible(number < len(self._names))
        self.why.setText(self._why(offer))
        source = offer.head.source if offer and offer.head else None
        self.why.setToolTip(f"{source.name} · {source.dated}" if source else "")
        self._choices.setVisible(bool(self._names))
        self.advice.setText(" ".join("△ " + self._context.words.finding(one) for one in findings))
        self.advice.setVisible(bool(findings))
        self.setVisible(bool(self._names or findings))

    def _take(self, number: int) -> None:
        self.taken.emit(self._names[number])

    def _why(self, offer: BankOffer | None) -> str:
        if offer is None or offer.head is None:
            return self.tr("Known banks:")
        kinds = {CREDIT: self.tr("credit card"), DEBIT: self.tr("debit card")}
        told = {
            "digits": self._context.privacy.text(offer.head.digits),
            "kind": kinds.get(offer.head.kind, self.tr("card")),
        }
        return self.tr("Numbers that begin with {digits} ({kind}):").format(**told)
