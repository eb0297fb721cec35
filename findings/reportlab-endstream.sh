#!/bin/sh
# reportlab writes "endstream" right behind the data of a stream, so that no file of it can keep PDF/A; pikepdf mends it.
#
# versions:  reportlab 5.1.0, pikepdf 10.18.0
# expected:  ISO 19005-1 to -3, §6.1.7: "endstream" stands on a line of its own, behind an end of line that the length leaves out;
#            ISO 32000-1 §7.3.8.1 recommends the same
# behaviour: PDFStream.format joins the data and the word. No option changes that, and a document with output intent, XMP and
#            structure added by hand still fails. Saved again by pikepdf, as it comes, each stream ends as it should.
# output:    streams of a document of two pages, and how many of them end a line before "endstream"
#   | reportlab: 2 streams, 0 end a line
#   | pikepdf: 2 streams, 2 end a line
# day:       2026-11-29
# why:       courts and archives ask for PDF/A; the packages that add its metadata to files of reportlab do not look at this.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check reportlab==5.1.0 pillow==13.0.0 pikepdf==10.18.0 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io
import re

import pikepdf
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0


def told(name, data):
    """How many streams there are, and how many end a line that their length does not count."""
    found = [(int(one[1]), one.end()) for one in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", data)]
    ended = sum(data[at + size :].startswith((b"\nendstream", b"\r\nendstream")) for size, at in found)
    print(f"{name}: {len(found)} streams, {ended} end a line")


file = io.BytesIO()
canvas = Canvas(file, invariant=1, pageCompression=1)
for name in ("one", "two"):
    canvas.drawString(72, 720, name)
    canvas.showPage()
canvas.save()
told("reportlab", file.getvalue())
again = io.BytesIO()
with pikepdf.open(file) as pdf:
    pdf.save(again, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
told("pikepdf", again.getvalue())
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
