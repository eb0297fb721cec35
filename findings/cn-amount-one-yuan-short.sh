#!/bin/sh
# cn-amount writes a sum of instalments in capitals one whole yuan short.
#
# versions:  cn-amount 0.0.5
# expected:  an amount that is shown as 50000.00 is written 伍万元整; a float is rounded to the fen before it is split
# behaviour: the fen are rounded and the yuan are cut off, each for itself. A float that lies a hair below a whole yuan, as
#            sums of instalments and interest do, loses that yuan, and the text ends in 整 as if it were exact.
# output:    amount as printed with two places, amount in capitals
#   | 11 x 4166.67 + 4166.63 = 50000.00: 肆万玖仟玖佰玖拾玖元整
#   | 8000 at 4.9 % over 90 / 360 days = 98.00: 玖拾柒元整
#   | 50000.00 as a literal: 伍万元整
# day:       2026-11-28
# why:       a cheque whose figures and capitals differ is void (Negotiable Instruments Law of the PRC, Article 8); on a
#            settlement letter the bank asks which of the two is meant.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check cn-amount==0.0.5 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
from cn_amount import CNAmount

total = 0.0
for instalment in [4166.67] * 11 + [4166.63]:
    total += instalment
interest = 8000 * (4.9 / 100) / 360 * 90
in_capitals = CNAmount().amount_to_chinese
print(f"11 x 4166.67 + 4166.63 = {total:.2f}: {in_capitals(total)}")
print(f"8000 at 4.9 % over 90 / 360 days = {interest:.2f}: {in_capitals(interest)}")
print(f"50000.00 as a literal: {in_capitals(50000.00)}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
