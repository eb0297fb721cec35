#!/bin/sh
# The formula engine "formulas" writes an amount one fen lower by TEXT than by ROUND, against Excel's own example.
#
# versions:  formulas 1.3.4
# expected:  TEXT rounds as a cell and ROUND do, half a fen up. Microsoft's page of TEXT for Excel 97 has the example
#            TEXT(2.715,"$0.00") equals "$2.72"
# behaviour: TEXT goes through Python's format: the number next to the binary value, and half to even where the half is exact, while
#            ROUND of the same package rounds half away from nought. One workbook shows both.
# output:    amount, by TEXT and by ROUND
#   | 2.715: TEXT 2.71, ROUND 2.72
#   | 98.125: TEXT 98.12, ROUND 98.13
#   | 1234.625: TEXT 1234.62, ROUND 1234.63
#   | 98.375: TEXT 98.38, ROUND 98.38
# day:       2026-11-30
# why:       interest ends at half a fen often (0.05 % a day of whole tens); the sentence of a letter, made by TEXT, and the figure in
#            its table differ by a fen, and the bank asks which of the two holds.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check formulas==1.3.4 numpy==2.4.6 schedula==1.6.15 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" -W ignore - >"$work/seen" <<'PYTHON'
import formulas


def computed(formula):
    return str(formulas.Parser().ast(formula)[1].compile()())


for amount in ("2.715", "98.125", "1234.625", "98.375"):
    ways = {"TEXT": f'=TEXT({amount},"0.00")', "ROUND": f"=ROUND({amount},2)"}
    print(f"{amount}:", ", ".join(f"{name} {computed(formula)}" for name, formula in ways.items()))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
