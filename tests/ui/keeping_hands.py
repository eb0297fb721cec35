"""The hands that keep a case in the window: entries of keeping, approvals on the spot, a bank's reply, and the days that pass."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.ui.driver import Driver
from tests.ui.staff import confirm
from workstation.dates import FixedClock


def move_to(person: Driver, desk: Any, day: date) -> None:
    """The window stays open; another day begins."""
    desk.clock = desk.store._clock = FixedClock(datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=2))
    person.window.session.look()


class Keeping:
    """The page of keeping under one's hands."""

    def __init__(self, person: Driver) -> None:
        self.person, self.page = person, person.page("keep")

    def at(self, bank: str) -> Keeping:
        rows = self.page.accounts.content.rows
        self.page.accounts.selectRow(next(no for no, one in enumerate(rows) if one.account.bank == bank))
        return self

    def enter(self, panel: str, **values: str | bool) -> Keeping:
        self.person.click(self.page.choices[panel])
        made = self.page.panels[panel]
        if "step" in values:
            self.person.pick(made.step, str(values.pop("step")))
        self.person.fill(made.form, values)
        self.person.click(made.button)
        return self

    def shown(self, bank: str) -> tuple[str, str, str]:
        """Owed today, behind, next due, as they stand in the table."""
        content = self.page.accounts.content
        row = next(one for one in content.rows if one.account.bank == bank)
        text = {column.title: content.text(column, row) for column in content.columns}
        return text["今日欠款"], text["逾期未还"], text["下次应还"]

    def promises(self) -> list[str]:
        return [state.state for one in self.page.accounts.content.rows for _, state in one.promises]


def gate(person: Driver) -> list[str]:
    return [one.code for one in person.case.gate.findings]


def approve(person: Driver, page: Any, account: Any) -> None:
    """A supervisor confirms on the spot where one must."""
    person.pick(page.inputs.accounts, account.id)
    page.tabs.turn_to("approvals")
    if any(
        one.subject == f"plan.{account.id}" and one.code.startswith("approval") for one in person.case.gate.findings
    ):
        person.fill(page.approvals.form, {"decision": "granted"})
        person.click(page.approvals.button)
        confirm(person, page.approvals.sheet)


def reply(person: Driver, bank: str, **values: str) -> None:
    page = person.page("application")
    person.pick(page.bank, bank)
    person.click(page.switches["reply"])
    person.fill(page.reply.form, values)
    person.click(page.reply.button)
    assert page.reply.form.fields["by"].editor.text() == "", "the reply was not taken"
