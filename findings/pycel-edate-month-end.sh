#!/bin/sh
# pycel moves an instalment from the end of February to the 3rd of March: EDATE of a 31st runs over into the next month.
#
# versions:  pycel 1.0b30, openpyxl 3.1.5
# expected:  a month after 31 January is the last day of February. ECMA-376 (part 1, EDATE) has the example that twelve months
#            after 29 February 2004 are day 36949 of the 1904 system, which is 28 February 2005; LibreOffice says the same
# behaviour: pycel takes EDATE as the DATE of year, month + n and the same day, and a day too many is carried into the month behind:
#            31 January + 1 month is 3 March, 31 March + 1 is 1 May, 29 February + 12 is 1 March. Every day up to the 28th is
#            right, and so is EOMONTH. MIN(EDATE(day, n), EOMONTH(day, n)) gives the right day there and in Excel.
# output:    due days of a plan whose first is 31 January 2026: by EDATE from the first day, and by the way round it
#   | EDATE: 2026-01-31 2026-03-03 2026-03-31 2026-05-01 2026-05-31 2026-07-01
#   | MIN of EDATE and EOMONTH: 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30
#   | twelve months after 2024-02-29: 2025-03-01
# day:       2026-11-30
# why:       a plan that is checked or recomputed without Excel has no instalment in February and two in March; who pays by it
#            in March has missed the bank's day.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pycel==1.0b30 openpyxl==3.1.5 ||
  { echo "the packages cannot be installed here" && exit 77; }
cat >"$work/plan.py" <<'PYTHON'
import sys
import warnings
from datetime import date, timedelta

import openpyxl

warnings.simplefilter("ignore")  # of networkx, about nothing here
from pycel import ExcelCompiler

MONTHS = range(6)
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "plan"
sheet["A1"], sheet["A2"] = date(2026, 1, 31), date(2024, 2, 29)
for months in MONTHS:
    sheet.cell(months + 1, 2).value = f"=EDATE(A1,{months})"
    sheet.cell(months + 1, 3).value = f"=MIN(EDATE(A1,{months}),EOMONTH(A1,{months}))"
sheet["D1"] = "=EDATE(A2,12)"
book.save(sys.argv[1])
plan = ExcelCompiler(sys.argv[1])


def days(*cells):
    serials = [plan.evaluate(f"plan!{cell}") for cell in cells]
    return " ".join(str(date(1899, 12, 30) + timedelta(days=int(serial))) for serial in serials)


print("EDATE:", days(*(f"B{months + 1}" for months in MONTHS)))
print("MIN of EDATE and EOMONTH:", days(*(f"C{months + 1}" for months in MONTHS)))
print("twelve months after 2024-02-29:", days("D1"))
PYTHON
"$work/venv/bin/python" "$work/plan.py" "$work/plan.xlsx" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
