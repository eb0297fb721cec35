#!/bin/sh
# openpyxl and ExcelJS read a date that Excel shows as 2026年11月30日 as the number 46356.
#
# versions:  openpyxl 3.1.5, exceljs 4.4.0; beside them python-calamine 0.9.1 and xlsx (SheetJS) 0.18.5; the file is made by
#            XlsxWriter 3.3.1; Node.js 20.20.2
# expected:  a date. ECMA-376-1 (ISO/IEC 29500-1) §18.8.30 lists formats that a file names by number alone, without a numFmt
#            element; for Chinese 27 to 36 and 50 to 58 are dates and times: 31 yyyy"年"m"月"d"日", 57 yyyy"年"m"月", 58 m"月"d"日"
# behaviour: both know only the part of that list that holds for all languages (14 to 22, 45 to 47). For the others the cell is a
#            bare number, its format General or none, is_date False; nothing is said. calamine and SheetJS read dates. With
#            openpyxl, put the codes into openpyxl.styles.numbers.BUILTIN_FORMATS before loading.
# output:    the number of the format, then the value of a cell that holds 30 November 2026
#   | openpyxl: 14 2026-11-30, 31 46356, 57 46356, 58 46356
#   | calamine: 14 2026-11-30, 31 2026-11-30, 57 2026-11-30, 58 2026-11-30
#   | exceljs: 14 2026-11-30, 31 46356, 57 46356, 58 46356
#   | sheetjs: 14 2026-11-30, 31 2026-11-30, 57 2026-11-30, 58 2026-11-30
# day:       2026-11-30
# why:       a Chinese Excel stores the dates of its own list so; in a bank's list of debts the due date then is a figure of five
#            digits among figures, and reads as an amount of 46,356 yuan.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js is not installed here" && exit 77; }
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1 ||
  { echo "the packages cannot be installed here" && exit 77; }
npm install --silent --no-audit --no-fund --prefix="$work" exceljs@4.4.0 xlsx@0.18.5 ||
  { echo "the packages cannot be installed here" && exit 77; }
cat >"$work/read.py" <<'PYTHON'
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

path, formats = sys.argv[1], (14, 31, 57, 58)
with xlsxwriter.Workbook(path) as book:
    sheet = book.add_worksheet()
    for row, number in enumerate(formats):
        sheet.write_number(row, 0, 46356, book.add_format({"num_format": number}))


def told(name, values):
    days = (value if isinstance(value, (int, float)) else value.isoformat()[:10] for value in values)
    print(f"{name}:", ", ".join(f"{number} {day}" for number, day in zip(formats, days)))


told("openpyxl", [cell.value for (cell,) in openpyxl.load_workbook(path).active.iter_rows()])
told("calamine", [value for (value,) in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()])
PYTHON
cat >"$work/read.js" <<'JAVASCRIPT'
const ExcelJS = require("exceljs");
const XLSX = require("xlsx");

const path = process.argv[2];
const told = (name, values) => {
  const day = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
  console.log(`${name}: ${[14, 31, 57, 58].map((number, row) => `${number} ${day(values[row])}`).join(", ")}`);
};
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  told("exceljs", [1, 2, 3, 4].map((row) => book.worksheets[0].getCell(row, 1).value));
  const sheet = Object.values(XLSX.readFile(path, { cellDates: true, UTC: true }).Sheets)[0];
  told("sheetjs", ["A1", "A2", "A3", "A4"].map((at) => sheet[at].v));
})();
JAVASCRIPT
{
  "$work/venv/bin/python" "$work/read.py" "$work/list.xlsx"
  TZ=UTC node "$work/read.js" "$work/list.xlsx"
} >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
