#!/bin/sh
# Joining two tagged PDF papers drops the tags, or leaves the second page pointing at the tags of the first.
#
# versions:  pypdf 7.1.0, pikepdf 10.18.0, pypdfium2 5.15.2
# expected:  tags come along, or are taken away with everything that refers to them, or a warning says so
# behaviour: nothing is said in any case. pypdf's append drops the tree, and the document's language with it. pikepdf's
#            pages.extend and add_pages_from keep the tree of the first file as it was and the second page's StructParents
#            number: 0, which in that tree is the first page. PDFium's import_pages drops the tree and keeps the numbers.
# output:    of a joined file: its structure tree, language, elements below the tree, StructParents by page, warnings
#   | pypdf append: tree False, language None, elements 0, StructParents [None, None], warnings 0
#   | pikepdf extend: tree True, language zh-CN, elements 1, StructParents [0, 0], warnings 0
#   | pikepdf add_pages_from: tree True, language zh-CN, elements 1, StructParents [0, 0], warnings 0
#   | pdfium import_pages: tree False, language None, elements 0, StructParents [0, 0], warnings 0
# day:       2026-11-28
# why:       a packet for a bank is a bundle of papers; made of accessible ones it stops being accessible, or the content
#            of the second paper is tied to the tags of the first.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pypdf==7.1.0 pikepdf==10.18.0 pypdfium2==5.15.2 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io
import warnings

import pikepdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name


def tagged(words):
    """One page with one tagged paragraph."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(300, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = file.make_stream(b"/P <</MCID 0>> BDC BT /F1 12 Tf 20 100 Td (%s) Tj ET EMC" % words)
    page.obj.StructParents = 0
    paragraph = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=0, Pg=page.obj))
    parents = file.make_indirect(Dictionary(Nums=Array([0, Array([paragraph])])))
    tree = Dictionary(Type=Name.StructTreeRoot, K=Array([paragraph]), ParentTree=parents, ParentTreeNextKey=1)
    file.Root.StructTreeRoot = paragraph.P = file.make_indirect(tree)
    file.Root.MarkInfo = Dictionary(Marked=True)
    file.Root.Lang = "zh-CN"
    return saved(file)


def saved(file):
    stream = io.BytesIO()
    file.save(stream)
    return stream


def by_pypdf(first, second):
    writer = pypdf.PdfWriter()
    writer.append(first)
    writer.append(second)
    stream = io.BytesIO()
    writer.write(stream)
    return stream


def by_extend(first, second):
    file = pikepdf.open(first)
    file.pages.extend(pikepdf.open(second).pages)
    return saved(file)


def by_add_pages_from(first, second):
    file = pikepdf.open(first)
    file.add_pages_from(pikepdf.open(second))
    return saved(file)


def by_pdfium(first, second):
    file = pypdfium2.PdfDocument.new()
    file.import_pages(pypdfium2.PdfDocument(first))
    file.import_pages(pypdfium2.PdfDocument(second))
    return saved(file)


WAYS = {
    "pypdf append": by_pypdf,
    "pikepdf extend": by_extend,
    "pikepdf add_pages_from": by_add_pages_from,
    "pdfium import_pages": by_pdfium,
}
for name, join in WAYS.items():
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        joined = pikepdf.open(join(tagged(b"one"), tagged(b"two")))
    tree = joined.Root.get("/StructTreeRoot")
    print(
        f"{name}: tree {tree is not None}, language {joined.Root.get('/Lang')}, elements {len(tree.K) if tree else 0},"
        f" StructParents {[page.obj.get('/StructParents') for page in joined.pages]}, warnings {len(heard)}"
    )
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
