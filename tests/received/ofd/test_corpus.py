"""Files of other programs: their words are read, and what we do not draw of them is known."""

from __future__ import annotations

import pytest

from tests.received.ofd.making import at, kinds, seen, words
from tests.tools import shared
from workstation.received.inspection import bytes_media_type
from workstation.received.ofd.drawing import drawn

READ: dict[str, tuple[int, str, list[str]]] = {
    "AddAttachment": (1, "这是一个带有附件的OFD文件", []),
    "AddWatermarkAnnot": (6, "拿来主义", []),
    "DigitalSign": (1, "你好呀，OFD Reader&Writer！", []),
    "Page5": (5, "", ["ofd_parts_missing"]),
    "SESV4SignDoc": (1, "你好呀，OFD Reader&Writer！", []),
    "SplitParagraph": (2, "“超长文档“裁切测试", []),
    "areaholder_fields": (1, "姓名", []),
    "chineseDir": (1, "你好呀，OFD Reader&Writer！", []),
    "doc1File": (11, "思之如狂。――《凤求凰·琴歌》", []),
    "hello_watermark": (1, "你好呀，OFD Reader&Writer！", []),
    "helloworld": (1, "你好呀，OFD Reader&Writer！", []),
    "helloworld_with_pageblock": (1, "你好呀，OFD Reader&Writer！", []),
    "multiKeywordInTextCode": (1, "打发打发打发打发打发哈哈打发", ["ofd_places_guessed"]),
    "namespace_no_std": (1, "你好呀，OFD Reader&Writer！", []),
    "page1": (1, "1", []),
    "page3": (1, "3", []),
    "test-ofda": (1, "Hello OFD-A", []),
    "z": (4, "字型的索引跟具体的字型文件紧密相关", ["ofd_glyphs_missing"]),
}


@pytest.mark.parametrize("name", READ)
def test_pages_words_and_losses(name: str) -> None:
    pages, said, losses = READ[name]
    data = shared("corpus", "ofd", f"{name}.ofd").read_bytes()
    assert bytes_media_type(data, f"{name}.ofd") == "application/ofd"
    made = drawn(data, name)
    assert made.pages == pages and kinds(made.notes) == losses
    assert said in "".join(words(made.pdf)).replace("\r\n", "")


def test_the_greeting_stands_top_left() -> None:
    image = seen(drawn(shared("corpus", "ofd", "helloworld.ofd").read_bytes(), "x").pdf)
    ink = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert ink is not None
    assert [abs(found / 4 - wanted) < 1.5 for found, wanted in zip(ink, (31.7, 25.8, 70.2, 29.2), strict=True)] == [
        True
    ] * 4


def test_a_seal_and_a_watermark_are_seen() -> None:
    sealed = seen(drawn(shared("corpus", "ofd", "SESV4SignDoc.ofd").read_bytes(), "x").pdf)
    red, green, _ = at(sealed, 70, 72)
    assert red > 200 and green < 90
    marked = drawn(shared("corpus", "ofd", "hello_watermark.ofd").read_bytes(), "x")
    assert "".join(words(marked.pdf)).count("资") == 54  # 81 in the file, a third of them beside the sheet
