#!/bin/sh
# pypdf joins two filled copies of a form into a file that shows two amounts and reports one.
#
# versions:  pypdf 7.1.0, beside it pikepdf 10.18.0; forms made by reportlab 5.1.0
# expected:  fields of one name are renamed or refused, since ISO 32000 gives all fields of one full name one value
# behaviour: PdfWriter.append leaves two root fields named amount with different values. get_fields and
#            get_form_text_fields know the last only; filling amount overwrites both. Nothing is said. pikepdf's
#            add_pages_from renames the second; with pypdf the caller can, by add_form_topname on each reader.
# output:    root fields, values on the pages, what the reader reports, pages after filling amount with 999.00
#   | pypdf: fields amount amount, on the pages 100.00 250.00, reported {'amount': '250.00'}, after filling 999.00 999.00
#   | pypdf with add_form_topname: reported {'first.amount': '100.00', 'second.amount': '250.00'}
#   | pikepdf add_pages_from: amount 100.00, amount+1 250.00
# day:       2026-11-28
# why:       a debtor with two cards at one bank files the bank's form twice; bound into one packet, what a reader of the
#            fields gets for the first account is the second's amount.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pypdf==7.1.0 pikepdf==10.18.0 reportlab==5.1.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import pikepdf
import pypdf
from reportlab.pdfgen.canvas import Canvas


def form(amount):
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.acroForm.textfield(name="amount", x=72, y=700, width=200, height=20, value=amount)
    canvas.showPage()
    canvas.save()
    return file


def written(writer):
    file = io.BytesIO()
    writer.write(file)
    return pypdf.PdfReader(file)


def on_pages(reader):
    return " ".join(field.get_object()["/V"] for page in reader.pages for field in page["/Annots"])


writer = pypdf.PdfWriter()
for amount in ("100.00", "250.00"):
    writer.append(form(amount))
joined = written(writer)
roots = " ".join(field.get_object()["/T"] for field in joined.trailer["/Root"]["/AcroForm"]["/Fields"])
writer.update_page_form_field_values(None, {"amount": "999.00"}, auto_regenerate=False)
print(
    f"pypdf: fields {roots}, on the pages {on_pages(joined)}, reported {joined.get_form_text_fields()},"
    f" after filling {on_pages(written(writer))}"
)

renamed = pypdf.PdfWriter()
for name, amount in (("first", "100.00"), ("second", "250.00")):
    reader = pypdf.PdfReader(form(amount))
    reader.add_form_topname(name)
    renamed.append(reader)
print("pypdf with add_form_topname: reported", written(renamed).get_form_text_fields(full_qualified_name=True))

bound = pikepdf.open(form("100.00"))
bound.add_pages_from(pikepdf.open(form("250.00")))
fields = [(field.fully_qualified_name, field.value_as_string) for field in bound.acroform.fields]
print("pikepdf add_pages_from:", ", ".join(f"{name} {value}" for name, value in fields))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
