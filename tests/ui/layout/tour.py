"""Every page, part and sheet of the window, one after the other, with long names and large amounts in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QWidget

import resources
from tests.actions.keep.three_banks import granted, three_banks
from tests.ui.layout.outside import doors, help_views, sheets_over, stops_of_the_tour
from ui.pages.cases.imports import ImportsPage
from ui.pages.evidence.page import EvidencePage
from ui.pages.plan.page import PlanPage
from ui.pages.profile.page import SECTIONS, ProfilePage
from ui.pages.registers.page import RegistersPage
from ui.shell.case_pages import PAGES
from ui.shell.main_window import MainWindow
from workstation.actions import cases
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.desk import Desk
from workstation.actions.evidence import mappings
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account

PLACES = (
    "today", "cases", "imports", "due_days", "print_queue", "check_packet", "take_in", "restore_case", "grants", "rules", "banks",
)  # fmt: skip
_UNKNOWN = (
    ("某某农村商业银行 账户交易明细",),
    ("记账日", "凭证号", "借贷标志", "发生额", "账户余额", "对手户名", "用途"),
    ("13/05/2026", "1001", "借", "1,316.40", "12,345,683.60", "北京物美超市", "超市"),
)
"""A statement that no layout fits."""
_FILLERS = ("aliquam", "erat", "volutpat")


class Stretched(QTranslator):
    """English two fifths longer, in whole words, as a language that nobody has tried yet may be."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return stretched(source)

    def isEmpty(self) -> bool:
        return False


def stretched(text: str) -> str:
    """The text with words put behind it, until it is 40 % longer."""
    wanted = round(len(text) * 0.4)
    if not text.strip() or not any(one.isalpha() for one in text):
        return text
    end = text[-1] if text[-1] in "….:。" else ""
    filler = ""
    for word in _FILLERS * (wanted // 8 + 1):
        if len(filler) >= wanted:
            break
        filler += " " + word
    return text.removesuffix(end) + filler[: max(wanted, 2)].rstrip() + end


def prepared(desk: Desk) -> tuple[str, str]:
    """The sample case, worked through; and one of three banks with millions owed, granted at two of them."""
    first = work_sample_case(desk)
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[0])
    granted(desk, accounts[1])
    big = Account(
        "9876", case_id, "新疆维吾尔自治区农村信用社联合社", "6222000011119876", principal=Money(12_345_678_90),
        interest=Money(1_234_567_89), penalty=Money(345_678_90), due_on=date(2026, 1, 1),
    )  # fmt: skip
    desk.run(cases.save_account, big)
    return first, case_id


def views(window: MainWindow, first: str, second: str) -> Iterator[str]:
    """Turns the window from view to view and answers the name of each; the last ones are those of the door, with no desk."""
    workbench = window.workbench
    assert workbench is not None
    for name in PLACES:
        workbench.open_page(name)
        if name == "imports":
            workbench.findChildren(ImportsPage)[0].try_file(resources.path("sample", "portfolio-with-mistakes.csv"))
        yield name
    yield from _registers(window)
    for name in workbench.settings.sections.tabs:
        workbench.open_page("settings")
        workbench.settings.sections.open(name)
        yield f"settings {name}"
    for name in workbench.settings.people.forms:
        workbench.settings.people.open(name)
        yield f"settings people {name}"
    yield from help_views(window)
    for case_id in (first, second):
        mark = "" if case_id == first else " of three"
        workbench.open_case(case_id)
        for page in PAGES:
            workbench.case.turn_to(page)
            for part in _parts(workbench.case.pages[page], whole=case_id == first):
                yield f"{page} {part}".strip() + mark
    for name in ("contacts", "timeline", "hand_over"):
        window.menus.actions[name].trigger()
        yield name
    yield from sheets_over(window)
    yield from stops_of_the_tour(window)
    assert window.session is not None
    yield from doors(window, window.session.desk)


def _registers(window: MainWindow) -> Iterator[str]:
    """Each register and report, in numbers and as a chart where there is one."""
    assert window.workbench is not None
    window.workbench.open_page("registers")
    page = window.workbench.page("registers")
    assert isinstance(page, RegistersPage)
    for name in page.tabs:
        page.turn_to(name)
        yield f"registers {name}"


def _parts(page: Any, *, whole: bool) -> Iterator[str]:
    if isinstance(page, ProfilePage):
        for section in SECTIONS:
            if not page.switches[section].isHidden():
                page.show_section(section)
                yield section
    elif isinstance(page, EvidencePage) and whole:
        yield from _evidence(page)
    elif isinstance(page, PlanPage):
        for key in page.tabs.tabs:
            page.tabs.turn_to(key)
            yield key
        page.tabs.turn_to("schedule")
        page.inputs.sheets.turn_to("more")
        yield "more"
        page.inputs.sheets.turn_to("trial")
    else:
        yield ""
        for switches in ("switches", "sides", "choices"):
            for key, one in getattr(page, switches, {}).items():
                one.click()
                yield key


def _evidence(page: EvidencePage) -> Iterator[str]:
    page.checklist.choose("diagnosis")
    yield "item"
    for sheet in ("checks", "waiver"):
        with suppress(Refused, KeyError):
            page.panel.show_sheet(sheet)
            yield sheet
    page.checklist.choose("bank_statement")
    page.open_statement()
    for part in page.sheet.parts:
        page.sheet.show_part(part)
        yield f"statement {part}"
    page.open_consistency()
    yield "consistency"
    page.open_files()
    yield "files"
    page.close_statement()
    page.mapping.load((_UNKNOWN,), mappings.proposal((_UNKNOWN,)), file_name="流水.csv")
    page.stack.setCurrentWidget(page.mapping)
    yield "mapping"
    page.open_sources()
    yield "sources"
    page.close_statement()
    page.checklist.choose("bank_statement")
    page.cover_number()
    yield "covering"
    page.close_statement()
    page.stack.setCurrentWidget(page.credit_report)
    yield "credit report"
    page.stack.setCurrentWidget(page.unlocking)
    yield "password of a file"
    page.close_statement()
    page.take_in([resources.path("sample", "portfolio-with-mistakes.csv")])
    yield "files to assign"
    page.close_statement()


def settle(window: QWidget) -> None:
    """Lay out what was just turned to."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
