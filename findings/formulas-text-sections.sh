#!/bin/sh
# The formula engine "formulas" writes what is owed as overpaid: of a format "owed;overpaid;settled" it takes the second for all.
#
# versions:  formulas 1.3.4
# expected:  the first section of a number format is for what is above nought, the second for what is below, shown without its sign,
#            the third for nought (ECMA-376-1 §18.8.31; Excel documents it so)
# behaviour: what stands before the first semicolon is dropped, and the section after it holds for every number, with a minus
#            before it below nought; the third is never reached. No error. With conditions in brackets the right section is
#            found; the minus stays.
# output:    the format, what TEXT gives for 120, -120 and 0
#   | 欠0.00;多付0.00;结清: 多付120.00, -多付120.00, 多付0.00
#   | 0.00;(0.00): (120.00), -(120.00), (0.00)
#   | [>0]欠0.00;[<0]多付0.00;结清: 欠120.00, -多付120.00, 结清
#   | 0.00: 120.00, -120.00, 0.00
# day:       2026-11-30
# why:       balances and differences are written with such formats; a letter computed on a server says that the debtor has paid too
#            much, and (120.00) for 120.00 is what accountants take for a credit.
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


for code in ("欠0.00;多付0.00;结清", "0.00;(0.00)", "[>0]欠0.00;[<0]多付0.00;结清", "0.00"):
    print(f"{code}:", ", ".join(computed(f'=TEXT({amount},"{code}")') for amount in (120, -120, 0)))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
