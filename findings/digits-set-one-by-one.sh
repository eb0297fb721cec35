#!/bin/sh
# An amount whose digits are set one by one is one number or several, by reader, by font and by the way it is spaced.
#
# versions:  pypdf 7.1.0, pypdfium2 5.15.2, pdfminer.six 20260107; pages made by reportlab 5.1.0
# expected:  readers differ in where they see a space, but each judges by the gap that is on the page
# behaviour: the narrowest gap that splits 1234567 differs between readers; PDFium and pypdf also have another one for each
#            font. The same digits 0.30 em apart by character spacing (Tc) instead of by moves are never split by either,
#            and still by pdfminer.
# output:    font 10 points, narrowest gap in hundredths of an em at which the number falls apart; then the text with Tc
#   | Helvetica: pdfminer 11, pypdf 14, pdfium 21
#   | Times-Roman: pdfminer 11, pypdf 13, pdfium 13
#   | Courier: pdfminer 11, pypdf 30, pdfium 16
#   | Helvetica with Tc: pdfminer 1 2 3 4 5 6 7, pypdf 1234567, pdfium 1234567
# day:       2026-11-28
# why:       boxes of bank forms and columns of statements are filled digit by digit; 1234567 that reads as 1 2 3 is an
#            amount of one yuan. Keep gaps below a tenth of an em, or space by Tc.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  pypdf==7.1.0 pypdfium2==5.15.2 pdfminer.six==20260107 reportlab==5.1.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pdfminer.high_level
import pypdf
import pypdfium2
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

NUMBER = "1234567"
READERS = {
    "pdfminer": pdfminer.high_level.extract_text,
    "pypdf": lambda file: pypdf.PdfReader(file).pages[0].extract_text(),
    "pdfium": lambda file: pypdfium2.PdfDocument(file)[0].get_textpage().get_text_bounded(),
}


def page(font, gap=0.0, spacing=0.0):
    """A page with the number, its digits moved apart by the gap or spaced by Tc, both in em."""
    file = io.BytesIO()
    canvas = Canvas(file)
    text = canvas.beginText(72, 700)
    text.setFont(font, 10)
    text.setCharSpace(spacing * 10)
    x = 72
    for run in [NUMBER] if spacing else NUMBER:
        text.setTextOrigin(x, 700)
        text.textOut(run)
        x += stringWidth(run, font, 10) + gap * 10
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file


def narrowest(font, read):
    return next(gap for gap in range(5, 60) if read(page(font, gap / 100)).strip() != NUMBER)


for font in ("Helvetica", "Times-Roman", "Courier"):
    print(f"{font}:", ", ".join(f"{name} {narrowest(font, read)}" for name, read in READERS.items()))
spaced = page("Helvetica", spacing=0.3)
print("Helvetica with Tc:", ", ".join(f"{name} {read(spaced).strip()}" for name, read in READERS.items()))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
