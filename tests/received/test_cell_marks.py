"""Workbooks whose cells show another figure than they hold, or hold none: formulas, number formats, merged cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from workstation.errors import Refused
from workstation.received.tables import computed_findings, read_figures, read_table
from workstation.received.tables.shown import changes_figure, shown


def workbook(fill: Callable[[Worksheet], object]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    fill(book.worksheets[0])
    book.save(out)
    return out.getvalue()


def listed(*values: object) -> bytes:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["姓名", "本金", "合计"])
        sheet.append(list(values))

    return workbook(fill)


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with one part of its package written anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
FORMULA = listed("甲", 5, "=B2*2")
NO_RESULT = (
    b"<f>B2*2</f><v />"
    if b"<f>B2*2</f><v />" in zipfile.ZipFile(io.BytesIO(FORMULA)).read(SHEET)
    else b"<f>B2*2</f><v></v>"
)


def stored(result: bytes, *, asks: bool) -> bytes:
    """The formula with a result; ``asks``: the writer left it to whoever opens the file to compute it, as XlsxWriter does."""
    data = changed(FORMULA, SHEET, NO_RESULT, b"<f>B2*2</f><v>" + result + b"</v>")
    return data if asks else changed(data, BOOK, b'fullCalcOnLoad="1"', b"")


def test_a_formula_without_a_result_is_no_value():
    assert read_table(FORMULA).rows[1] == ("甲", "5", "=B2*2")
    with pytest.raises(Refused) as refusal:
        read_figures(FORMULA, "list.xlsx")
    (finding,) = refusal.value.findings
    assert finding.code == "table_not_computed"
    assert (finding.figures["columns"], finding.figures["cells"]) == ("合计 (C)", "1")


def test_a_result_that_nobody_proved_is_no_value_either():
    assert read_table(stored(b"0", asks=True)).rows[1][2] == "=B2*2"
    with pytest.raises(Refused):
        read_figures(stored(b"0", asks=True))


def test_a_stored_result_counts():
    assert read_figures(stored(b"10", asks=False)).rows[1] == ("甲", "5", "10")
    text = changed(stored(b"", asks=False), SHEET, b'<c r="C2"', b'<c r="C2" t="str"')
    assert read_figures(text).rows[1][:2] == ("甲", "5")  # a formula whose result is no text at all


def test_only_results_that_lack_come_from_a_computed_copy():
    copy = changed(stored(b"10", asks=False), SHEET, b"<v>5</v>", b"<v>6</v>")
    table = read_figures(FORMULA, "list.xlsx", copy)
    assert table.rows[1] == ("甲", "5", "10")
    assert table.sheet.computed == {(1, 2)}
    assert [finding.code for finding in computed_findings(table, "list.xlsx")] == ["formulas_computed"]


def test_a_formula_that_fails_in_the_copy_stays_refused():
    failed = changed(stored(b"#REF!", asks=False), SHEET, b'<c r="C2"', b'<c r="C2" t="e"')
    with pytest.raises(Refused):
        read_figures(FORMULA, "list.xlsx", failed)


def test_a_formula_that_failed_is_no_empty_cell():
    failed = changed(stored(b"#REF!", asks=False), SHEET, b'<c r="C2"', b'<c r="C2" t="e"')
    assert read_table(failed).rows[1] == ("甲", "5", "#REF!")  # an empty cell would be nothing owed


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ('0.00"万元"', "3.25", "3.25万元"),
        ('#,##0"万"', "5", "5万"),
        ('0!.0,"万"', "325000", "32.5万"),
        ('0!.0000"万"', "325000", "32.5万"),
        ('#,##0,"千元"', "325000", "325千元"),
        ("0.00%", "0.1825", "18.25%"),
        ('0.00"%"', "18", "18%"),
        ("[$USD] #,##0.00", "12.3", "USD12.3"),
        ("[$€-2] 0.00", "12.3", "€12.3"),
        ('#,##0.00 "CNY"', "12.3", "12.3CNY"),
        ("0.0,", "325000", "325000 〔0.0,〕"),
        ('0"."00', "325", '325 〔0"."00〕'),
        ("\\-0.00", "3", "3 〔\\-0.00〕"),
        ('[>=10000]0.00,"k";0', "3", '3 〔[>=10000]0.00,"k";0〕'),
    ],
)
def test_what_a_number_format_shows_counts(code, value, text):
    assert changes_figure(code)
    assert shown(Decimal(value), code) == text


@pytest.mark.parametrize(
    "code",
    [
        "General", "@", "0.00", "#,##0.00_);[Red]\\(#,##0.00\\)", '"¥"#,##0.00', "[$¥-804]#,##0.00", '#,##0.00"元"', '0"期"',
        'yyyy"年"m"月"d"日"', "[h]:mm:ss", "0.00E+00", "# ?/?", "000000", "0000 0000 0000", '"No."0', '"逾期"0"天"', "[DBNum2]0",
        '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '000"-"0000',
    ],
)  # fmt: skip
def test_a_format_that_only_dresses_a_number_changes_nothing(code):
    assert not changes_figure(code)


def test_a_cell_is_read_as_its_format_shows_it():
    def fill(sheet: Worksheet) -> None:
        sheet.append(["本金", "利率", "日期"])
        sheet.append([3.25, 0.1825, 46083])
        sheet["A2"].number_format, sheet["B2"].number_format = '0.00"万元"', "0.00%"

    assert read_table(workbook(fill)).rows[1] == ("3.25万元", "18.25%", "46083")


def test_merged_cells_are_told_and_not_filled():
    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲", 5])
        sheet.append([None, 6])
        sheet.merge_cells("A1:A2")

    table = read_table(workbook(fill))
    assert (table.rows, table.sheet.merged) == ((("甲", "5"), ("", "6")), ((0, 0, 1, 0),))
