#!/bin/sh
# dateparser reads 下个月15日 (the 15th of next month) as a month and fifteen days from now, and 下周日 (Sunday of next week) as a week.
#
# versions:  dateparser 1.5.0
# expected:  2026-12-15 and 2026-12-13; or nothing, as for 下周五, 下月10日 and 下个月15号
# behaviour: the day of the month is taken for a count of days in the direction of the month: 上个月15日 goes back a month and fifteen
#            days. In 下周日, 下周天, 上周日 and 本周日 only the week is read, so that the answer falls on today's weekday, whatever it is.
#            No answer says that a part of the text was left out. The other days of a week and 号 in place of 日 are not read at all,
#            and the search in a text finds the first of two days that were promised, wrongly, and not the second.
# output:    said on Monday 30 November 2026
#   | 下个月15日: 2027-01-14
#   | 下个月1日: 2026-12-31
#   | 上个月15日: 2026-10-15
#   | 下个月15号: None
#   | 下周日: 2026-12-07
#   | 上周日: 2026-11-23
#   | 本周日: 2026-11-30
#   | 下周五: None
#   | 3个月后: 2027-02-28
#   | in a text: 下个月15日 2027-01-14
# day:       2026-11-30
# why:       what a debtor promises is said and noted in these words. A promise for 15 December is looked for on 14 January, a month
#            too late, and one for Sunday is called broken six days before it is due. The library is the usual choice for dates in
#            many languages; a plain refusal would be asked about, a date that looks right is not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check dateparser==1.5.0 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 HOME="$work" "$work/venv/bin/python" - >"$work/told" <<'PYTHON'
from datetime import datetime

import dateparser
from dateparser.search import search_dates

BASE = {"RELATIVE_BASE": datetime(2026, 11, 30, 9)}
for said in ("下个月15日", "下个月1日", "上个月15日", "下个月15号", "下周日", "上周日", "本周日", "下周五", "3个月后"):
    found = dateparser.parse(said, languages=["zh"], settings=BASE)
    print(f"| {said}: {found and found.date()}")
for words, when in search_dates("客户承诺下个月15日还款，下周日再联系。", languages=["zh"], settings=BASE):
    print(f"| in a text: {words} {when.date()}")
PYTHON
sed -n 's/^| //p' "$work/told" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
