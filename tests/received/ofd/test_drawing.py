"""Pages of OFD look as their XML says: each kind of object by the colours at its places."""

from __future__ import annotations

import pytest

from tests.received.ofd.making import (
    BLACK,
    BLUE,
    RED,
    WHITE,
    at,
    element,
    kinds,
    ofd,
    page,
    picture,
    seal,
    seen,
    signed_ofd,
    square,
    stamp,
    text,
)
from workstation.received.ofd.drawing import drawn

IMAGE = '<ofd:ImageObject ID="7" ResourceID="20" Boundary="10 20 40 40"{more}/>'
MEDIA = (
    '<ofd:MultiMedias><ofd:MultiMedia ID="20" Type="Image"><ofd:MediaFile>one.png</ofd:MediaFile></ofd:MultiMedia>'
    "</ofd:MultiMedias>"
)
PARAMETERS = (
    '<ofd:DrawParams><ofd:DrawParam ID="30" LineWidth="4"><ofd:StrokeColor Value="255 0 0"/></ofd:DrawParam>'
    '<ofd:DrawParam ID="31" Relative="30"><ofd:FillColor Value="0 0 255"/></ofd:DrawParam></ofd:DrawParams>'
)
SPACES = (
    '<ofd:ColorSpaces><ofd:ColorSpace ID="40" Type="CMYK"/><ofd:ColorSpace ID="41" Type="GRAY"/>'
    '<ofd:ColorSpace ID="42" Type="RGB"><ofd:Palette><ofd:CV>0 0 255</ofd:CV><ofd:CV>255 0 0</ofd:CV></ofd:Palette>'
    "</ofd:ColorSpace></ofd:ColorSpaces>"
)
UNIT = (
    '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="10" Height="10"><ofd:Content>'
    f"{square(0, 0, 10)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
)


