"""The picture on the cover as a telephone reads it: the same sums, days and code as the paper around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tests.actions.papers.generated.building import Built, Made
from tests.actions.papers.generated.one_filing import shown
from tests.actions.papers.generated.reading import grouped, squeezed
from tests.actions.papers.generated.reckoning import Reckoned
from workstation.documents.packet.code.scanned import scanned_code

_MOST: Final = 4
"""Plans that the picture tells one by one."""
_AMOUNT: Final = re.compile(r"(?<![\d.,])\d[\d,]*\.\d\d(?!\d)")


def code_faults(pages: Sequence[str], case: Reckoned, built: Built, made: Made) -> Iterator[str]:
    """``pages``: their texts."""
    code = scanned_code(made.data)
    if code is None:
        yield "the cover's picture tells nothing"
        return
    if code.code not in pages[code.page - 1]:
        yield f"the picture on page {code.page} tells {code.code}, which that page does not"
    told = squeezed(code.text)
    yield from (
        f"the picture does not tell {one}" for one in _wanted(case, built, made.bank) if squeezed(one) not in told
    )
    known = {grouped(amount) for amount in _known(case, made.bank)}
    yield from (f"the picture tells {one}" for one in _AMOUNT.findall(code.text) if one not in known)
    if len(built.file.debtor.name) > 1 and squeezed(built.file.debtor.name) in told:
        yield "the picture tells the whole name"


def _wanted(case: Reckoned, built: Built, bank: str) -> Iterator[str]:
    owed = _owed(case, bank)
    yield from (f"{currency} {grouped(amount)}" for currency, amount in owed.items())
    for plan in case.plans_at(bank)[:_MOST]:
        first = plan.rows[0]
        yield from (grouped(first.payment), shown(first.due, built), grouped(plan.overall))
    yield shown(built.file.today, built)


def _known(case: Reckoned, bank: str) -> Iterator[int]:
    yield from _owed(case, bank).values()
    for plan in case.plans_at(bank):
        yield from (plan.rows[0].payment, plan.overall)


def _owed(case: Reckoned, bank: str) -> dict[str, int]:
    owed: dict[str, int] = {}
    for debt in case.at(bank):
        owed[debt.currency] = owed.get(debt.currency, 0) + debt.owed
    return owed
