"""A case of three banks whose plans were granted, for tests of keeping."""

from __future__ import annotations

from datetime import date

from tests.actions.test_cases import understand
from tests.builders import terms
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.keep import replies
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import versions
from workstation.casework.user import Vouched
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account

OTHERS = (("平安银行", "6222000011118888", 6_000_00), ("浦发银行", "6225000011119999", 3_000_00))


def three_banks(desk: Desk) -> tuple[str, tuple[Account, ...]]:
    """A case and its three accounts, none with a plan yet."""
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    first = understand(desk, case_id)
    accounts = [first]
    for bank, number, minor in OTHERS:
        account = Account(number[-4:], case_id, bank, number, principal=Money(minor), due_on=date(2026, 9, 1))
        desk.run(cases.save_account, account)
        accounts.append(account)
    return case_id, tuple(accounts)


def granted(desk: Desk, account: Account, instalments: int = 12, **details: object) -> PlanVersion:
    """A chosen plan of an account, approved here and granted by its bank."""
    given = terms(account, instalments=instalments)
    plan = desk.run(versions.keep_plan, account.case_id, account.id, given, "按结余商定")
    desk.run(versions.choose, plan.id)
    with desk.vouched_by(Vouched("周主管")):
        desk.run(versions.record_approval, plan.id, "supervisor", "granted", "周主管")
    desk.run(replies.record_reply, plan.id, "granted", "李经理", ReplyDetails(**details))  # type: ignore[arg-type]
    return plan