def path(data: str, more: str = "", inside: str = "", boundary: str = "10 20 60 60") -> str:
    return (
        f'<ofd:PathObject ID="5" Boundary="{boundary}"{more}>{inside}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )


FILLED = ' Fill="true" Stroke="false"'
IN_RED = '<ofd:FillColor Value="255 0 0"/>'
CLIP = (
    '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 5 20"><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 20 L 0 20 C'
    "</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>"
)
Places = list[tuple[float, float, tuple[int, int, int]]]
LOOKS: dict[str, tuple[str, str, Places]] = {
    "a square": (square(10, 20), "", [(12, 22, RED), (28, 38, RED), (32, 22, WHITE), (8, 22, WHITE)]),
    "hexadecimal colours": (square(10, 20, colour="#00 #00 #ff"), "", [(12, 22, BLUE)]),
    "one colour part is grey": (square(10, 20, colour="0"), "", [(12, 22, BLACK)]),
    "gray": (
        square(10, 20).replace("<ofd:FillColor ", '<ofd:FillColor ColorSpace="41" ').replace("255 0 0", "0"), SPACES,
        [(12, 22, BLACK)],
    ),
    "cmyk": (
        square(10, 20, colour="0 0 0 255").replace("<ofd:FillColor ", '<ofd:FillColor ColorSpace="40" '), SPACES,
        [(12, 22, (35, 31, 32))],
    ),
    "palette": (
        square(10, 20).replace('<ofd:FillColor Value="255 0 0"', '<ofd:FillColor ColorSpace="42" Index="0"'), SPACES,
        [(12, 22, BLUE)],
    ),
    "later objects cover": (square(10, 20) + square(20, 30, colour="0 0 255"), "", [(12, 22, RED), (25, 35, BLUE)]),
    "a hidden object": (square(10, 20, more=' Visible="false"'), "", [(12, 22, WHITE)]),
    "a page block": (f'<ofd:PageBlock ID="8">{square(10, 20)}</ofd:PageBlock>', "", [(12, 22, RED)]),
    "half clear": (square(10, 20, more=' Alpha="128"'), "", [(12, 22, (255, 127, 127))]),
    "a colour that is half clear": (
        square(10, 20).replace('Value="255 0 0"', 'Value="255 0 0" Alpha="128"'), "",
        [(12, 22, (255, 127, 127))],
    ),
    "moved and doubled": (
        square(10, 20, more=' CTM="2 0 0 2 5 0"'), "",
        [(13, 22, WHITE), (17, 22, RED), (53, 58, RED)],
    ),
    "a quarter turn": (
        path("M 0 0 L 20 0 L 20 5 L 0 5 C", FILLED + ' CTM="0 1 -1 0 10 0"', IN_RED), "",
        [(17, 30, RED), (25, 22, WHITE)],
    ),
    "a curve": (path("M 0 0 B 0 40 40 40 40 0 C", FILLED, IN_RED), "", [(30, 40, RED), (12, 45, WHITE)]),
    "a curve of the second degree": (
        path("M 0 0 Q 20 40 40 0 C", FILLED, IN_RED), "",
        [(30, 35, RED), (30, 45, WHITE)],
    ),
    "half a disc": (
        path("M 0 20 A 20 20 0 0 1 40 20 C", FILLED, IN_RED), "",
        [(30, 22, RED), (30, 45, WHITE), (12, 22, WHITE)],
    ),
    "the other half": (path("M 0 20 A 20 20 0 0 0 40 20 C", FILLED, IN_RED), "", [(30, 22, WHITE), (30, 55, RED)]),
    "a frame, even-odd": (
        path("M 0 0 L 40 0 L 40 40 L 0 40 C M 10 10 L 30 10 L 30 30 L 10 30 C", FILLED + ' Rule="Even-Odd"', IN_RED), "",
        [(12, 22, RED), (30, 40, WHITE)],
    ),
    "a start by S": (path("S 0 0 L 40 0 L 40 40 L 0 40 C", FILLED, IN_RED), "", [(12, 22, RED)]),
    "lines are black where nothing is told": (path("M 0 0 L 40 0", ' LineWidth="4"'), "", [(30, 20, BLACK)]),
    "a draw parameter on another": (
        path("M 0 0 L 40 0 L 40 40 L 0 40 C", ' Fill="true" DrawParam="31"'), PARAMETERS,
        [(30, 20, RED), (30, 40, BLUE)],
    ),
    "the object before its parameter": (
        path("M 0 0 L 40 0", ' DrawParam="30"', '<ofd:StrokeColor Value="0 0 255"/>'), PARAMETERS,
        [(30, 20, BLUE)],
    ),
    "a clip": (square(10, 20, inside=CLIP), "", [(12, 22, RED), (17, 22, WHITE)]),
    "a picture": (IMAGE.format(more=' CTM="40 0 0 40 0 0"'), MEDIA, [(11, 21, RED), (49, 59, RED), (55, 30, WHITE)]),
    "a picture without a transform": (IMAGE.format(more=""), MEDIA, [(11, 21, RED), (49, 59, RED)]),
    "a picture cut by its boundary": (
        IMAGE.format(more=' CTM="80 0 0 80 0 0"'), MEDIA,
        [(49, 59, RED), (55, 30, WHITE)],
    ),
    "a unit": (
        '<ofd:CompositeObject ID="6" ResourceID="50" Boundary="10 20 40 40" CTM="2 0 0 2 0 0"/>', UNIT,
        [(12, 22, RED), (28, 38, RED), (32, 42, WHITE)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOKS)
def test_an_object_looks_as_it_is_told(name: str) -> None:
    content, resources, places = LOOKS[name]
    made = drawn(ofd(page(content), resources=resources, parts={"Doc_0/Res/one.png": picture()}), "x")
    image = seen(made.pdf)
    assert made.notes == () and image.size == (400, 600)
    for x, y, colour in places:
        assert max(abs(one - two) for one, two in zip(at(image, x, y), colour, strict=True)) <= 3, (x, y)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("BMP", "RGB"), ("TIFF", "RGB")]
)
def test_kinds_of_pictures(kind: str, mode: str) -> None:
    from PIL import Image

    data = picture(kind="PNG") if mode == "P" else picture((*RED, 255)[: len(mode)], kind, mode)
    if mode == "P":
        import io

        file = io.BytesIO()
        Image.new("RGB", (8, 8), RED).convert("P").save(file, "PNG")
        data = file.getvalue()
    made = drawn(ofd(page(IMAGE.format(more="")), resources=MEDIA, parts={"Doc_0/Res/one.png": data}), "x")
    assert made.notes == ()
    assert all(abs(one - two) <= 3 for one, two in zip(at(seen(made.pdf), 30, 40), RED, strict=True))


UNSEEN = [(b"\x97JB2\r\n\x1a\nrest", "JBIG2"), (b"nothing", "one.png"), (picture()[:48], "one.png")]


@pytest.mark.parametrize(("data", "what"), UNSEEN, ids=["JBIG2", "no picture", "a picture cut short"])
def test_a_picture_that_cannot_be_shown_is_named(data: bytes, what: str) -> None:
    (note,) = drawn(
        ofd(page(text("图"), IMAGE.format(more="")), resources=MEDIA, parts={"Doc_0/Res/one.png": data}), "x"
    ).notes
    assert (note.kind, note.pages, note.what) == ("ofd_pictures_left_out", (1,), (what,))


def test_a_picture_stands_upright() -> None:
    from PIL import Image

    image = Image.new("RGB", (8, 8), BLUE)
    image.paste(RED, (0, 0, 4, 4))
    import io

    file = io.BytesIO()
    image.save(file, "PNG")
    made = seen(
        drawn(ofd(page(IMAGE.format(more="")), resources=MEDIA, parts={"Doc_0/Res/one.png": file.getvalue()}), "x").pdf
    )
    assert (at(made, 14, 24), at(made, 46, 24), at(made, 14, 56)) == (RED, BLUE, BLUE)


@pytest.mark.parametrize(("order", "front"), [("Background", RED), ("Foreground", BLUE)])
def test_a_template_lies_below_or_above(order: str, front: tuple[int, int, int]) -> None:
    made = drawn(
        ofd(
            page(square(10, 20), head=f'<ofd:Template TemplateID="60" ZOrder="{order}"/>'),
            common='<ofd:TemplatePage ID="60" BaseLoc="Tpls/one.xml"/>',
            parts={"Doc_0/Tpls/one.xml": page(square(15, 25, 30, "0 0 255"))},
        ),
        "x",
    )
    image = seen(made.pdf)
    assert (at(image, 12, 22), at(image, 20, 30), at(image, 40, 50)) == (RED, front, BLUE) and made.notes == ()


def test_layers_lie_in_their_order() -> None:
    layers = "".join(
        f'<ofd:Layer ID="{number}" Type="{kind}">{square(10, 20, colour=colour)}</ofd:Layer>'
        for number, (kind, colour) in enumerate(
            [("Foreground", "255 0 0"), ("Body", "0 0 255"), ("Background", "0 0 0")]
        )
    )
    made = drawn(ofd(element("Page", f"<ofd:Content>{layers}</ofd:Content>")), "x")
    assert at(seen(made.pdf), 20, 30) == RED


def test_a_note_on_a_page() -> None:
    note = (
        '<ofd:Annot ID="70" Type="Stamp"{more}><ofd:Appearance Boundary="10 20 30 30">'
        + square(5, 5)
        + "</ofd:Appearance></ofd:Annot>"
    )
    for more, colour in (("", RED), (' Visible="false"', WHITE)):
        made = drawn(
            ofd(
                page(),
                document="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
                parts={
                    "Doc_0/Annots/Annotations.xml": element(
                        "Annotations", '<ofd:Page PageID="1"><ofd:FileLoc>one.xml</ofd:FileLoc></ofd:Page>'
                    ),
                    "Doc_0/Annots/one.xml": element("PageAnnot", note.format(more=more)),
                },
            ),
            "x",
        )
        image = seen(made.pdf)
        assert (at(image, 17, 27), at(image, 12, 22)) == (colour, WHITE) and made.notes == ()


SEALS = [
    (seal("PNG", picture()), "", [(42, 42, RED), (58, 58, RED), (38, 42, WHITE)]),
    (seal("OFD", ofd(page(square(0, 0, 100)))), "", [(42, 42, RED), (58, 52, RED)]),
    (seal("PNG", picture()), ' Clip="0 0 10 20"', [(42, 42, RED), (58, 58, WHITE)]),
]


@pytest.mark.parametrize(("sealed", "more", "places"), SEALS)
def test_the_picture_of_a_seal(sealed: bytes, more: str, places: Places) -> None:
    made = drawn(signed_ofd(page(text("合同")), sealed, stamp(more=more)), "x")
    image = seen(made.pdf)
    assert made.notes == () and [at(image, x, y) for x, y, _ in places] == [colour for _, _, colour in places]


@pytest.mark.parametrize("sealed", [b"", b"\x30\x03\x02\x01", seal("PNG", b"no picture"), seal("OFD", b"PK\3\4")])
def test_a_seal_that_cannot_be_shown_is_named(sealed: bytes) -> None:
    assert kinds(drawn(signed_ofd(page(text("合同")), sealed, stamp()), "x").notes) == ["ofd_seals_left_out"]


def test_a_page_of_its_own_size() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>10 10 50 40</ofd:PhysicalBox></ofd:Area>"
    image = seen(drawn(ofd(page(square(10, 10), head=area)), "x").pdf)
    assert image.size == (200, 160) and at(image, 2, 2) == RED


def test_the_same_file_gives_the_same_bytes() -> None:
    data = ofd(page(text("你好"), square(10, 40)))
    assert drawn(data, "x").pdf == drawn(data, "y").pdf
