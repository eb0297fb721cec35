#!/bin/sh
# python-stdnum refuses the identity numbers of people who are older than the code of the county that their number names.
#
# versions:  python-stdnum 2.2
# expected:  GB 11643-1999: the first six digits are the county of the holder's registered residence, and the number never changes.
#            It was given with the codes of that day: to everybody of sixteen and more between 1984 and 1990 (the rules of 1984 and
#            1985 for identity cards), to those who were children then at sixteen or when the 18 digits came in 1999
# behaviour: get_birth_place, and so validate and is_valid, take the six digits for the place of birth and ask whether the county had
#            this code in the year of birth; else InvalidComponent. Codes were given anew all over the country in 1983 and later.
#            calc_check_digit alone does not look at the county.
# output:    is_valid for right numbers of a man born 1965; then, of the codes in force when numbers were given (by the package's own
#            list), how many it refuses to everybody born in a year
#   | 440104 Yuexiu, Guangzhou: False
#   | 330106 Xihu, Hangzhou: False
#   | 420106 Wuchang, Wuhan: False
#   | 110101 Dongcheng, Beijing: True
#   | given 1987, born 1965: 1610 of 3084 counties
#   | given 1999, born 1985: 1288 of 3185 counties
# day:       2026-11-30
# why:       a debtor of sixty from Guangzhou, Hangzhou or Wuhan is told that the number on the card is wrong, and a list of real
#            debtors loses a share of its people, the older the more.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check python-stdnum==2.2 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import re
from importlib.resources import files

from stdnum.cn import ric


def valid(county, year):
    first = f"{county}{year}0214001"
    return ric.is_valid(first + ric.calc_check_digit(first + "0"))


for county, name in (
    ("440104", "Yuexiu, Guangzhou"),
    ("330106", "Xihu, Hangzhou"),
    ("420106", "Wuchang, Wuhan"),
    ("110101", "Dongcheng, Beijing"),
):
    print(f"{county} {name}: {valid(county, 1965)}")



def in_force(day):
    province = ""
    for line in files("stdnum.cn").joinpath("loc.dat").read_text("utf-8").splitlines():
        if found := re.match(r"(\d\d) province=", line):
            province = found[1]
        elif (found := re.match(r"\s+(\d{4}) county=\"(.*)\"", line)) and found[1][2:] != "00":
            spans = re.findall(r"\[(\d*)-(\d*)\]", found[2]) or [("", "")]
            if any(int(start or 0) <= day <= int(end or 9999) for start, end in spans):
                yield province + found[1]


for given, born in ((1987, 1965), (1999, 1985)):
    counties = list(in_force(given))
    print(f"given {given}, born {born}: {sum(not valid(county, born) for county in counties)} of {len(counties)} counties")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
