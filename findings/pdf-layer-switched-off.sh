#!/bin/sh
# An amount in a PDF layer that is switched off is read as if it stood on the page.
#
# versions:  pypdf 7.1.1, pypdfium2 5.15.2, pdfminer.six 20260107, pdfplumber 0.11.10, pymupdf 2.0; page made by reportlab 5.1.0 and
#            pikepdf 10.18.0
# expected:  the text of what is shown: ISO 32000-1 §8.11 hides the content of a group that the default configuration turns off, on
#            the screen and on paper; PDFium, which draws the page without it, reads it without it
# behaviour: pypdf, PDFium, pdfminer and pdfplumber give the hidden amount among the others, with a place on the page and nothing
#            that sets it apart. MuPDF leaves it out. In PDFium the mark OC of a page object tells that it is in some layer.
# output:    amounts of a letter whose earlier offer lies in a layer that is off; for PDFium also whether it is drawn
#   | pypdf: 8,000.00 9,999.00
#   | pdfium: 8,000.00 9,999.00, drawn: 8,000.00 True, 9,999.00 False
#   | pdfminer: 8,000.00 9,999.00
#   | pdfplumber: 8,000.00 9,999.00
#   | mupdf: 8,000.00
# day:       2026-11-30
# why:       forms in two languages, drafts and earlier offers are layers; a program reads an amount, or a row of a statement, that
#            nobody who holds the paper can find.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check reportlab==5.1.0 pikepdf==10.18.0 \
  pypdf==7.1.1 pypdfium2==5.15.2 pdfminer.six==20260107 pdfplumber==0.11.10 pymupdf==2.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pdfplumber
import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen import canvas

page = io.BytesIO()
sheet = canvas.Canvas(page, pagesize=(300, 300))
sheet.drawString(50, 200, "8,000.00")
sheet.save()
file = io.BytesIO()
with pikepdf.open(page) as pdf:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="earlier offer"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(ON=[], OFF=[layer], Order=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(earlier=layer)
    pdf.pages[0].contents_add(b"/OC /earlier BDC BT /F1 12 Tf 50 100 Td (9,999.00) Tj ET EMC")
    pdf.save(file)


def drawn(document, top):
    picture = document[0].render(scale=1, grayscale=True)
    lines = bytes(picture.buffer)[top * picture.stride : (top + 20) * picture.stride]
    return any(lines[row * picture.stride + x] < 128 for row in range(20) for x in range(picture.width))


document = pypdfium2.PdfDocument(file.getvalue())
print("pypdf:", *pypdf.PdfReader(file).pages[0].extract_text().split())
seen = f"drawn: 8,000.00 {drawn(document, 85)}, 9,999.00 {drawn(document, 185)}"
print("pdfium:", " ".join(document[0].get_textpage().get_text_range().split()) + ",", seen)
print("pdfminer:", *extract_text(file).split())
print("pdfplumber:", *pdfplumber.open(file).pages[0].extract_text().split())
print("mupdf:", *pymupdf.open(stream=file.getvalue())[0].get_text().split())
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
