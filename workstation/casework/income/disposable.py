"""Whether all offers of a case together fit what the statements prove; both places are named."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.casework.case_file import CaseFile
from workstation.casework.gates import monthly_payment
from workstation.casework.income.picture import IncomePicture
from workstation.errors import Finding
from workstation.evidence.consistency import Offered, disposable, offer_findings
from workstation.money import Money
from workstation.wording import Wording


def offers_beyond_findings(file: CaseFile, picture: IncomePicture) -> tuple[Finding, ...]:
    """Whether the chosen plans of all accounts together fit the income that statements prove, less spending and priority debts.

    Silent while statements prove no income: that is said by the picture itself.
    """
    disposable_income = proved_surplus(file, picture)
    if disposable_income is None:
        return ()
    words = Wording(file.settings.language)
    return offer_findings(tuple(_offers(file)), disposable_income, words.text("told_place.statements"))


def proved_surplus(file: CaseFile, picture: IncomePicture) -> Money | None:
    """What the income that statements prove leaves a month after spending and priority debts; None while they prove none."""
    if picture.evidenced is None:
        return None
    return disposable(picture.evidenced, file.budget.of("expense") + file.budget.of("priority_debt"))


def _offers(file: CaseFile) -> Iterator[Offered]:
    for plan in file.running_plans:
        monthly = monthly_payment(file, plan)
        if monthly is not None:
            account = file.account(plan.account_id)
            yield Offered(f"{account.bank} ····{account.tail}", monthly)
