"""Tables by their content: encodings, delimiters, workbooks as a person sees them, and files that mean harm."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.tools import shared
from workstation.errors import Refused
from workstation.received.tables import read_table
from workstation.received.tables.table import MAX_ROWS

EXPECTED = {  # what a careful reader answers: a code, or the rows
    "billion_laughs_small.xlsx": "table_unsafe",
    "dimension_lie.xlsx": "table_too_large",
    "formula_no_cache.xlsx": (("=1+1", "0"),),
    "gb18030_4byte.csv": (("姓名", "金额"), ("㐂䶮𠮷", "¥1", "000")),
    "not_a_zip.xlsx": "table_damaged",
    "nul_and_bidi.csv": (("姓名", "金额"), ("张三", "1"), ("李四", "2")),
    "png_50000x50000.png": "table_unreadable",
    "truncated.jpg": "table_unreadable",
    "truncated.xlsx": "table_damaged",
    "utf16_tabs.csv": (("姓名", "金额"), ("李四", "－１，２３４．５０")),
    "xxe.xlsx": "table_unsafe",
    "zip_slip.xlsx": (("ok",),),
    "biff4_no_format_no_window2.xls": "kind_old_workbook",
    "invalid_formula.xls": "table_empty",
    "picture_in_cell.xls": "table_empty",
    "sample.xlsb": (("2013-01-12",),),
}


def code(data: bytes, name: str = "file") -> str:
    with pytest.raises(Refused) as refusal:
        read_table(data, name)
    return refusal.value.findings[0].code


def workbook(fill) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def hostile() -> Path:
    return shared("corpus", "hostile")


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hostile_file_is_read_clean_or_refused(hostile, name):
    data = next(hostile.rglob(name)).read_bytes()
    expected = EXPECTED[name]
    if isinstance(expected, str):
        assert code(data, name) == expected
    else:
        assert read_table(data, name).rows == expected


def test_every_hostile_file_has_an_answer(hostile):
    for file in sorted(hostile.rglob("*.*")):
        try:
            assert read_table(file.read_bytes(), file.name).rows
        except Refused as refusal:
            assert refusal.findings


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_read_alike(encoding, told, line_end):
    text = f"姓名,金额{line_end}欧阳·阿依古丽,50000.00{line_end}李㛃,1.5{line_end}"
    table = read_table(text.encode(encoding))
    assert table.rows == (("姓名", "金额"), ("欧阳·阿依古丽", "50000.00"), ("李㛃", "1.5"))
    assert (table.kind, table.encoding) == ("csv", told)


def test_traditional_chinese_in_big5_is_not_taken_for_gb18030():
    text = "姓名,欠款金額,逾期日期\n陳大文,12000,2026-08-18\n黃美玲,8000,2026-09-01\n"
    table = read_table(text.encode("big5"))
    assert table.encoding == "big5hkscs"
    assert table.rows[1][0] == "陳大文"


def test_a_western_file_is_read_at_last():
    text = "Name;Amount\nJosé Peña;1,50\nZoë Brontë;2,00\nFrançois Lefèvre;3,00\n"
    assert read_table(text.encode("cp1252")).rows[1] == ("José Peña", "1,50")


@pytest.mark.parametrize(("name", "meant"), [("王\ue81e", "王龴"), ("⼤⼭\ue863", "大山䶮"), ("李\ue000", "李\ue000")])
def test_what_stands_for_a_character_is_put_back_in_every_kind_of_table(name, meant):
    assert read_table(f"姓名,金额\n{name},1\n".encode(), "a.csv").rows[1] == (meant, "1")
    assert read_table(workbook(lambda book: book.active.append([name, 1])), "a.xlsx").rows == ((meant, "1"),)


def test_the_rare_row_of_gb18030_is_read_as_its_newest_edition_has_it():
    data = "姓名,金额\n王".encode("gb18030") + b"\xfe\x59\xfe\x9f,1\n"
    assert read_table(data, "a.csv").rows[1] == ("王龴䶮", "1")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("damage", [b"\xff", b"\xe6"])
def test_one_lost_byte_does_not_turn_a_whole_file_into_nonsense(encoding, damage):
    rows = "".join(f"张三丰{number},人民币一万元整\n" for number in range(30))
    data = ("姓名,金额\n" + rows).encode(encoding) + damage + b",1\n"
    table = read_table(data)
    assert table.encoding == encoding
    assert table.rows[1] == ("张三丰0", "人民币一万元整")
    assert "\ufffd" in table.rows[-1][0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_under_title_lines(delimiter):
    lines = [["委案清单"], [], ["姓名", "本金", "备注"], ["张三", "1.00", "a"], ["李四", "2.00", "b"]]
    text = "\n".join(delimiter.join(line) for line in lines)
    assert read_table(text.encode()).rows[2:] == tuple(tuple(line) for line in lines[2:])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n"1,234.50","said ""no"""\n', (("a", "b"), ("1,234.50", 'said "no"'))),
        ('a,b\n"two\nlines",x\n', (("a", "b"), ("two\nlines", "x"))),
        ("a,b\n交易  \t,\u3000 1\t\n", (("a", "b"), ("交易", "1"))),
        ('a,b\n="00123",2\n', (("a", "b"), ("00123", "2"))),
        ("sep=;\na;b\n1,5;2\n", (("a", "b"), ("1,5", "2"))),
        ("only\none\ncolumn\n", (("only",), ("one",), ("column",))),
        ("a,b\n\n1,2\n\n\n", (("a", "b"), (), ("1", "2"))),
        ("=1+1,@SUM(A1)\n-2,+3\n", (("=1+1", "@SUM(A1)"), ("-2", "+3"))),
    ],
)
def test_cells_of_text(text, rows):
    assert read_table(text.encode()).rows == rows


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "table_empty"),
        (b"\n \n,,\n", "table_empty"),
        (b"%PDF-1.7 ...", "table_unreadable"),
        (bytes(range(256)) * 20, "table_unreadable"),
        (b"<html><p>1</p></html>", "table_is_page"),
        (b'a,"' + b"x" * 200_000, "table_damaged"),
        (b"a\n" * (MAX_ROWS + 1), "table_too_large"),
        (b"1," * 1001, "table_too_large"),
        (b"1," * 600_000, "table_damaged"),
    ],
)
def test_what_is_no_table_is_named(data, expected):
    assert code(data) == expected


