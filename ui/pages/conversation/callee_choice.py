"""Which number was called: those of the case by whose they are and their last digits, so that none is shown whole."""

from __future__ import annotations

from collections.abc import Sequence

from ui.look.wording import NONE, Words
from ui.widgets.editors import ChoiceEdit
from workstation.casework.contacts.desk import Callee

_TAIL = 4


class CalleeChoice(ChoiceEdit):
    """One number of the case, or none; an entry without a number counts for the person alone."""

    def __init__(self, words: Words) -> None:
        super().__init__({}, empty=NONE)
        self._words = words
        self._callees: dict[str, Callee] = {}

    def offer_callees(self, callees: Sequence[Callee]) -> None:
        """Replace the list; what is chosen stays where it is still there."""
        chosen = self.raw()
        self._callees = {f"{one.party} {place}": one for place, one in enumerate(callees)}
        self.offer({code: self._label(one) for code, one in self._callees.items()}, empty=NONE)
        self.load(chosen if chosen in self._callees else "")

    @property
    def callee(self) -> Callee | None:
        """Whom the chosen number belongs to."""
        return self._callees.get(str(self.raw()))

    def code_of(self, number: str) -> str:
        """The code under which a number is listed; empty for none of this case."""
        return next((code for code, one in self._callees.items() if number and one.number == number), "")

    @property
    def first(self) -> str:
        """The code of the debtor's first number that is not known to be wrong; empty without one."""
        return next((code for code, one in self._callees.items() if one.party == "debtor" and one.valid), "")

    def _label(self, one: Callee) -> str:
        kind = self._words.label("relation" if one.person else "phone_kind", one.kind)
        return f"{kind} ····{one.number.strip()[-_TAIL:]}"
