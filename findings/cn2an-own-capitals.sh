#!/bin/sh
# cn2an does not read the amounts in capitals that it writes itself, once they hold fen alone or no yuan.
#
# versions:  cn2an 0.5.24
# expected:  cn2an.cn2an reads what cn2an.an2cn(..., "rmb") has written
# behaviour: 元 followed by 零 and fen, the form prescribed for cheques, is refused in all three modes, and so is an amount
#            below one yuan; yuan with jiao are read.
# output:    amount, its capitals, what each mode reads
#   | 10000.05 壹万元零伍分: strict refused, normal refused, smart refused
#   | 0.5 伍角: strict refused, normal refused, smart refused
#   | 1234.56 壹仟贰佰叁拾肆元伍角陆分: strict 1234.56, normal 1234.56, smart 1234.56
#   | 100000.5 壹拾万元伍角: strict 100000.5, normal 100000.5, smart 100000.5
# day:       2026-11-28
# why:       checking the capitals on a bank's letter against its figures fails for nearly one amount in ten: all with fen but
#            no jiao.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check cn2an==0.5.24 proces==0.1.7 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import cn2an


def read(text, mode):
    try:
        return cn2an.cn2an(text, mode)
    except ValueError:
        return "refused"


for amount in (10000.05, 0.5, 1234.56, 100000.5):
    capitals = cn2an.an2cn(amount, "rmb")
    print(f"{amount} {capitals}:", ", ".join(f"{mode} {read(capitals, mode)}" for mode in ("strict", "normal", "smart")))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
