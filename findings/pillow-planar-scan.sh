#!/bin/sh
# Pillow opens an uncompressed 48-bit colour scan stored by planes, without an error, with the pixels of another picture.
#
# versions:  pillow 13.0.0; the file is written, and read beside it, by tifffile 2026.3.3 with numpy 2.4.6
# expected:  16-bit RGB comes scaled to 8 bits a sample, as Pillow does when the samples are interleaved; or an error
# behaviour: with PlanarConfiguration 2 and no compression each plane is unpacked as if it held 8-bit samples: low and high
#            bytes alternate as pixels, and the right half of every row is lost. The mode is RGB, the size is right.
# output:    one row of four pixels whose 16-bit samples are 0x1011 ... 0x3311, as read (8 bits a sample)
#   | interleaved, pillow: (16, 32, 48) (17, 33, 49) (18, 34, 50) (19, 35, 51)
#   | planes, pillow: (17, 17, 17) (16, 32, 48) (17, 17, 17) (17, 33, 49)
#   | planes, tifffile: (16, 32, 48) (17, 33, 49) (18, 34, 50) (19, 35, 51)
# day:       2026-11-28
# why:       proofs arrive as scans of every kind; this one goes into the packet as noise, and only an eye can tell.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
  pillow==13.0.0 tifffile==2026.3.3 numpy==2.4.6 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import io

import numpy
import tifffile
from PIL import Image

PIXELS = numpy.array([[[0x1011 + 0x100 * x + 0x1000 * sample for sample in range(3)] for x in range(4)]], dtype="uint16")


def scan(layout):
    file = io.BytesIO()
    samples = PIXELS if layout == "contig" else numpy.moveaxis(PIXELS, 2, 0)
    tifffile.imwrite(file, samples, photometric="rgb", planarconfig=layout, metadata=None)
    file.seek(0)
    return file


def row(pixels):
    return " ".join(str(tuple(int(sample) for sample in pixel)) for pixel in pixels[0])


print("interleaved, pillow:", row(numpy.asarray(Image.open(scan("contig")))))
print("planes, pillow:", row(numpy.asarray(Image.open(scan("separate")))))
print("planes, tifffile:", row(numpy.moveaxis(tifffile.imread(scan("separate")), 0, 2) >> 8))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
