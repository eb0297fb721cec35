#!/bin/sh
# The formula engine "formulas" writes the 30th as the 3rd: TEXT(day, "yyyy年m月d日") keeps one digit of the day.
#
# versions:  formulas 1.3.4
# expected:  "d" is the day without a leading zero, 1 to 31, as Excel documents its number format codes (ECMA-376-1 §18.8.31);
#            the package calls itself an interpreter for Excel formulas
# behaviour: the text of the day is cut to as many signs as there are letters: the first digit of the 10th to the 31st is left. No
#            error, and what comes out is a day of the same month. "dd", and months by one "m", are right. DAY() is right too.
# output:    the format, what TEXT gives for 30, 20 and 9 November 2026
#   | yyyy年m月d日: 2026年11月3日, 2026年11月2日, 2026年11月9日
#   | m/d/yyyy: 11/3/2026, 11/2/2026, 11/9/2026
#   | yyyy年mm月dd日: 2026年11月30日, 2026年11月20日, 2026年11月09日
#   | DAY: 30, 20, 9
# day:       2026-11-30
# why:       letters and schedules are written as "请于"&TEXT(到期日,"yyyy年m月d日")&"前还款"; computed on a server, two thirds of them name
#            a day up to four weeks too early, and nothing looks wrong.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check formulas==1.3.4 numpy==2.4.6 schedula==1.6.15 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" -W ignore - >"$work/seen" <<'PYTHON'
import formulas


def computed(formula):
    return formulas.Parser().ast(formula)[1].compile()()


days = ("DATE(2026,11,30)", "DATE(2026,11,20)", "DATE(2026,11,9)")
for code in ("yyyy年m月d日", "m/d/yyyy", "yyyy年mm月dd日"):
    print(f"{code}:", ", ".join(str(computed(f'=TEXT({day},"{code}")')) for day in days))
print("DAY:", ", ".join(str(computed(f"=DAY({day})")) for day in days))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
