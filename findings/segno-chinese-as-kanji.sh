#!/bin/sh
# segno writes some Chinese words as Japanese ones into a QR code, with encoding="utf-8" too.
#
# versions:  segno 1.6.6; read back with zxing-cpp 3.1.1 and pillow 13.0.0
# expected:  a word that Shift JIS cannot hold is stored as UTF-8 bytes and reads back as it was written
# behaviour: when the UTF-8 bytes of a word, taken in pairs, all lie in the range of Shift JIS kanji, segno stores them in
#            kanji mode. The code is valid, its text is another one. 合同编号 (contract number), 编号 (number), 减免 (relief)
#            and 协商 (negotiation) are such words; 还款计划 is not. mode="byte" keeps the words.
# output:    word, mode that segno chose, text that a reader gets
#   | 合同编号 default: kanji 蜷亥酔郛門捷
#   | 合同编号 utf-8: kanji 蜷亥酔郛門捷
#   | 合同编号 byte: byte 合同编号
#   | 协商 default: kanji 蜊丞膚
#   | 还款计划 default: byte 还款计划
# day:       2026-11-28
# why:       a QR code on a plan or a letter carries exactly these words; what a bank's scanner gets is a different text, and
#            nobody who looks at the printed code can see it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1 pillow==13.0.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import segno
import zxingcpp
from PIL import Image

WAYS = {"default": {}, "utf-8": {"encoding": "utf-8"}, "byte": {"mode": "byte"}}
for word, way in [("合同编号", "default"), ("合同编号", "utf-8"), ("合同编号", "byte"), ("协商", "default"), ("还款计划", "default")]:
    code = segno.make(word, micro=False, **WAYS[way])
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=6, border=4)
    read = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
    print(f"{word} {way}: {code.mode} {read[0].text}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
