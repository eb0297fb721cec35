#!/bin/sh
# LibreOffice leaves the amount in capitals blank that TEXT(…, "[DBNum2]") writes in Excel: 元整 for 50200.
#
# versions:  LibreOffice 7.4.7.2, Chinese (China) as its locale; the workbook is made by openpyxl 3.1.5
# expected:  伍万零贰佰元整, which the formula gives in Excel: a format without a placeholder for digits is General with what stands
#            before it. So is G/通用格式, as a Chinese Excel calls General. Both stand in nearly every workbook that writes 大写.
# behaviour: TEXT answers with no text at all for "[DBNum2]", and with /通用格式 for "[DBNum2]G/通用格式", whose G it takes for the name
#            of an era; neither is an error. 角 and 分 are right, as "[DBNum2]0角0分" has placeholders. "[DBNum2]General" is read; where
#            the locale is not Chinese that gives figures, and "[DBNum2][$-804]General" is read. What is a cell's own format is
#            stored by Excel as General and shown right.
# output:    the format by which the yuan are written, and what the whole formula gives for two amounts
#   | [DBNum2]: 50200 元整, 1234.56 元伍角陆分
#   | [DBNum2]G/通用格式: 50200 /通用格式元整, 1234.56 /通用格式元伍角陆分
#   | [DBNum2]General: 50200 伍万零贰佰元整, 1234.56 壹仟贰佰叁拾肆元伍角陆分
# day:       2026-11-30
# why:       a bank's form or a receipt that a server fills and has LibreOffice make a PDF of says 元整 where the sum should stand in
#            capitals; on paper nothing says that something is missing, and whoever holds the pen may fill it in.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
command -v soffice >/dev/null || { echo "LibreOffice is not installed here" && exit 77; }
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check openpyxl==3.1.5 ||
  { echo "the package cannot be installed here" && exit 77; }
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>
XML
cat >"$work/make.py" <<'PYTHON'
import sys

import openpyxl

book = openpyxl.Workbook()
for row, form in enumerate(("[DBNum2]", "[DBNum2]G/通用格式", "[DBNum2]General"), 1):
    sheet = book.active
    sheet.cell(row, 1, form)
    for column, amount in ((2, 50200), (3, 1234.56)):
        fen = f'TEXT(ROUND(MOD({amount},1)*100,0),"[DBNum2]0角0分;;整")'
        sheet.cell(row, column, f'=TEXT(INT({amount}),"{form}")&"元"&{fen}')
book.save(sys.argv[1])
PYTHON
PYTHONUTF8=1 "$work/venv/bin/python" "$work/make.py" "$work/amounts.xlsx"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to 'csv:Text - txt - csv (StarCalc):124,34,76' \
  --outdir "$work" "$work/amounts.xlsx" >/dev/null 2>&1
sed 's/^\([^|]*\)|\([^|]*\)|\(.*\)$/\1: 50200 \2, 1234.56 \3/' "$work/amounts.csv" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
