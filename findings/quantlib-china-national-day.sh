#!/bin/sh
# QuantLib takes the National Day of China for a business day, of 2027 and of every year after it.
#
# versions:  QuantLib 1.44
# expected:  the Regulation on Public Holidays for Festivals and Anniversaries (State Council, revised 2024) gives 1 to 3 October and
#            1 and 2 May to everybody in every year. QuantLib's reference of the class China lists "Labour Day, first week in May"
#            and "National Day, one week from October 1st" as rules, apart from the festivals "for which no rule is given" and
#            for which data end with a certain year
# behaviour: only 1 January is a rule. All other holidays, those two among them, are written out year by year up to 2026; behind
#            that every Monday to Friday is a business day, without an error, and for good. Both markets, SSE and IB, do so.
# output:    the year, its holidays by law that fall on Monday to Friday, those of them that are business days to QuantLib
#   | 2025: 01-01 05-01 05-02 10-01 10-02 10-03; none
#   | 2026: 01-01 05-01 10-01 10-02; none
#   | 2027: 01-01 10-01; 10-01
#   | 2028: 05-01 05-02 10-02 10-03; 05-01 05-02 10-02 10-03
#   | 2029: 01-01 05-01 05-02 10-01 10-02 10-03; 05-01 05-02 10-01 10-02 10-03
#   | a payment due 2026-10-01 moves to 2026-10-08, one due 2027-10-01 to 2027-10-01
# day:       2026-11-30
# why:       a plan of two years reaches past the last written year. Its due days in the holidays are not moved to the next business
#            day, on which the bank takes the money and up to which it counts the interest.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check QuantLib==1.44 ||
  { echo "the package cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
from datetime import date

import QuantLib

BY_LAW = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
market = QuantLib.China(QuantLib.China.IB)
for year in range(2025, 2030):
    free = [day for day in (date(year, *of_year) for of_year in BY_LAW) if day.isoweekday() <= 5]
    open_to = [day for day in free if market.isBusinessDay(QuantLib.Date(day.day, day.month, day.year))]
    free_text, open_text = (" ".join(f"{day:%m-%d}" for day in days) or "none" for days in (free, open_to))
    print(f"{year}: {free_text}; {open_text}")
moved = [market.adjust(QuantLib.Date(1, 10, year), QuantLib.Following).ISO() for year in (2026, 2027)]
print(f"a payment due 2026-10-01 moves to {moved[0]}, one due 2027-10-01 to {moved[1]}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
