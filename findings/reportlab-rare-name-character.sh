#!/bin/sh
# reportlab's own Chinese font writes a rare character of a name so that some readers lose the amount behind it.
#
# versions:  reportlab 5.1.0; read by pypdf 7.1.1, pypdfium2 5.15.2, pdfminer.six 20260107 and pymupdf 2.0
# expected:  drawString draws the characters that it is given, or says that the font has none; readers give one text, or a sign
#            for "unknown" in the place of one character
# behaviour: UnicodeCIDFont("STSong-Light") names the encoding UniGB-UCS2-H, which knows two bytes a character and leaves D800 to DFFF
#            out of its codespace (ISO 32000-1 table 118: UCS-2; UniGB-UTF16-H has pairs), but writes characters beyond U+FFFF as
#            UTF-16 pairs. Readers resume at different bytes: one or both of the pair's halves are taken with the bytes behind
#            them for other characters, up to the end of the text. reportlab says nothing. Embed a TrueType font.
# output:    the text, then what each reader gives
#   | 张𠮷 1,234.56: pypdf 张𠮷 1,234.56, pdfium 张𠮷 1,234.56, pdfminer 张䋟 1,234.56, mupdf 张䋟㐀㔀
#   | 赵𣲗应还12,345元: pypdf 赵𣲗应还12,345元, pdfium 赵𣲗应还12,345元, pdfminer 赵俜非钏12,345元, mupdf 赵俜非钏12,345元
#   | 张堃 1,234.56: pypdf 张堃 1,234.56, pdfium 张堃 1,234.56, pdfminer 张堃 1,234.56, mupdf 张堃 1,234.56
# day:       2026-11-30
# why:       names on identity cards have such characters; the letter then names somebody else, and its amount cannot be read or
#            searched, while letters to all others are right.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  reportlab==5.1.0 pypdf==7.1.1 pypdfium2==5.15.2 pdfminer.six==20260107 pymupdf==2.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
READERS = {
    "pypdf": lambda file: pypdf.PdfReader(file).pages[0].extract_text(),
    "pdfium": lambda file: pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
    "pdfminer": extract_text,
    "mupdf": lambda file: pymupdf.open(stream=file.getvalue())[0].get_text(),
}
for text in ("张𠮷 1,234.56", "赵𣲗应还12,345元", "张堃 1,234.56"):
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.setFont("STSong-Light", 12)
    page.drawString(60, 700, text)
    page.save()
    print(f"{text}:", ", ".join(f"{name} {read(file).strip()}" for name, read in READERS.items()))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
