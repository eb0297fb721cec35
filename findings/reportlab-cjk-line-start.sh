#!/bin/sh
# reportlab's wordWrap="CJK" lets Chinese commas and colons begin a line, keeps their ASCII twins back, and cuts amounts.
#
# versions:  reportlab 5.1.0
# expected:  none of ，。、；：？！ begins a line, as in any Chinese typesetting; a number is not broken
# behaviour: 。 and 、 and the ASCII marks are kept from the start of a line. ，；：？！ and 》 and ” are not, nor are the
#            opening （《“ kept from its end. An amount breaks between any two digits.
# output:    a line of ten characters, the mark as the eleventh; then the lines of a sentence with an amount
#   | begin a line: ，；：？！》”
#   | kept from it: 。、）」,.;:?!)
#   | end a line: （《“
#   | 应还金额人民币1,234,5 / 67.89元
# day:       2026-11-28
# why:       letters and agreements to a bank are Chinese prose with amounts; a number in two halves is misread.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check reportlab==5.1.0 pillow==13.0.0 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Paragraph

registerFont(UnicodeCIDFont("STSong-Light"))
STYLE = ParagraphStyle("body", fontName="STSong-Light", fontSize=10, wordWrap="CJK")


def lines(text):
    """The lines of a paragraph ten Chinese characters wide."""
    paragraph = Paragraph(text, STYLE)
    paragraph.wrap(100, 1000)
    return ["".join(words) for _, words in paragraph.blPara.lines]


MARKS = "，。、；：？！）》」”,.;:?!)"
begins = {mark: lines("还" * 10 + mark + "还款计划")[1].startswith(mark) for mark in MARKS}
print("begin a line:", "".join(mark for mark in MARKS if begins[mark]))
print("kept from it:", "".join(mark for mark in MARKS if not begins[mark]))
print("end a line:", "".join(mark for mark in "（《“" if lines("还" * 9 + mark + "计划")[0].endswith(mark)))
print(" / ".join(lines("应还金额人民币1,234,567.89元")))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
