#!/bin/sh
# ofdkit glues two amounts of an OFD page together that stand four centimetres apart.
#
# versions:  ofdkit 0.2.0
# expected:  a wide gap makes a space in the text, whichever way the file positions its characters
# behaviour: inside one TextCode the gaps given by DeltaX are summed into the run's width but never looked at: the text
#            comes without a space and as one run. The same figures in two TextCodes, at the same places, are kept apart.
#            GB/T 33190 lets a writer use either.
# output:    extract_text, then text, x and width of each run in millimetres
#   | one TextCode: 100.00320.50 [('100.00320.50', 10, 62)]
#   | two TextCodes: 100.00   320.50 [('100.00', 10, 12), ('320.50', 60, 12)]
# day:       2026-11-28
# why:       statements and invoices come as OFD; "100.00320.50" reads as one number or none, and a balance is lost.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check ofdkit==0.2.0 ||
  { echo "the package cannot be installed here" && exit 77; }
"$work/venv/bin/python" - "$work/page.ofd" >"$work/seen" <<'PYTHON'
import sys
import zipfile

import ofdkit

PATH = sys.argv[1]
PARTS = {
    "OFD.xml": """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.0"><ofd:DocBody>
        <ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""",
    "Doc_0/Document.xml": """<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>5</ofd:MaxUnitID>
        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>
        <ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>""",
    "Doc_0/Pages/Page_0/Content.xml": """<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2">
        <ofd:TextObject ID="3" Boundary="10 20 180 10" Font="5" Size="4">{}</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>""",
}
CODES = {
    "one TextCode": '<ofd:TextCode X="0" Y="4" DeltaX="g 5 2 40 g 5 2">100.00320.50</ofd:TextCode>',
    "two TextCodes": '<ofd:TextCode X="0" Y="4" DeltaX="g 5 2">100.00</ofd:TextCode>'
    '<ofd:TextCode X="50" Y="4" DeltaX="g 5 2">320.50</ofd:TextCode>',
}
for name, code in CODES.items():
    with zipfile.ZipFile(PATH, "w") as package:
        for part, content in PARTS.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8"?>' + content.format(code))
    runs = [(run.text, round(run.x), round(run.width)) for run in ofdkit.open(PATH).pages[0].runs]
    print(f"{name}: {ofdkit.extract_text(PATH)} {runs}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
