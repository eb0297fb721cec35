#!/bin/sh
# xlcalculator counts five months overdue where Excel counts ten: DATEDIF from a 31st leaves out every month of thirty days.
#
# versions:  xlcalculator 0.5.0, openpyxl 3.1.5
# expected:  DATEDIF(start, end, "m") is the number of complete months in the period, "y" that of complete years (Microsoft on
#            DATEDIF; ECMA-376, part 1, says the same), whatever day of the month the period begins on
# behaviour: xlcalculator lists the days on which a monthly or yearly event of the first day falls, and counts them. A 31st does
#            not fall in a month of thirty days, a 29th or 30th not in February, a 29 February in no common year, so that those
#            periods are not counted. From the 1st to the 28th it is right.
# output:    complete months (years) from the day the debt fell due to the day of the letter
#   | 2026-01-28 to 2026-12-01: 10 months
#   | 2026-01-30 to 2026-12-01: 9 months
#   | 2026-01-31 to 2026-12-01: 5 months
#   | 2024-02-29 to 2027-03-01: 0 years
# day:       2026-11-30
# why:       a debt overdue for ten months stands in the list of five; how long it is overdue decides its class, what the bank may
#            waive, and who may sign. The only trace is that it fell due on the last day of a month.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check xlcalculator==0.5.0 openpyxl==3.1.5 ||
  { echo "the packages cannot be installed here" && exit 77; }
cat >"$work/list.py" <<'PYTHON'
import sys
from datetime import date

import openpyxl
from xlcalculator import Evaluator, ModelCompiler

PERIODS = [
    (date(2026, 1, 28), date(2026, 12, 1), "m"),
    (date(2026, 1, 30), date(2026, 12, 1), "m"),
    (date(2026, 1, 31), date(2026, 12, 1), "m"),
    (date(2024, 2, 29), date(2027, 3, 1), "y"),
]
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "list"
for row, (due, letter, unit) in enumerate(PERIODS, start=1):
    sheet.cell(row, 1).value = (
        f"=DATEDIF(DATE({due.year},{due.month},{due.day}),DATE({letter.year},{letter.month},{letter.day}),\"{unit}\")"
    )
book.save(sys.argv[1])
read = Evaluator(ModelCompiler().read_and_parse_archive(sys.argv[1]))
for row, (due, letter, unit) in enumerate(PERIODS, start=1):
    print(f"{due} to {letter}: {int(read.evaluate(f'list!A{row}'))} {'months' if unit == 'm' else 'years'}")
PYTHON
"$work/venv/bin/python" "$work/list.py" "$work/list.xlsx" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
