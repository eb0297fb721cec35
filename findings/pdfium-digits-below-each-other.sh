#!/bin/sh
# PDFium joins the figures of a column into one number: 5, 5, 0 and 5 below each other come as 5505.
#
# versions:  pypdfium2 5.15.2 (PDFium of that wheel), pypdf 7.1.1, pdfminer.six 20260107; page made by reportlab 5.1.0
# expected:  a new line, or a space, between texts that stand on lines of their own; other readers give one
# behaviour: where no line of words runs across most of what is on the page, a text of one sign takes the one below it for vertical
#            writing and joins it, whatever lies between the lines. It needs columns that the file draws one after the other;
#            longer figures of the same page stay apart. get_text_range and get_text_bounded are alike; the boxes of the
#            signs tell the truth: split where the baseline changes. A heading across the table cures it.
# output:    the last page of a plan: number, day, instalment, fee, each row 18 points below the other; what stands for the fees
#   | pdfium: 5505
#   | pypdf: 5 5 0 5
#   | pdfminer: 5 5 0 5
#   | pdfium, a heading across the table: 5 5 0 5
#   | pdfium, numbers 1 to 4 in front: 1234 and 5505
# day:       2026-11-30
# why:       tables in bank papers run on to pages that have no heading; a column of small fees or of months overdue is then read as
#            one amount of thousands, in the first row, and the others are empty.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  pypdfium2==5.15.2 pypdf==7.1.1 pdfminer.six==20260107 reportlab==5.1.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen import canvas

DAYS = ("2026-12-20", "2027-01-20", "2027-02-20", "2027-03-20")


def page(first, heading=""):
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=(595, 842))
    sheet.setFont("Helvetica", 10)
    sheet.drawString(60, 810, heading)
    numbers = [str(first + row) for row in range(4)]
    for right, column in ((80, numbers), (180, DAYS), (300, ["856.07"] * 4), (400, ("5", "5", "0", "5"))):
        for row, text in enumerate(column):
            sheet.drawRightString(right, 780 - 18 * row, text)
    sheet.save()
    return file


def by_pdfium(file):
    return pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()


def fees(text):
    return text.split("856.07")[-1].split()


file = page(9)
print("pdfium:", *fees(by_pdfium(file)))
print("pypdf:", *fees(pypdf.PdfReader(file).pages[0].extract_text()))
print("pdfminer:", *fees(extract_text(file)))
heading = "Repayment plan, contract XD-2026-0042, continued from the page before"
print("pdfium, a heading across the table:", *fees(by_pdfium(page(9, heading))))
text = by_pdfium(page(1))
print("pdfium, numbers 1 to 4 in front:", text.split()[0], "and", *fees(text))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
