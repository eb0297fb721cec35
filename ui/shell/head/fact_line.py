"""A case in a line under its name: number, accounts, how long overdue, reason, and where it last went or came from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import moment
from workstation.actions.transfer.outgoing import bundles_of
from workstation.casework.case_file import CaseFile
from workstation.wording import filled


def fact_line(file: CaseFile, session: DeskSession, context: UiContext) -> str:
    """The facts, private ones as they may be shown now."""
    facts = [file.case.number]
    for account in file.accounts[:2]:
        product = context.words.label("product", account.product)
        facts.append(f"{account.bank} {product} ····{context.privacy.text(account.tail)}")
    if len(file.accounts) > 2:
        facts.append(QCoreApplication.translate("CaseView", "and {count} more").format(count=len(file.accounts) - 2))
    overdue = [account for account in file.open_accounts if account.days_overdue(file.today)]
    if overdue:
        worst = max(overdue, key=lambda account: account.days_overdue(file.today))
        days = worst.days_overdue(file.today)
        told = QCoreApplication.translate("CaseView", "{days} {days|day|days} overdue, {bucket}")
        facts.append(filled(told, {"days": days, "bucket": file.bucket(worst)}))
    if file.case.reason in file.pack.reasons:
        facts.append(file.pack.reasons[file.case.reason].text(context.words.language))
    return "  ·  ".join([*facts, *_last_bundle(file, session)])


def _last_bundle(file: CaseFile, session: DeskSession) -> list[str]:
    texts = {
        "left": QCoreApplication.translate("CaseView", "left for {desk} on {day}"),
        "came": QCoreApplication.translate("CaseView", "came from {desk} on {day}"),
    }
    marks = session.read(bundles_of, file.case.id)[-1:]
    return [texts[one.direction].format(desk=one.desk_name, day=moment(one.at, file.zone)[:10]) for one in marks]
