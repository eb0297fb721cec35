"""Printed lists in the window: months where a list has no days, and what a page says against its rows."""

from __future__ import annotations

from pathlib import Path

from tests.evidence.statements.printed_samples import PAYER, drawn, entries, sheets
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_statement import opened, page  # noqa: F401 - a fixture
from ui.pages.evidence.page import EvidencePage


def kept(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_the_list_of_the_tax_office_shows_months(driver: Driver, page: EvidencePage, tmp_path: Path) -> None:  # noqa: F811
    header = ("税款所属期", "所得项目小类", "扣缴义务人", "收入", "已申报税额")
    lines = [header, *((f"2026-{month:02d}", "正常工资薪金", PAYER, "6,500.00", "35.20") for month in range(1, 7))]
    runs = [
        (40 + 90 * at, 780 - 14 * place, 7, cell) for place, line in enumerate(lines) for at, cell in enumerate(line)
    ]
    sheet = opened(driver, page, kept(tmp_path, "tax.pdf", drawn([runs])))
    assert page.preview.statement.head.whole == "收入纳税明细"
    table = sheet.rows.table
    assert [table.content.index(row, 1).data() for row in range(6)] == [f"2026-{month:02d}" for month in range(1, 7)]


def test_a_page_that_says_otherwise_is_told_first(driver: Driver, page: EvidencePage, tmp_path: Path) -> None:  # noqa: F811
    rows = sheets("icbc.printed", entries(40))
    pages = [[*one.frame, *(op for _, ops in one.rows for op in ops)] for one in rows]
    pages[0].append((30, 30, 7, f"本页交易笔数：{len(rows[0].rows) + 1}"))
    opened(driver, page, kept(tmp_path, "icbc.pdf", drawn(pages, upright=False)))
    assert page.preview.statement.head.whole == "工商银行历史明细（电子版）"
    assert page.preview.statement.findings.text().startswith("✕ 第 1 页注明")
