#!/bin/sh
# Pillow: the same wheel sets the same words in other pixels where the system has no FriBiDi, and says nothing.
#
# versions:  pillow 13.0.0 (wheel for Linux), FriBiDi of the system
# expected:  a wheel that brings FreeType, HarfBuzz and Raqm draws a text alike on every machine
# behaviour: Raqm lies within the wheel, but loads the system's libfribidi at run time; without it the default engine is quietly the
#            basic one, which places signs otherwise. layout_engine=Layout.BASIC is the same everywhere.
# output:    engine by default and whether the picture is that of the basic engine, with FriBiDi and without
#   | with: RAQM False
#   | without: BASIC True
# day:       2026-11-30
# why:       a purpose is drawn across copies of identity cards; one packet of one program, made on two desks, had other bytes, so
#            that its code could not be checked by making it again.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pillow==13.0.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" -c 'from PIL import features; raise SystemExit(not features.check("fribidi"))' ||
  { echo "the system has no FriBiDi" && exit 77; }
mkdir "$work/none"
: >"$work/none/libfribidi.so.0"
: >"$work/none/libfribidi.so"
cat >"$work/draw.py" <<'PYTHON'
import io
import sys

from PIL import Image, ImageDraw, ImageFont


def drawn(**engine):
    picture = Image.new("L", (900, 60))
    font = ImageFont.load_default(40)
    face = ImageFont.truetype(io.BytesIO(font.font_bytes), 40, **engine)
    ImageDraw.Draw(picture).text((5, 5), "For AVA Bank only, To Wait 2026-11-23", font=face, fill=255)
    return ImageFont.Layout(face.layout_engine).name, picture.tobytes()


name, picture = drawn()
print(f"{sys.argv[1]}: {name} {picture == drawn(layout_engine=ImageFont.Layout.BASIC)[1]}")
PYTHON
"$work/venv/bin/python" "$work/draw.py" with >"$work/seen"
LD_LIBRARY_PATH="$work/none" "$work/venv/bin/python" "$work/draw.py" without >>"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
