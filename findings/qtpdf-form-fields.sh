#!/bin/sh
# QtPdf draws a filled PDF form with every field empty.
#
# versions:  PySide6-Essentials and PySide6-Addons 6.11.3, beside them pypdfium2 5.15.2; form made by reportlab 5.1.0
# expected:  a field that brings its own appearance is drawn like the rest of the page, as in any viewer; QtPdf and
#            pypdfium2 stand on the same PDFium
# behaviour: QPdfDocument.render leaves the place of each field blank, with RenderFlag.Annotations too. No error, no hint.
#            PDFium draws fields once its form environment is set up: pypdfium2 by init_forms, Qt has no such call. Print
#            and show forms flattened.
# output:    whether ink is found at the field and at a word of the page
#   | QtPdf: field blank, page inked
#   | QtPdf with Annotations: field blank, page inked
#   | pypdfium2: field blank, page inked
#   | pypdfium2 after init_forms: field inked, page inked
# day:       2026-11-28
# why:       a desk that shows or prints a bank's form through QtPdf sends out a signed form without a single figure in it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  PySide6-Essentials==6.11.3 PySide6-Addons==6.11.3 shiboken6==6.11.3 pypdfium2==5.15.2 reportlab==5.1.0 pillow==13.0.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
export QT_QPA_PLATFORM=offscreen
"$work/venv/bin/python" -c "import PySide6.QtPdf" || { echo "Qt's system libraries are missing here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842
PLACES = {"field": range(HEIGHT - 735, HEIGHT - 695), "page": range(HEIGHT - 620, HEIGHT - 590)}


def form():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(72, 600, "88888")
    canvas.acroForm.textfield(
        name="amount", x=72, y=700, width=200, height=30, value="88888", fontSize=20, fillColor=None, borderWidth=0
    )
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def ink(dark):
    """Whether any dark point lies in each place; ``dark(x, y)`` judges one point, y downward."""
    inked = {place: any(dark(x, y) for y in rows for x in range(WIDTH)) for place, rows in PLACES.items()}
    return ", ".join(f"{place} {'inked' if found else 'blank'}" for place, found in inked.items())


def by_qt(flags):
    buffer = QBuffer()
    buffer.setData(QByteArray(FORM))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document, options = QPdfDocument(), QPdfDocumentRenderOptions()
    document.load(buffer)
    options.setRenderFlags(flags)
    image = document.render(0, QSize(WIDTH, HEIGHT), options).convertToFormat(QImage.Format.Format_ARGB32)
    colour = image.pixelColor
    return ink(lambda x, y: colour(x, y).alpha() > 128 and colour(x, y).lightness() < 100)


def by_pdfium(forms):
    document = pypdfium2.PdfDocument(FORM)
    if forms:
        document.init_forms()
    grey = document[0].render().to_pil().convert("L")
    return ink(lambda x, y: grey.getpixel((x, y)) < 100)


application = QGuiApplication([])
FORM = form()
print("QtPdf:", by_qt(QPdfDocumentRenderOptions.RenderFlag(0)))
print("QtPdf with Annotations:", by_qt(QPdfDocumentRenderOptions.RenderFlag.Annotations))
print("pypdfium2:", by_pdfium(forms=False))
print("pypdfium2 after init_forms:", by_pdfium(forms=True))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
