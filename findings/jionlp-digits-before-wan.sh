#!/bin/sh
# jionlp reads 3万5000元 as 65,005 yuan: digits before and after 万 count once as a number and once more digit by digit.
#
# versions:  jionlp 1.5.31, cn2an 0.5.24
# expected:  3万5000元 is 35,000 yuan, and 10亿零817万5288, as newspapers write large numbers, is 1,008,175,288; jionlp calls what
#            it reads "accurate"
# behaviour: the text is cut at 亿 and 万. A part that is digits alone is read as a number, and the sum of its digits is added to
#            it: 3 becomes 6, 20 becomes 22, 5000 becomes 5005. A decimal part loses its places: 2000.50 becomes 7. No error and
#            no other definition than "accurate". Right are amounts with nothing behind 万 and those wholly in characters. The
#            extractor of amounts in a text gives the same numbers. cn2an in its mode "smart" reads all of these but 2000.50.
# output:    amount, jionlp parse_money, cn2an smart
#   | 3万5000元: 65005.00 accurate, 35000
#   | 3万5千元: 65000.00 accurate, 35000
#   | 20万3千元: 223000.00 accurate, 203000
#   | 1万2000元: 22002.00 accurate, 12000
#   | 10亿零817万5288元: 1100165311.00 accurate, 1008175288
#   | 3.5万元: 35000.00 accurate, 35000
#   | 三万五千元: 35000.00 accurate, 35000
#   | 1万2000.50元: 20007.00 accurate
#   | in a sentence: ['3万5000元 65005.00', '10万8千元 118000.00']
# day:       2026-11-30
# why:       people write what they owe and what they can pay in just this way; a debt of 35,000 enters the plan as 65,005.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check jionlp==1.5.31 cn2an==0.5.24 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 HOME="$work" "$work/venv/bin/python" - >"$work/told" <<'PYTHON'
import cn2an
import jionlp

for amount in ("3万5000", "3万5千", "20万3千", "1万2000", "10亿零817万5288", "3.5万", "三万五千"):
    read = jionlp.parse_money(amount + "元")
    print(f"| {amount}元: {read['num']} {read['definition']}, {cn2an.cn2an(amount, 'smart')}")
read = jionlp.parse_money("1万2000.50元")
print(f"| 1万2000.50元: {read['num']} {read['definition']}")
found = jionlp.ner.extract_money("本金3万5000元，另欠10万8千元。", with_parsing=True)
print("| in a sentence:", [f"{one['text']} {one['detail']['num']}" for one in found])
PYTHON
sed -n 's/^| //p' "$work/told" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
