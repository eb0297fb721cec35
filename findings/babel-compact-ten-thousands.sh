#!/bin/sh
# Babel shows 15,000 yuan and 25,000 yuan as the same "¥2万".
#
# versions:  Babel 2.19.0; beside it Intl of Node.js 20.20.2 (ICU)
# expected:  ¥1.5万 and ¥2.5万, as ICU and browsers give from the same CLDR patterns (CompactDecimalFormat: "By default, there are 2
#            significant digits")
# behaviour: format_compact_currency and format_compact_decimal keep fraction_digits=0 digits unless told otherwise, and round half to
#            even, so that 1.5 goes up and 2.5 down. In English the same call is 500 off at most, here 5,000.
# output:    amount, Babel, Babel with fraction_digits=1, ICU
#   | 15000: ¥2万, ¥1.5万, ¥1.5万
#   | 25000: ¥2万, ¥2.5万, ¥2.5万
#   | 35000: ¥4万, ¥3.5万, ¥3.5万
# day:       2026-11-30
# why:       debts of cards are a few 万; a list or a chart shows one of 15,000 and one of 25,000 alike, and one of 10,000 more as twice
#            that.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v node >/dev/null || { echo "Node.js is not installed here" && exit 77; }
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check Babel==2.19.0 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/babel" <<'PYTHON'
from babel.numbers import format_compact_currency

for amount in (15000, 25000, 35000):
    short = (format_compact_currency(amount, "CNY", locale="zh_CN", fraction_digits=digits) for digits in (0, 1))
    print(f"{amount}:", ", ".join(short))
PYTHON
node -e '
const short = new Intl.NumberFormat("zh-CN", { notation: "compact", style: "currency", currency: "CNY" });
for (const amount of [15000, 25000, 35000]) console.log(short.format(amount));
' >"$work/icu"
paste -d , "$work/babel" "$work/icu" | sed 's/,\([^,]*\)$/, \1/' >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
