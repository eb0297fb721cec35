#!/bin/sh
# A still WebP photograph takes four times the memory of the same photograph as JPEG while Pillow decodes it.
#
# versions:  Pillow 13.0.0
# expected:  one picture of pixels, as for JPEG, PNG and TIFF; a WebP of a telephone has no more pixels than its JPEG
# behaviour: every WebP goes through the decoder of animations: a canvas in four channels, the frame, a copy of it as bytes, and
#            the picture that is asked for are there at once. What Image.size tells beforehand says nothing of it.
# output:    4,000 x 3,000 pixels in RGB, most memory beyond that of a tiny picture, in bytes a pixel (a decoded one has four)
#   | JPEG: about 4
#   | WEBP: about 16
# day:       2026-11-29
# why:       a reader of foreign files that is given a limit of memory by the pixels, as for JPEG, refuses the photographs that people
#            send from their telephones; one without a limit takes 190 MB for a file of less than 100 KB.
set -eu
[ -r /proc/self/status ] || { echo "memory is told by Linux only" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pillow==13.0.0 ||
  { echo "the package cannot be installed here" && exit 77; }
script=$(realpath "$0")
cd "$work"
cat >decode.py <<'PYTHON'
"""Bytes a pixel that decoding one file takes at most, rounded to fours; the decoder has seen a tiny file before."""

import sys

from PIL import Image


def most():
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) * 1024


kind = sys.argv[1]
Image.open(f"tiny.{kind}").load()
before = most()
photo = Image.open(f"photo.{kind}")
photo.load()
print(f"{kind}: about {round((most() - before) / (photo.width * photo.height) / 4) * 4}")
PYTHON
"$work/venv/bin/python" - <<'PYTHON'
from PIL import Image

photo = Image.linear_gradient("L").resize((4000, 3000)).convert("RGB")
for kind in ("JPEG", "WEBP"):
    photo.save(f"photo.{kind}", kind)
    photo.resize((8, 8)).save(f"tiny.{kind}", kind)
PYTHON
for kind in JPEG WEBP; do
  "$work/venv/bin/python" decode.py "$kind"
done >seen
sed -n 's/^#   | //p' "$script" | diff - seen
