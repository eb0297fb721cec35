#!/bin/sh
# SheetJS leaves formulas without a stored result out of the sheet, and so out of the file when it is saved again.
#
# versions:  xlsx (SheetJS) 0.18.5, openpyxl 3.1.5; Node.js 20.20.2
# expected:  a cell that holds a formula is there, with f, as SheetJS says of cellFormula (true unless set), whether or not a
#            spreadsheet has computed it yet; what is read and written again holds the formulas it held before
# behaviour: openpyxl stores no results, and for SheetJS a cell without a value is no cell: none of the formulas is among the cells,
#            rows that have nothing else are empty, and writing the workbook drops the formulas without a word. With sheetStubs: true
#            they are read and kept (with v: 0). XlsxWriter's formulas whose result is an empty text fare alike.
# output:    cells of a plan of two instalments whose interest and total are formulas, before and after SheetJS read and wrote it
#   | openpyxl: A1=600 A2=400 A3==SUM(A1:A2) B1==A1*0.18/12 B2==A2*0.18/12
#   | SheetJS: A1=600 A2=400
#   | saved again: A1=600 A2=400
#   | SheetJS, sheetStubs: A1=600 A2=400 A3==SUM(A1:A2) B1==A1*0.18/12 B2==A2*0.18/12
# day:       2026-11-29
# why:       a repayment schedule from a script passes through a web page that fills in a name: interest and totals are gone, and the
#            amounts that were typed are still there, so that it looks like a plan without interest.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js is not installed here" && exit 77; }
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check openpyxl==3.1.5 ||
  { echo "the package cannot be installed here" && exit 77; }
npm install --silent --no-audit --no-fund --prefix="$work" xlsx@0.18.5 ||
  { echo "the package cannot be installed here" && exit 77; }
cat >"$work/plan.py" <<'PYTHON'
import sys

import openpyxl

name, path = sys.argv[1:]
if name == "openpyxl":
    book = openpyxl.Workbook()
    for row in ((600, "=A1*0.18/12"), (400, "=A2*0.18/12"), ("=SUM(A1:A2)",)):
        book.active.append(row)
    book.save(path)
cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row if cell.value is not None]
print(f"{name}:", *sorted(f"{cell.coordinate}={cell.value}" for cell in cells))
PYTHON
cat >"$work/again.js" <<'JAVASCRIPT'
const XLSX = require("xlsx");

const [path, again] = process.argv.slice(2);
const told = (name, book) => {
  const cells = Object.entries(book.Sheets[book.SheetNames[0]]).filter(([at]) => at[0] !== "!");
  console.log([`${name}:`, ...cells.map(([at, cell]) => `${at}=${cell.f ? "=" + cell.f : cell.v}`).sort()].join(" "));
};
const book = XLSX.readFile(path);
if (again) {
  told("SheetJS", book);
  XLSX.writeFile(book, again);
} else told("SheetJS, sheetStubs", XLSX.readFile(path, { sheetStubs: true }));
JAVASCRIPT
{
  "$work/venv/bin/python" "$work/plan.py" openpyxl "$work/plan.xlsx"
  node "$work/again.js" "$work/plan.xlsx" "$work/again.xlsx"
  "$work/venv/bin/python" "$work/plan.py" "saved again" "$work/again.xlsx"
  node "$work/again.js" "$work/plan.xlsx"
} >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
