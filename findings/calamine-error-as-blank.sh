#!/bin/sh
# python-calamine gives a cell whose value is an error, and a formula whose result an XLS holds as empty, as a blank cell.
#
# versions:  python-calamine 0.9.1; openpyxl 3.1.5 writes the XLSX and reads it again, xlwt 1.3.0 writes the XLS
# expected:  the error's own word (#REF!), as openpyxl gives it and as people see it; and a mark on a formula without a result
# behaviour: to_python gives '' for all three: a blank cell, an error, a formula that no spreadsheet has computed yet. Nothing else
#            in the library tells them apart; the bytes of the sheet have to be looked at.
# output:    the interest of three debts: left blank, an error, and (XLS) a formula written by a program that computes nothing
#   | xlsx, openpyxl: [None, '#REF!']
#   | xlsx, calamine: ['', '']
#   | xls, calamine: ['', '']
# day:       2026-11-29
# why:       a list of debts with a broken reference, or exported by a script, reads as if no interest were owed.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  python-calamine==0.9.1 openpyxl==3.1.5 xlwt==1.3.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import openpyxl
import xlwt
from python_calamine import CalamineWorkbook


def rows(file):
    file.seek(0)
    return CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()


modern, file = openpyxl.Workbook(), io.BytesIO()
sheet = modern.active
sheet.append(["principal", "interest", "note"])
sheet.append([100, None, "left blank"])
sheet.append([200, "#REF!", "an error"])
sheet["B3"].data_type = "e"
modern.save(file)
print("xlsx, openpyxl:", [row[1].value for row in openpyxl.load_workbook(file).active.iter_rows(min_row=2)])
print("xlsx, calamine:", [row[1] for row in rows(file)[1:]])

old, file = xlwt.Workbook(), io.BytesIO()
sheet = old.add_sheet("list")
for number, principal in enumerate((100, 200), 1):
    sheet.write(number, 0, principal)
sheet.write(1, 1, "")
sheet.write(2, 1, xlwt.Formula("A3*0.05"))
old.save(file)
print("xls, calamine:", [row[1] for row in rows(file)])
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
