"""Tables in HTML, XML of 2003 and OpenDocument: every cell as it is meant, written here by hand and by other programs' rules."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from workstation.characters import restored
from workstation.errors import Refused
from workstation.received.tables import Table, read_figures, read_table
from workstation.received.tables.table import MAX_CELLS

ODS = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
HIDDEN = (
    '<office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles>"
)


def ods(rows: str, *more: str, before: str = "", parts: tuple[tuple[str, str], ...] = ()) -> bytes:
    tables = "".join(f"<table:table {one}</table:table>" for one in (f'table:name="一">{rows}', *more))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr(zipfile.ZipInfo("mimetype"), ODS)
        box.writestr(
            "content.xml", f"{before}<office:document-content {SPACES}>{HIDDEN}{body}</office:document-content>"
        )
        for name, text in (("META-INF/manifest.xml", "<x/>"), *parts)[-1:]:
            box.writestr(name, text)
    return file.getvalue()


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(shown: str = "", **given: str) -> str:
    told = "".join(f" {name.replace('__', ':').replace('_', '-')}={quoteattr(value)}" for name, value in given.items())
    return f"<table:table-cell{told}>{f'<text:p>{escape(shown)}</text:p>' if shown else ''}</table:table-cell>"


def value(number: str, shown: str, kind: str = "float", **more: str) -> str:
    return cell(shown, office__value_type=kind, office__value=number, **more)


def string(text: str) -> str:
    return cell(text, office__value_type="string")


def xml(rows: str, *more: str, styles: str = "") -> bytes:
    sheets = "".join(f"<Worksheet {one}</Worksheet>" for one in (f'ss:Name="一"><Table>{rows}</Table>', *more))
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    excel = "urn:schemas-microsoft-com:office:excel"
    head = (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{space}" xmlns:ss="{space}"'
    )
    return f'{head} xmlns:x="{excel}"><Styles>{styles}</Styles>{sheets}</Workbook>'.encode()


def data(text: str, kind: str = "String", **given: str) -> str:
    told = "".join(f" ss:{name}={quoteattr(one)}" for name, one in given.items())
    return f'<Cell{told}><Data ss:Type="{kind}">{escape(text)}</Data></Cell>'


def xrow(*cells: str, more: str = "") -> str:
    return f"<Row{more}>{''.join(cells)}</Row>"


def html(rows: str) -> bytes:
    return f"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>{rows}</table></html>".encode()


def style(name: str, code: str) -> str:
    return f'<Style ss:ID="{name}"><NumberFormat ss:Format={quoteattr(code)}/></Style>'


STYLES = style("p", "Percent") + style("w", '0.00"万元"') + style("d", "yyyy-mm-dd")
CELLS = [
    (ods(row(value("6500.5", "6,500.50"))), "6500.5"),
    (ods(row(value("0.18", "18.00%", "percentage"))), "18%"),
    (ods(row(value("3.25", "3.25万元"))), "3.25万元"),
    (ods(row(value("5", "US$5.00", "currency", office__currency="USD"))), "USD5"),
    (ods(row(value("5", "¥5.00", "currency", office__currency="CNY"))), "5"),
    (ods(row(cell("2026年1月5日", office__value_type="date", office__date_value="2026-01-05"))), "2026-01-05"),
    (ods(row(cell("x", office__value_type="date", office__date_value="2026-01-05T08:30:00.5"))), "2026-01-05 08:30:00"),
    (ods(row(cell("8:30", office__value_type="time", office__time_value="PT08H30M00S"))), "08:30:00"),
    (ods(row(cell("是", office__value_type="boolean", office__boolean_value="true"))), "TRUE"),
    (ods(row(cell("0012", office__value_type="string"))), "0012"),
    (
        ods(row("<table:table-cell><text:p>甲<text:s text:c='2'/>乙</text:p><text:p>丙</text:p></table:table-cell>")),
        "甲  乙\n丙",
    ),
    (
        ods(
            row(
                "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p></table:table-cell>"
            )
        ),
        "甲",
    ),
    (ods(row(value("5", "5", table__formula="of:=[.A1]"))), "5"),
    (xml(xrow(data("6500.50", "Number"))), "6500.5"),
    (xml(xrow(data("1.5E-3", "Number"))), "0.0015"),
    (xml(xrow(data("0.18", "Number", StyleID="p")), styles=STYLES), "18%"),
    (xml(xrow(data("3.25", "Number", StyleID="w")), styles=STYLES), "3.25万元"),
    (xml(xrow(data("2026-01-05T00:00:00.000", "DateTime", StyleID="d")), styles=STYLES), "2026-01-05"),
    (xml(xrow(data("2026-01-05T08:30:00.000", "DateTime"))), "2026-01-05 08:30:00"),
    (xml(xrow(data("1899-12-31T08:30:00.000", "DateTime"))), "08:30:00"),
    (xml(xrow(data("1", "Boolean"))), "TRUE"),
    (xml(xrow(data("0012"))), "0012"),
    (xml(xrow(data("#REF!", "Error", Formula="=R[1]"))), "#REF!"),
    (xml(xrow(data("5", "Number", Formula="=R[1]C"))), "5"),
    (xml(xrow(data("甲"))).decode().replace("?>", ' encoding="gb2312"?>', 1).encode("gb18030"), "甲"),
    (xml(xrow(data("甲"))).decode().encode("utf-16"), "甲"),
    (html("<tr><td x:num='1234.567'>1,235"), "1234.567"),
    (html("<tr><td x:num='1234.567'>####"), "1234.567"),
    (html("<tr><td x:num='46027'>2026-01-05"), "2026-01-05"),
    (html("<tr><td x:num='3.25'>3.25万元"), "3.25万元"),
    (html("<tr><td x:num='0.05' x:fmla='=A1*2'>0.05"), "0.05"),
    (html("<tr><td x:str>0012"), "0012"),
    (html("<tr><td>6.5E+2"), "6.5E+2"),
]


@pytest.mark.parametrize(("file", "text"), CELLS)
def test_a_cell(file: bytes, text: str) -> None:
    assert read_figures(file).rows == ((text,),)


PLACES = [
    (
        ods(
            "".join(
                (
                    row(
                        cell("甲", table__number_columns_spanned="2", table__number_rows_spanned="2"),
                        "<table:covered-table-cell/>",
                        cell("乙"),
                    ),
                    row(cell(table__number_columns_repeated="2"), cell("丙", table__number_columns_repeated="2")),
                    row(cell(), more=' table:number-rows-repeated="2"'),
                    row(cell("丁"), more=' table:number-rows-repeated="2"'),
                    row(cell(table__number_columns_repeated="16384"), more=' table:number-rows-repeated="1048570"'),
                )
            )
        ),
        (("甲", "", "乙"), ("", "", "丙", "丙"), (), (), ("丁",), ("丁",)),
        ((0, 0, 1, 1),),
    ),
    (
        xml(
            xrow(data("甲", MergeAcross="1", MergeDown="1"), data("乙"))
            + xrow(data("丙", Index="3"), more=' ss:Index="3"')
            + xrow(data("丁"), more=' ss:Index="5"')
        ),
        (("甲", "", "乙"), (), ("", "", "丙"), (), ("丁",)),
        ((0, 0, 1, 1),),
    ),
    (
        html("<tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>丁"),
        (("甲", "", "乙"), ("", "", "丙"), ("丁",)),
        ((0, 0, 1, 1),),
    ),
]


@pytest.mark.parametrize(("file", "rows", "merged"), PLACES)
def test_places(file: bytes, rows: object, merged: object) -> None:
    sheet = read_table(file).sheet
    assert (sheet.rows, sheet.merged) == (rows, merged)


def named(table: Table) -> list[str]:
    return [sheet.name for sheet in table.sheets]


def test_hidden_sheets_are_left_out_and_texts_around_tables_kept() -> None:
    secret = row(cell("密"))
    assert named(read_table(ods(row(cell("甲")), f'table:name="二" table:style-name="h">{secret}'))) == ["一"]
    hidden = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    assert named(read_table(xml(xrow(data("甲")), f'ss:Name="二"><Table>{xrow(data("密"))}</Table>{hidden}'))) == ["一"]
    page = "<p>账号：6222</p><table><tr><td>甲<td>乙</table>合计<table><tr><td>丙<td>丁</table>".encode()
    assert read_table(page).rows == (("账号：6222",), ("甲", "乙"), ("合计",), ("丙", "丁"))


REFUSED = [
    (ods(row(cell(table__formula="of:=[.A1]"), cell("甲"))), "table_not_computed"),
    (xml(xrow('<Cell ss:Formula="=R1C1"/>', data("甲"))), "table_not_computed"),
    (html("<tr><td x:fmla='=A1'><td>甲"), "table_not_computed"),
    (ods(row(cell("甲")), before='<!DOCTYPE x [<!ENTITY a "ha">]>'), "table_unsafe"),
    (b'<!DOCTYPE x [<!ENTITY a "ha">]>' + xml(xrow(data("甲"))), "table_unsafe"),
    (xml(xrow(data("甲")))[:-20], "table_damaged"),
    (xml(xrow(data("x", "Number"))), "table_damaged"),
    (xml(xrow(data("1E99", "Number"))), "table_damaged"),
    (xml(xrow(data("甲", Index="2"), data("乙", Index="1"))), "table_damaged"),
    (xml(xrow(data("甲", Index="16385"))), "table_too_large"),
    (xml(xrow(data("甲"), more=' ss:Index="1048576"')), "table_too_large"),
    (ods(row(cell("甲", table__number_columns_repeated="1024"))), "table_too_large"),
    (ods(row(cell("甲"), more=f' table:number-rows-repeated="{MAX_CELLS}"')), "table_too_large"),
    (ods(row(cell("甲")), parts=(("META-INF/manifest.xml", "<x><manifest:encryption-data/></x>"),)), "table_locked"),
    (ods(row(cell("x", office__value_type="float", office__value="x"))), "table_damaged"),
    (ods(row(cell("x", office__value_type="float"))), "table_damaged"),
    (ods(row(cell(" " * 20_000_000))), "zip_bomb"),
    (ods("")[:200], "table_damaged"),
    (ods(""), "table_empty"),
    (html("<tr>" + "<td colspan=900>甲" * 3), "table_too_large"),
    (b"<html><p>nothing</p></html>", "table_is_page"),
]


@pytest.mark.parametrize(("file", "code"), REFUSED)
def test_refusals(file: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_figures(file)
    assert [one.code for one in refused.value.findings] == [code]


def test_digits_that_a_spreadsheet_lost_are_marked() -> None:
    number = "6222031234567890123"
    for file in (
        ods(row(value(number, "6.22E+18"))),
        xml(xrow(data("6.222031234567890123E18", "Number"))),
        html(f"<tr><td x:num='{number}'>6.22E+18"),
    ):
        assert read_table(file).sheet.inexact == {(0, 0)}


TEXTS = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=5).filter(
    lambda one: one[0] not in "=#"
)


@given(
    st.lists(
        st.lists(st.one_of(st.just(""), TEXTS, st.integers(-(10**9), 10**9)), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
@example([["", "⺁"]])
def test_all_three_read_what_was_written(cells: list[list[str | int]]) -> None:
    """The same list in three kinds is the same table; calamine, which reads OpenDocument too, finds the same values."""
    cells = [["首", *line] for line in cells]
    as_ods = ods(
        "".join(
            row(*(value(str(one), str(one)) if isinstance(one, int) else string(one) for one in line)) for line in cells
        )
    )
    as_xml = xml(
        "".join(
            xrow(*(data(str(one), "Number" if isinstance(one, int) else "String") for one in line)) for line in cells
        )
    )
    as_html = html("".join("<tr>" + "".join(f"<td>{escape(str(one))}</td>" for one in line) for line in cells))
    found = [[[*line] + [""] * (5 - len(line)) for line in read_table(one).rows] for one in (as_ods, as_xml, as_html)]
    assert found[0] == found[1] == found[2]
    other = CalamineWorkbook.from_filelike(io.BytesIO(as_ods)).get_sheet_by_index(0).to_python()
    theirs = [[str(int(one)) if isinstance(one, float) else restored(str(one)) for one in line] for line in other]
    width = max(map(len, theirs))
    assert [line[:width] for line in found[0]] == [line + [""] * (width - len(line)) for line in theirs]