def test_a_workbook_reads_as_it_looks():
    def fill(book):
        sheet = book.active
        sheet["B2"], sheet["C2"], sheet["D2"] = "名称", "值", " 备注\u202e\x0b".replace("\x0b", "")
        for row, value in enumerate(
            (0.1 + 0.2, 20000.0, 1e-7, datetime(2026, 8, 18, 9, 30), date(2026, 8, 18), time(9, 30), True, "=A1"), 3
        ):
            sheet.cell(row, 3, value)

    rows = read_table(workbook(fill)).rows
    assert rows[0] == ()
    assert rows[1] == ("", "名称", "值", "备注")
    values = [row[2] for row in rows[2:]]
    assert values[:4] == ["0.3", "20000", "0.0000001", "2026-08-18 09:30:00"]
    assert values[4:] == ["2026-08-18", "09:30:00", "TRUE"]


def test_numbers_that_lost_digits_are_marked():
    def fill(book):
        book.active.append([6225880123456783, 138001380001, "6225880123456783"])

    sheet = read_table(workbook(fill)).sheet
    assert sheet.inexact == {(0, 0)}
    assert sheet.rows[0][1:] == ("138001380001", "6225880123456783")


def test_hidden_sheets_are_left_out_and_the_first_filled_one_is_read():
    def fill(book):
        book.create_sheet("隐藏").append(["secret"])
        book["隐藏"].sheet_state = "hidden"
        book.create_sheet("数据").append(["x"])

    table = read_table(workbook(fill))
    assert [sheet.name for sheet in table.sheets] == ["Sheet", "数据"]
    assert table.rows == (("x",),)


def test_two_cells_in_far_corners_are_refused_before_they_are_laid_out():
    def fill(book):
        book.active["A1"] = 1
        book.active.cell(1_048_576, 400).value = 2

    assert code(workbook(fill)) == "table_too_large"


def test_formats_down_to_the_last_row_do_no_harm():
    def fill(book):
        book.active["A1"] = 1
        book.active.cell(1_048_576, 1).font = Font(bold=True)

    assert read_table(workbook(fill)).rows == (("1",),)


def repacked(change) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(workbook(lambda book: book.active.append(["x"]))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, change(entry.filename, source.read(entry)))
    return out.getvalue()


def test_a_sheet_under_another_name_is_measured_too():
    far = (
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="99999"><c r="ZZ99999"><v>1</v></c></row>'
    )

    def renamed(name, part):
        if name.endswith("workbook.xml.rels"):
            return part.replace(b"worksheets/sheet1.xml", b"styles2.xml")
        return far + b"</sheetData></worksheet>" if name == "xl/worksheets/sheet1.xml" else part

    source = zipfile.ZipFile(io.BytesIO(repacked(renamed)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name.replace("worksheets/sheet1.xml", "styles2.xml"), source.read(name))
    assert code(out.getvalue()) == "table_too_large"


@pytest.mark.parametrize("cell", [b'<c t="n"><v>1</v></c>', b"<c r='A1'><v>1</v></c>", b'<x:c r="A1"><v>1</v></x:c>'])
def test_cells_written_in_unusual_ways_are_measured_by_parsing(cell):
    rows = b'<sheetData><row r="250000">' + cell.replace(b"A1", b"A250000") + b"</row></sheetData>"
    sheet = b'<worksheet xmlns:x="urn:x">' + rows + b"</worksheet>"
    assert code(repacked(lambda name, part: sheet if name.endswith("sheet1.xml") else part)) == "table_too_large"


def test_a_part_that_explodes_is_refused():
    bomb = repacked(lambda name, part: part + b" " * 2**24 if name.endswith("sheet1.xml") else part)
    assert code(bomb) == "zip_bomb"


def test_a_part_larger_than_it_says_is_refused():
    data = bytearray(repacked(lambda _, part: part))
    entry = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo("xl/worksheets/sheet1.xml")
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24  # the size that the directory states
    assert int.from_bytes(data[at : at + 4], "little") == entry.file_size
    data[at : at + 4] = (10).to_bytes(4, "little")
    assert code(bytes(data)) == "zip_bomb"


def test_a_zip_file_that_is_no_workbook_is_named():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("note.txt", "hello")
    assert code(out.getvalue()) == "kind_archive"


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"a,b\n"]))
def test_no_bytes_bring_the_reader_down(data, start):
    try:
        read_table(start + data)
    except Refused as refusal:
        assert refusal.findings


@given(st.integers(0, 6000), st.binary(min_size=1, max_size=40))
def test_no_damage_to_a_workbook_brings_the_reader_down(at, patch):
    whole = bytearray(workbook(lambda book: book.active.append(["姓名", 1.5])))
    at %= len(whole)
    whole[at : at + len(patch)] = patch
    try:
        read_table(bytes(whole))
    except Refused as refusal:
        assert refusal.findings
