#!/bin/sh
# jionlp reads 两周内 (within two weeks) as within two days, and calls it accurate.
#
# versions:  jionlp 1.5.31
# expected:  the span from now to the same weekday two weeks on, as jionlp does with days: 十四日内 ends on the fourteenth day
# behaviour: in a span with 内, 之内 or 以内 the number of weeks is added as days, whether the week is 周, 星期 or 礼拜. Days are right,
#            and so are working days as far as the week goes; months and years, which come as "blur", end with the last day of
#            theirs. A point in time, 两周后, is in the right week. The extractor of times in a text gives the same spans.
# output:    said on Monday 30 November 2026: last day of the span, how exact jionlp calls it
#   | 一周内: 2026-12-01 accurate
#   | 两周内: 2026-12-02 accurate
#   | 三个星期之内: 2026-12-03 accurate
#   | 十四日内: 2026-12-14 accurate
#   | 10个工作日内: 2026-12-14 accurate
#   | 两个月内: 2027-01-31 blur
#   | 两周后: 2026-12-14 to 2026-12-20 blur
#   | in a sentence: 两周内 until 2026-12-02
# day:       2026-11-30
# why:       terms are set in weeks in letters of banks and in what debtors promise on the telephone. Read so, a promise counts as
#            broken after two days, and the offer that was open for three weeks as lapsed after three days.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check jionlp==1.5.31 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 HOME="$work" "$work/venv/bin/python" - >"$work/told" <<'PYTHON'
import jionlp

SAID = {"year": 2026, "month": 11, "day": 30, "hour": 12}
for term in ("一周内", "两周内", "三个星期之内", "十四日内", "10个工作日内", "两个月内", "两周后"):
    read = jionlp.parse_time(term, time_base=SAID)
    first, last = (day.split()[0] for day in read["time"])
    print(f"| {term}: {last if '内' in term else f'{first} to {last}'} {read['definition']}")
(found,) = jionlp.ner.extract_time("请在收到本函两周内还清。", time_base=SAID, with_parsing=True)
print(f"| in a sentence: {found['text']} until {found['detail']['time'][1].split()[0]}")
PYTHON
sed -n 's/^| //p' "$work/told" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
