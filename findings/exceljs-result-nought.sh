#!/bin/sh
# ExcelJS gives a formula whose stored result is 0 or FALSE as a formula without a result, and its text as empty.
#
# versions:  exceljs 4.4.0; xlsx (SheetJS) 0.18.5 writes the file and reads it again for comparison; Node.js 20.20.2
# expected:  cell.value is { formula, result } with result 0, as the description of formula values in its README says
# behaviour: cell.value leaves a result out that JavaScript takes for false: 0 and FALSE look as if no spreadsheet had ever
#            computed them, and cell.text is ''. cell.result does hold them; ask for that instead of cell.value.result.
# output:    cells of a plan that ends at nothing: the formula, cell.value.result, cell.result, cell.text; then SheetJS's value
#   | A1 "1000-400": 600, 600, "600"; SheetJS 600
#   | A2 "600-600": undefined, 0, ""; SheetJS 0
#   | A3 "A2>0": undefined, false, ""; SheetJS false
# day:       2026-11-29
# why:       a script that takes repayment schedules in sees no closing balance and no "still overdue: no" on those accounts that
#            are paid off, and on no others; a sum over cell.value.result is NaN.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js is not installed here" && exit 77; }
npm install --silent --no-audit --no-fund --prefix="$work" exceljs@4.4.0 xlsx@0.18.5 ||
  { echo "the packages cannot be installed here" && exit 77; }
cat >"$work/seen.js" <<'JAVASCRIPT'
const XLSX = require("xlsx");
const ExcelJS = require("exceljs");

const plan = {
  "!ref": "A1:A3",
  A1: { t: "n", v: 600, f: "1000-400" },
  A2: { t: "n", v: 0, f: "600-600" },
  A3: { t: "b", v: false, f: "A2>0" },
};
const bytes = XLSX.write({ SheetNames: ["plan"], Sheets: { plan } }, { type: "buffer", bookType: "xlsx" });

(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const other = XLSX.read(bytes).Sheets.plan;
  for (const at of ["A1", "A2", "A3"]) {
    const cell = book.worksheets[0].getCell(at);
    const shown = [cell.value.result, cell.result, JSON.stringify(cell.text)].map(String).join(", ");
    console.log(`${at} "${cell.formula}": ${shown}; SheetJS ${other[at].v}`);
  }
})();
JAVASCRIPT
node "$work/seen.js" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
