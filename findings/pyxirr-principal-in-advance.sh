#!/bin/sh
# pyxirr: the principal of a loan that is paid in advance does not add up to the loan.
#
# versions:  pyxirr 0.10.8; beside it numpy-financial 1.0.0 (with numpy 2.4.6)
# expected:  each payment is its interest and its principal, and the principal of all payments is the loan (PPMT and CUMPRINC of
#            ECMA-376-1 and of Excel's documentation, type 1); at the first payment no time has passed, so it is all principal
# behaviour: with pmt_at_beginning=True ipmt of the first payment is 0, as it should be, and yet ppmt is what a month's interest
#            would leave of the payment: 49.75 is in neither. cumprinc adds the same up. The other payments are right, and so
#            are all when they are made at the end. Take pmt - ipmt instead of ppmt.
# output:    10,000 over 12 months at 0.5 % a month, paid at the beginning of each: payment, interest and principal of the first;
#            principal of all twelve
#   | pyxirr: 856.38 = 0.00 + 806.63, all 9950.25, cumprinc 9950.25
#   | numpy-financial: 856.38 = 0.00 + 856.38, all 10000.00
# day:       2026-11-30
# why:       leases and loans with the first instalment kept back are paid in advance; a statement made of these figures leaves 49.75
#            of the debt unpaid that was paid.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  pyxirr==0.10.8 numpy-financial==1.0.0 numpy==2.4.6 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import numpy_financial
import pyxirr

RATE, MONTHS, LENT = 0.005, 12, 10000
for name, library, advance in (
    ("pyxirr", pyxirr, {"pmt_at_beginning": True}),
    ("numpy-financial", numpy_financial, {"when": "begin"}),
):
    payment = library.pmt(RATE, MONTHS, LENT, **advance)
    interest = library.ipmt(RATE, 1, MONTHS, LENT, **advance)
    principal = [float(library.ppmt(RATE, number, MONTHS, LENT, **advance)) for number in range(1, MONTHS + 1)]
    line = f"{name}: {-payment:.2f} = {abs(float(interest)):.2f} + {-principal[0]:.2f}, all {-sum(principal):.2f}"
    if library is pyxirr:
        line += f", cumprinc {-pyxirr.cumprinc(RATE, MONTHS, LENT, 1, MONTHS, **advance):.2f}"
    print(line)
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
