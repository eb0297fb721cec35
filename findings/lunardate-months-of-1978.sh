#!/bin/sh
# lunardate disagrees with three other lunar calendars about a month of 1933, 1954 and 1978.
#
# versions:  lunardate 0.3.0, zhdate 0.1, borax 4.1.3, lunar-python 1.4.8
# expected:  the past is settled: libraries give the same lunar date for a day of the twentieth century
# behaviour: for 30 days in each of the three years lunardate is one day off the other three, which agree with each other;
#            the Mid-Autumn Festival of 1978 (month 8, day 15) falls on another day. No other day from March 1901 to 2056 differs.
# output:    day, lunar month-day by library (+ marks a leap month)
#   | 1933-07-22: lunardate 6-1, zhdate +5-30, borax +5-30, lunar-python +5-30
#   | 1954-11-25: lunardate 10-30, zhdate 11-1, borax 11-1, lunar-python 11-1
#   | 1978-09-16: lunardate 8-15, zhdate 8-14, borax 8-14, lunar-python 8-14
#   | 1978-09-17: lunardate 8-16, zhdate 8-15, borax 8-15, lunar-python 8-15
#   | 1979-09-17: lunardate 7-26, zhdate 7-26, borax 7-26, lunar-python 7-26
# day:       2026-11-28
# why:       many people of those years give their birthday by the lunar calendar; compared with the date in the identity
#            number, a right answer then looks wrong by a day.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check lunardate==0.3.0 zhdate==0.1 borax==4.1.3 lunar-python==1.4.8 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
from datetime import date, datetime

from borax.calendars.lunardate import LunarDate as BoraxDate
from lunar_python import Solar
from lunardate import LunarDate
from zhdate import ZhDate


def named(month, day, leap):
    return f"{'+' if leap else ''}{month}-{day}"


def lunar_dates(day):
    one = LunarDate.from_solar_date(day.year, day.month, day.day)
    two = ZhDate.from_datetime(datetime(day.year, day.month, day.day))
    three = BoraxDate.from_solar(day)
    four = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return {
        "lunardate": named(one.month, one.day, one.is_leap_month),
        "zhdate": named(two.lunar_month, two.lunar_day, two.leap_month),
        "borax": named(three.month, three.day, three.leap),
        "lunar-python": named(abs(four.getMonth()), four.getDay(), four.getMonth() < 0),
    }


for day in (date(1933, 7, 22), date(1954, 11, 25), date(1978, 9, 16), date(1978, 9, 17), date(1979, 9, 17)):
    print(f"{day}:", ", ".join(f"{library} {found}" for library, found in lunar_dates(day).items()))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
