#!/bin/sh
# numpy-financial counts minus twelve payments for a loan that bears no interest.
#
# versions:  numpy-financial 1.0.0 (with numpy 2.4.6), pyxirr 0.10.8
# expected:  12 payments of 100 for 1200: the docstring of nper says "if rate = 0 then fv + pv + pmt*nper = 0", and as the rate goes
#            to nought the result goes to 12
# behaviour: for a rate of exactly 0 the sign of the present value is turned; one rate of 0 among several does it to all of them, and
#            the interest of the others is left out. Told to the project in 2017; 1.0.0 is still its newest release. pyxirr is right.
# output:    rate a month, number of payments of 100 for a debt of 1200; then the same two rates asked for at once
#   | rate 0.01: numpy-financial 12.85, pyxirr 12.85
#   | rate 0.000001: numpy-financial 12.00, pyxirr 12.00
#   | rate 0: numpy-financial -12.00, pyxirr 12.00
#   | rates 0 and 0.01 at once: numpy-financial -12.00 -12.00
# day:       2026-11-30
# why:       instalments without interest are what many settlements come down to: a plan of -12 months ended a year ago, and one such
#            account in a list spoils the count of every other.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  numpy-financial==1.0.0 numpy==2.4.6 pyxirr==0.10.8 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import numpy_financial
import pyxirr

for rate in ("0.01", "0.000001", "0"):
    theirs, other = (nper(float(rate), -100, 1200) for nper in (numpy_financial.nper, pyxirr.nper))
    print(f"rate {rate}: numpy-financial {float(theirs):.2f}, pyxirr {other:.2f}")
both = numpy_financial.nper([0, 0.01], [-100, -100], [1200, 1200])
print("rates 0 and 0.01 at once: numpy-financial", *(f"{float(count):.2f}" for count in both))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
