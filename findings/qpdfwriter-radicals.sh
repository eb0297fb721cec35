#!/bin/sh
# The text of a PDF printed by Qt has radicals in the place of common characters such as 月, 金 and 日.
#
# versions:  PySide6-Essentials 6.11.3, beside it reportlab 5.1.0; font made by fonttools 4.68.0, text read by pypdf 7.1.0
# expected:  copying, searching or reading the text gives the characters that the program drew
# behaviour: Qt writes one character for each glyph, and not the one that was drawn: where a font uses one glyph for U+6708
#            and for the Kangxi radical U+2F49, as Noto Sans SC and Noto Serif SC do, the radical comes out. It looks the same.
#            reportlab keeps the characters with the same font. NFKC brings the characters back.
# output:    code points of the text layer of a page on which 月金日 was drawn; 日 has a glyph of its own in this font
#   | QPdfWriter: U+2F49 U+2FA6 U+65E5
#   | QPdfWriter, NFKC: U+6708 U+91D1 U+65E5
#   | reportlab: U+6708 U+91D1 U+65E5
# day:       2026-11-28
# why:       a statement printed to PDF from a Qt program cannot be searched for 金额 (amount) or 月 (month), and a reader
#            that looks for these words in the head of a table finds no table.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  PySide6-Essentials==6.11.3 shiboken6==6.11.3 reportlab==5.1.0 pypdf==7.1.0 fonttools==4.68.0 pillow==13.0.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
export QT_QPA_PLATFORM=offscreen
"$work/venv/bin/python" -c "import PySide6.QtGui" || { echo "Qt's system libraries are missing here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io
import unicodedata

import pypdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPainter, QPdfWriter
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

DRAWN = "月金日"


def font():
    """A font with one glyph for 月 and its radical, one for 金 and its radical, and one for 日 alone."""
    glyphs = [".notdef", "month", "gold", "day"]
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({0x6708: "month", 0x2F49: "month", 0x91D1: "gold", 0x2FA6: "gold", 0x65E5: "day"})
    builder.setupGlyf({glyph: box for glyph in glyphs})
    builder.setupHorizontalMetrics({glyph: (1000, 100) for glyph in glyphs})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Shared Glyphs", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file


def by_qt(data):
    QFontDatabase.addApplicationFontFromData(QByteArray(data))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.setFont(QFont("Shared Glyphs", 12))
    painter.drawText(100, 500, DRAWN)
    painter.end()
    return io.BytesIO(bytes(buffer.data()))


def by_reportlab(data):
    registerFont(TTFont("SharedGlyphs", io.BytesIO(data)))
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("SharedGlyphs", 12)
    canvas.drawString(72, 700, DRAWN)
    canvas.showPage()
    canvas.save()
    return file


def points(text):
    return " ".join(f"U+{ord(character):04X}" for character in text)


application = QGuiApplication([])
data = font().getvalue()
text = {way.__name__: pypdf.PdfReader(way(data)).pages[0].extract_text().strip() for way in (by_qt, by_reportlab)}
print("QPdfWriter:", points(text["by_qt"]))
print("QPdfWriter, NFKC:", points(unicodedata.normalize("NFKC", text["by_qt"])))
print("reportlab:", points(text["by_reportlab"]))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
