"""The edge of what a household can keep: a payment of the whole share is offered, a cent more is not."""

from __future__ import annotations

from tests.plan.options.test_options import NOTHING, debt, offer, options
from tests.plan.plans import yuan


def test_a_payment_of_the_whole_share_is_still_kept():
    """A tenth of the surplus is the margin: 5,555.56 leaves 5,000.00, 5,555.55 a cent less."""
    owed = {"6214": debt(principal=yuan("60000"), interest=NOTHING, penalty=NOTHING, fees=NOTHING)}
    twelve = offer(instalments=(12,))
    assert options(twelve, surplus="5555.56", debts=owed)[0].share == yuan("5000")
    assert options(twelve, surplus="5555.56", debts=owed)[0].offered
    assert not options(twelve, surplus="5555.54", debts=owed)[0].offered
