#!/bin/sh
# PDFium takes the hyphen out of a contract number that is broken after it.
#
# versions:  pypdfium2 5.15.2 (PDFium of that wheel), pypdf 7.1.0, pdfminer.six 20260107; page made by reportlab 5.1.0
# expected:  text that is on the page comes out: the hyphen, and perhaps a line break
# behaviour: a hyphen after a letter at the end of a line is taken for a hyphenated word. In its place stands one code that
#            is no character, U+0002 from get_text_bounded and U+FFFE from get_text_range; the line break goes too. A search
#            finds the number neither with the hyphen nor without. After a digit the hyphen stays.
# output:    what each reader gives for two lines of Helvetica, then what PDFium's search finds
#   | pdfium bounded: 'XD-GZ\x02B0042'
#   | pdfium range: 'XD-GZ\ufffeB0042'
#   | pypdf: 'XD-GZ-\nB0042'
#   | pdfminer: 'XD-GZ-\nB0042'
#   | pdfium search: XD-GZ-B0042 None, XD-GZB0042 None
#   | pdfium bounded after a digit: 'XD-26-\r\nB0042'
# day:       2026-11-28
# why:       numbers of contracts and cases carry hyphens and stand in narrow columns; a number read like this matches no
#            account, and stripping control characters makes a different number of it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  pypdfium2==5.15.2 pypdf==7.1.0 pdfminer.six==20260107 reportlab==5.1.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pdfminer.high_level
import pypdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas


def two_lines(first, second):
    file = io.BytesIO()
    canvas = Canvas(file)
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica", 12)
    text.textLine(first)
    text.textLine(second)
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file


file = two_lines("XD-GZ-", "B0042")
page = pypdfium2.PdfDocument(file)[0].get_textpage()
print("pdfium bounded:", ascii(page.get_text_bounded()))
print("pdfium range:", ascii(page.get_text_range()))
print("pypdf:", ascii(pypdf.PdfReader(file).pages[0].extract_text().strip()))
print("pdfminer:", ascii(pdfminer.high_level.extract_text(file).strip()))
found = {number: page.search(number).get_next() for number in ("XD-GZ-B0042", "XD-GZB0042")}
print("pdfium search:", ", ".join(f"{number} {hit}" for number, hit in found.items()))
after_digit = pypdfium2.PdfDocument(two_lines("XD-26-", "B0042"))[0].get_textpage()
print("pdfium bounded after a digit:", ascii(after_digit.get_text_bounded()))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
