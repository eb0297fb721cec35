#!/bin/sh
# pypdf takes a picture of few colours apart wrongly, without a word: PNG lines of pixels shorter than a byte are read one pixel off.
#
# versions:  pypdf 7.1.0, beside it pikepdf 10.18.0; pillow 13.0.0
# expected:  a pixel shorter than a byte is foretold from the byte beside (ISO 32000-1 §7.4.4.4, PNG §9.2: bpp rounded up to 1)
# behaviour: with 4 bits a pixel pypdf reckons 0 bytes beside, so the filters Sub, Average and Paeth add a byte to itself. The
#            picture has its size and its colours, but pixels stand that nobody drew; no warning. With 8 bits it is right.
# output:    reader, bits a pixel, pixels that differ from the picture that was written
#   | pypdf 4 bits: some differ
#   | pypdf 8 bits: 0 differ
#   | pikepdf 4 bits: 0 differ
#   | pikepdf 8 bits: 0 differ
# day:       2026-11-29
# why:       copies of cards are bound with few colours; who takes the covered number's picture out of a packet must find it covered.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pypdf==7.1.0 pikepdf==10.18.0 pillow==13.0.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io
import zlib

import pikepdf
from PIL import Image, ImageChops
from pypdf import PdfReader

WIDTH, HEIGHT = 64, 32


def lines(bits):
    """Rows of numbers 0 to 7, each foretold from the byte beside (filter Sub)."""
    rows = [[(x // 3 + y) % 8 for x in range(WIDTH)] for y in range(HEIGHT)]
    packed = b""
    for row in rows:
        plain = bytes(row) if bits == 8 else bytes(a << 4 | b for a, b in zip(row[::2], row[1::2]))
        packed += b"\1" + bytes((one - before) % 256 for one, before in zip(plain, b"\0" + plain))
    return rows, zlib.compress(packed)


COLOURS = bytes(level for one in range(8) for level in (one * 30, 255 - one * 30, one * 7))
for reader in ("pypdf", "pikepdf"):
    for bits in (4, 8):
        rows, data = lines(bits)
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        image = pikepdf.Stream(pdf, b"")
        image.write(
            data,
            filter=pikepdf.Name.FlateDecode,
            decode_parms=pikepdf.Dictionary(Predictor=15, Colors=1, BitsPerComponent=bits, Columns=WIDTH),
        )
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = WIDTH, HEIGHT, bits
        image.ColorSpace = pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 7, COLOURS])
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        pdf.pages[0].Contents = pdf.make_stream(b"q 64 0 0 32 0 0 cm /I Do Q")
        file = io.BytesIO()
        pdf.save(file)
        if reader == "pypdf":
            found = PdfReader(file).pages[0].images[0].image.convert("RGB")
        else:
            opened = pikepdf.open(file)
            found = pikepdf.PdfImage(opened.pages[0].Resources.XObject.I).as_pil_image().convert("RGB")
        drawn = Image.frombytes("RGB", (WIDTH, HEIGHT), b"".join(COLOURS[3 * n : 3 * n + 3] for row in rows for n in row))
        unlike = sum(1 for one in ImageChops.difference(found, drawn).convert("L").tobytes() if one)
        print(f"{reader} {bits} bits: {'some' if unlike else 0} differ")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
