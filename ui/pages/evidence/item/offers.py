"""What is known already of a proof, in one line under its fields; taken by a person with one key, never by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.look.wording import day
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, column, label, row
from workstation.casework.offered_facts import Offer
from workstation.profile.account import Account


class OffersLine(QWidget):
    """``taken`` carries the offers that were taken."""

    taken: TypedSignal[tuple[Offer, ...]] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._context = context
        self._offers: tuple[Offer, ...] = ()
        self.text = label("", "hint", wrap=True)
        self.button = button(self.tr("&Use these"), "small", self.take)
        self.button.setToolTip(self.tr("Fill the empty fields with what is known; check it against the document"))
        self.setLayout(column(self.text, row(self.button, -1), gap=4))
        self.hide()

    def show_offers(self, offers: Sequence[Offer], accounts: Mapping[str, Account]) -> None:
        """Say what is offered, and why; nothing where there is nothing."""
        self._offers = tuple(offers)
        self.text.setText(self._words(accounts) if offers else "")
        self.setVisible(bool(offers))

    def take(self) -> None:
        """Take what is offered into the empty fields."""
        if self._offers:
            self.taken.emit(self._offers)

    def _words(self, accounts: Mapping[str, Account]) -> str:
        why = {
            "account": self.tr("bank of the account"),
            "debtor": self.tr("only the debtor writes it"),
            "employer": self.tr("employer in the profile"),
            "name": self.tr("bank in the file name"),
            "printed": self.tr("printed on the statement"),
            "rows": self.tr("first and last row of the statement"),
            "before": self.tr("as on the file before"),
        }
        by_source: dict[str, dict[str, str]] = {}
        for offer in self._offers:
            by_source.setdefault(offer.source, {})[offer.key] = self._value(offer, accounts)
        parts = [
            self.tr("{values} ({why})").format(values=self._listed(values), why=why[source])
            for source, values in by_source.items()
        ]
        return self.tr("Known: {offers}").format(offers=self.tr("; ").join(parts))

    def _listed(self, values: dict[str, str]) -> str:
        """Values of one source; a period reads as one."""
        if "covers_from" in values and "covers_to" in values:
            last = values.pop("covers_to")
            values["covers_from"] += f" – {last}"
        return self._context.words.listed(values.values())

    def _value(self, offer: Offer, accounts: Mapping[str, Account]) -> str:
        value = shown_value(offer)
        if isinstance(value, date):
            return day(value)
        if offer.key == "account_id":
            account = accounts[value]
            return f"{account.bank} ····{self._context.privacy.text(account.tail)}"
        return self._context.privacy.text(value) if offer.source == "employer" else value


def shown_value(offer: Offer) -> str | date:
    """The value as its field shows it: the last day covered is included."""
    if isinstance(offer.value, date) and offer.key == "covers_to":
        return offer.value - timedelta(days=1)
    return offer.value
