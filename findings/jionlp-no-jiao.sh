#!/bin/sh
# jionlp reads 伍仟元零角伍分 (5,000.05) as 500.05 yuan: the words "no jiao" divide the number before them by ten.
#
# versions:  jionlp 1.5.31
# expected:  零角 and 零分 add nothing, whether they are written or left out
# behaviour: 零 is passed over, and 角 (a tenth), 分 (a hundredth), 拾, 佰 and 仟 then multiply the last digit that was not nought,
#            which stands before them and has its own unit already. The result is called "accurate". 零 without a unit is right,
#            and so are digits before 元; on a receipt with printed units the 零 of 拾 and 佰 undoes the harm, by chance.
# output:    amount in capitals, what parse_money makes of it
#   | 伍仟元零伍分: 5000.05 accurate
#   | 伍仟元零角伍分: 500.05 accurate
#   | 壹佰贰拾叁元零角伍分: 120.35 accurate
#   | 壹仟元零角零分: 1.00 accurate
#   | 壹仟零佰伍拾元伍角: 100050.50 accurate
#   | 1000元零角5分: 1000.05 accurate
# day:       2026-11-30
# why:       receipts and agreements with the units printed are filled in place by place, and other libraries write so: nzh 1.0.14
#            for Node.js, toMoney(amount, {complete: true}), gives 零角伍分 and 零角零分. Read back, 1,000 yuan paid are one yuan.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check jionlp==1.5.31 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 HOME="$work" "$work/venv/bin/python" - >"$work/told" <<'PYTHON'
import jionlp

amounts = ("伍仟元零伍分", "伍仟元零角伍分", "壹佰贰拾叁元零角伍分", "壹仟元零角零分", "壹仟零佰伍拾元伍角", "1000元零角5分")
for amount in amounts:
    read = jionlp.parse_money(amount)
    print(f"| {amount}: {read['num']} {read['definition']}")
PYTHON
sed -n 's/^| //p' "$work/told" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
