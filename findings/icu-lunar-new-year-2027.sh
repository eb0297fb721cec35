#!/bin/sh
# Node.js, by way of ICU, puts the Lunar New Year of 2027 on 7 February; it is on the 6th.
#
# versions:  Node.js 20.20.2 (ICU 78.2), lunar-python 1.4.8
# expected:  the Chinese calendar of Intl.DateTimeFormat is that of GB/T 33661 and of the almanacs; the Hong Kong Observatory's
#            conversion table for 2027 has the new year on 6 February
# behaviour: ICU computes new moons and solar terms with formulas good to some minutes. Where one falls close to midnight, a lunar
#            month begins a day early or late (1954, 1955, 1999, 2012, 2018, 2027, 2030, 2070) or a leap month is put elsewhere
#            (1917, 1922, 1987). PyICU 2.17 on ICU 72.1 has the same days, and DuckDB was told of them (its issue 24581). ICU has
#            tickets (ICU-22230, ICU-23274) and a change under review (pull request 4070); ICU 79 was not tried.
# output:    day, lunar date by Node.js and by lunar-python
#   | 2026-02-17: 正月 1, 正月 1
#   | 2027-02-06: 腊月 30, 正月 1
#   | 2027-02-20: 正月 14, 正月 15
#   | 2030-02-02: 正月 1, 腊月 30
#   | 1999-02-01: 腊月 15, 腊月 16
#   | 1987-08-01: 七月 7, 闰六月 7
# day:       2026-11-30
# why:       debts are promised for "before the new year" and birthdays given by the lunar calendar: a page that reckons the day
#            itself has the promise of 5 February 2027 a day too late, and the birthday of a person born in that month wrong.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v node >/dev/null || { echo "Node.js is not installed here" && exit 77; }
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check lunar-python==1.4.8 ||
  { echo "the package cannot be installed here" && exit 77; }
node - >"$work/days" <<'JAVASCRIPT'
const lunar = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", { month: "long", day: "numeric", timeZone: "Asia/Shanghai" });
for (const day of ["2026-02-17", "2027-02-06", "2027-02-20", "2030-02-02", "1999-02-01", "1987-08-01"]) {
  const parts = lunar.formatToParts(new Date(day + "T12:00:00+08:00"));
  const of = (type) => parts.find((part) => part.type === type).value;
  console.log([day, of("month"), of("day")].join(";"));
}
JAVASCRIPT
PYTHONUTF8=1 "$work/venv/bin/python" - "$work/days" >"$work/seen" <<'PYTHON'
import sys
from datetime import date
from pathlib import Path

from lunar_python import Solar

for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    day, month, of_month = line.split(";")
    solar = date.fromisoformat(day)
    lunar = Solar.fromYmd(solar.year, solar.month, solar.day).getLunar()
    print(f"{day}: {month} {of_month}, {lunar.getMonthInChinese()}月 {lunar.getDay()}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
