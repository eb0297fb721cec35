#!/bin/sh
# Of four readers of Word files none gives the amounts of a letter as Word prints them: they are lost, or there twice.
#
# versions:  python-docx 1.2.0, docx2python 3.7.1, docx2txt 0.9, mammoth 1.13.0
# expected:  the text of the letter with its changes accepted, or with none: insertions and the new place of what was moved, or the
#            deleted text and the old place (ECMA-376-1 §17.13.5), with the results of fields (§17.16.19) and content controls (§17.5.2)
# behaviour: python-docx gives neither the deleted nor the inserted text, and none of moved text, simple fields and content controls.
#            docx2python and docx2txt give moved text at its old and its new place. mammoth drops simple fields. None says so.
# output:    the lines; with changes accepted Word prints 本金8,000.00元 | 元费用50.00 | 2026-12-31前 | 利息320.50元
#   | python-docx: 本金元 | 元费用 | 前 | 利息元
#   | docx2python: 本金8,000.00元 | 50.00元费用50.00 | 2026-12-31前 | 利息320.50元
#   | docx2txt: 本金8,000.00元 | 50.00元费用50.00 | 2026-12-31前 | 利息320.50元
#   | mammoth: 本金8,000.00元 | 元费用50.00 | 前 | 利息320.50元
# day:       2026-11-30
# why:       offers go to and fro between bank and agent with changes marked; a program that reads them finds no amount, or fees
#            of 100.00 for 50.00.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  python-docx==1.2.0 docx2python==3.7.1 docx2txt==0.9 mammoth==1.13.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - "$work/offer.docx" >"$work/seen" <<'PYTHON'
import sys

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

PATH = sys.argv[1]
BY = 'w:author="bank" w:date="2026-11-30T00:00:00Z"'


def run(text, element="t"):
    return f"<w:r><w:{element}>{text}</w:{element}></w:r>"


LINES = (
    run("本金")
    + f'<w:del w:id="1" {BY}>{run("10,000.00", "delText")}</w:del><w:ins w:id="2" {BY}>{run("8,000.00")}</w:ins>'
    + run("元"),
    f'<w:moveFromRangeStart w:id="3" w:name="fee" {BY}/><w:moveFrom w:id="4" {BY}>{run("50.00")}</w:moveFrom>'
    + '<w:moveFromRangeEnd w:id="3"/>'
    + run("元费用")
    + f'<w:moveToRangeStart w:id="5" w:name="fee" {BY}/><w:moveTo w:id="6" {BY}>{run("50.00")}</w:moveTo>'
    + '<w:moveToRangeEnd w:id="5"/>',
    f'<w:fldSimple w:instr=" MERGEFIELD due ">{run("2026-12-31")}</w:fldSimple>' + run("前"),
    run("利息") + f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('320.50')}</w:sdtContent></w:sdt>" + run("元"),
)
letter = docx.Document()
end = letter.element.body.sectPr
for line in LINES:
    end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{line}</w:p>"))
letter.save(PATH)


def told(name, text):
    print(f"{name}:", " | ".join(text.split()))


told("python-docx", "\n".join(paragraph.text for paragraph in docx.Document(PATH).paragraphs))
with docx2python(PATH) as read:
    told("docx2python", read.text)
told("docx2txt", docx2txt.process(PATH))
with open(PATH, "rb") as file:
    told("mammoth", mammoth.extract_raw_text(file).value)
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
