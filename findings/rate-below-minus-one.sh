#!/bin/sh
# RATE of a short dear loan comes as less than -100 % a period from two libraries, while IRR of the same rows is right.
#
# versions:  numpy-financial 1.0.0 (with numpy 2.4.6), pyxirr 0.10.8
# expected:  rate(n, -payment, principal, 0) is the rate at which the annuity is worth the principal: what irr finds for
#            the same cash flows, or nan when the search does not converge
# behaviour: from the default guess the search steps below -1 and settles on a root there, which no interest rate can be.
#            Both libraries give the same number, so that comparing them shows nothing. A first guess near the answer helped
#            both here.
# output:    10,000 lent, number and size of monthly payments, rate a month
#   | 6 x 5000.00: numpy-financial rate -1.776741, pyxirr rate -1.776741, numpy-financial irr 0.445098, pyxirr irr 0.445098
#   | 12 x 3333.33: numpy-financial rate -1.854868, pyxirr rate -1.854868, numpy-financial irr 0.321592, pyxirr irr 0.321592
#   | 6 x 2500.00: numpy-financial rate 0.129780, pyxirr rate 0.129780, numpy-financial irr 0.129780, pyxirr irr 0.129780
#   | 6 x 5000.00 from the guess 0.4: numpy-financial rate 0.445098, pyxirr rate 0.445098
# day:       2026-11-28
# why:       loans that are to be shown as dearer than the law allows are of this kind, and a rate below zero passes every
#            check against a ceiling.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check numpy-financial==1.0.0 numpy==2.4.6 pyxirr==0.10.8 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import numpy_financial
import pyxirr

PRINCIPAL = 10_000
for rows, payment in ((6, 5000.00), (12, 3333.33), (6, 2500.00)):
    flows = [PRINCIPAL] + [-payment] * rows
    print(
        f"{rows} x {payment:.2f}: numpy-financial rate {numpy_financial.rate(rows, -payment, PRINCIPAL, 0):.6f},"
        f" pyxirr rate {pyxirr.rate(rows, -payment, PRINCIPAL, 0):.6f},"
        f" numpy-financial irr {numpy_financial.irr(flows):.6f}, pyxirr irr {pyxirr.irr(flows):.6f}"
    )
guessed = numpy_financial.rate(6, -5000, PRINCIPAL, 0, guess=0.4), pyxirr.rate(6, -5000, PRINCIPAL, 0, guess=0.4)
print(f"6 x 5000.00 from the guess 0.4: numpy-financial rate {guessed[0]:.6f}, pyxirr rate {guessed[1]:.6f}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
