"""Mails and saved pages: texts, tables, pictures and files, all of them there, in whatever encoding; nothing is fetched."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.received.boxes import aes_zip, locked_pdf, zip_of
from tests.received.letters import GBK_MAIL, LIST, QUOTED_MAIL, ROWS, mail, saved_page, table
from tests.received.signed_pdf import statement_pdf
from workstation.errors import Refused
from workstation.received.apart.coding import decoded, encoded
from workstation.received.containers import Contents, Opened, contents, opened_member
from workstation.received.inspection import bytes_media_type, media_type
from workstation.received.written.page import Grid, Paragraph, Picture, WrittenPage
from workstation.received.written.pages import opened_written


def page(data: bytes) -> WrittenPage:
    return opened_written(data, "x").page


def texts(found: WrittenPage) -> list[str]:
    """Everything that is read, in its order."""
    said: list[str] = []
    for block in found.blocks:
        if isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Grid):
            said += [cell for row in block.rows for cell in row if cell]
    return said


def code(data: bytes, password: str = "", member: str = "", name: str = "账单.eml") -> str:
    with pytest.raises(Refused) as refused:
        opened_member(io.BytesIO(data), name, password, member)
    return refused.value.findings[0].code


def test_a_mail_as_a_page() -> None:
    found = page(
        mail(
            f"<h2>账单</h2><p>尊敬的<b>某某</b>：</p>{table()}<img src='cid:logo'><p>再见</p>",
            账单__pdf=statement_pdf(),
        )
    )
    assert dict(found.fields) == {
        "from": "招商银行信用卡 <ccsvc@message.cmbchina.com>",
        "to": "某某 <a@qq.com>",
        "date": "Mon, 06 Jul 2026 09:00:00 +0800",
        "subject": "招商银行信用卡电子账单，2026年7月，请查收并按时还款，谢谢您的支持与配合",
    }
    heading, greeting, rows, logo, bye = found.blocks
    assert (heading, greeting, bye) == (Paragraph("账单", True), Paragraph("尊敬的某某："), Paragraph("再见"))
    assert rows == Grid(ROWS) and isinstance(logo, Picture) and (logo.width, logo.height) == (60, 40)
    assert (found.language, found.attached, found.remote, found.broken) == ("zh-Hans", ("账单.pdf",), 0, 0)


@pytest.mark.parametrize(
    ("data", "subject", "text"),
    [
        (GBK_MAIL, "朱镕的账单", ["尊敬的朱镕先生"]),
        (QUOTED_MAIL, "朱镕", ["账单 a,b"]),
        (mail(text="第一段\n同段\n\n第二段"), None, ["第一段\n同段", "第二段"]),
        (mail("<p>网页</p>", text="文字"), None, ["网页"]),
        (b"1234 \n" + mail(text="账"), None, ["账"]),
    ],
)
def test_encodings_and_forms(data: bytes, subject: str | None, text: list[str]) -> None:
    found = page(data)
    assert [one.strip() for one in texts(found)] == text
    assert subject is None or dict(found.fields)["subject"] == subject


INNER = "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
HIDDEN = "<div style='display: none'>预览<div>更多</div></div>"
PAGES = [
    ("<script>var a = '<p>没有</p>';</script><style>p{}</style><p>有</p>", ["有"], (0, 0, 0)),
    (f"{HIDDEN}<p>有</p>", ["有"], (0, 0, 1)),
    ("<div style='display:none'>开着<p>有</p>", ["开着", "有"], (0, 0, 0)),  # never closed: nothing would be left
    ("<img src='http://x/a.png'><img src='//x/b.png'><p>有</p>", ["有"], (2, 0, 0)),
    ("<img src='http://x/a.png' width=1 height=1><p>有</p>", ["有"], (0, 0, 0)),
    ("<img src='cid:gone'><img src='data:image/png;base64,AAAA'><p>有</p>", ["有"], (0, 2, 0)),
    (
        "<table><tr><td>外<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>后<td>右</table>",
        ["外", "甲", "乙", "丙", "丁", "后", "右"],
        (0, 0, 0),
    ),
    ("甲<br>乙<p>丙<li>丁&nbsp;&amp;&#25104;", ["甲\n乙", "丙", "丁\xa0&成"], (0, 0, 0)),
    ("<input value=填写><input type=hidden value=不显示>", ["填写"], (0, 0, 0)),
    ("<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>1<td>2</table>", ["甲", "乙", "1", "2"], (0, 0, 0)),
]


@pytest.mark.parametrize(("html", "said", "left"), PAGES)
def test_what_a_page_shows_and_what_it_does_not(html: str, said: list[str], left: tuple[int, int, int]) -> None:
    found = page(f"<!doctype html><html><body>{html}".encode())
    assert texts(found) == said and (found.remote, found.broken, found.hidden) == left


def test_a_saved_page_brings_its_pictures() -> None:
    found = page(
        saved_page(
            f"<title>账单</title><p>七月</p>{table()}<img src='https://bank.cn/logo.png'><img src='https://y/z.png'>"
        )
    )
    assert found.fields == (("title", "账单"),) and found.remote == 1 and found.attached == ()
    assert [type(one) for one in found.blocks] == [Paragraph, Grid, Picture]


BILL = mail(
    f"<p>账单</p>{table()}",
    账单__pdf=locked_pdf("071234"),
    流水__zip=aes_zip("流水.csv", LIST, "123456"),
    photos__zip=zip_of((("一.csv", LIST), ("二.csv", b"x"))),
    网页__html="<p>附上</p>".encode(),
    内__eml=mail(text="转发"),
)


def test_members_of_a_mail() -> None:
    held = contents(io.BytesIO(BILL), "账单.eml")
    assert (held.kind, held.locked) == ("mail", True)
    assert [(one.name, one.locked, one.form) for one in held.members] == [
        ("账单.eml.pdf", False, "page"),
        ("账单.eml.html", False, "table"),
        ("账单.pdf", True, ""),
        ("流水.zip/流水.csv", True, ""),
        ("photos.zip/一.csv", False, ""),
        ("photos.zip/二.csv", False, ""),
        ("网页.html", False, ""),
        ("内.eml", False, ""),
    ]


def test_each_member_is_taken_out() -> None:
    def taken(member: str, password: str = "") -> tuple[str, bytes, bool]:
        found = opened_member(io.BytesIO(BILL), "账单.eml", password, member)
        return found.name, found.data, found.page is not None

    assert taken("账单.eml.pdf") == ("账单.eml.pdf", b"", True)
    name, data, _ = taken("账单.eml.html")
    assert name == "账单.eml.html" and bytes_media_type(data, name) == "text/html"
    assert bytes_media_type(taken("账单.pdf", "071234")[1], "账单.pdf") == "application/pdf"
    assert taken("流水.zip/流水.csv", "123456") == ("流水.csv", LIST, False) and taken("一.csv") == (
        "一.csv",
        LIST,
        False,
    )
    assert taken("网页.html") == ("网页.html.pdf", b"", True) and taken("内.eml") == ("内.eml.pdf", b"", True)


@pytest.mark.parametrize(
    ("member", "password", "said"),
    [
        ("", "", "container_member_needed"),
        ("gone.pdf", "", "container_member_unknown"),
        ("账单.pdf", "", "container_password_needed"),
        ("账单.pdf", "1", "container_password_wrong"),
        ("流水.csv", "1", "container_password_wrong"),
    ],
)
def test_refusals(member: str, password: str, said: str) -> None:
    assert code(BILL, password, member) == said


def test_answers_travel_from_the_worker_as_they_are() -> None:
    letter = mail(f"<h2>账单</h2>{table()}<img src='cid:logo'><table><tr><th rowspan=2>a<td>b<tr><td>c</table>")
    taken = opened_member(io.BytesIO(letter), "账单.eml", "", "账单.eml.pdf")
    assert decoded(Opened, encoded(taken)) == taken and taken.page is not None
    held = contents(io.BytesIO(BILL), "账单.eml")
    assert decoded(Contents, encoded(held)) == held


def test_a_mail_in_a_zip_becomes_its_page() -> None:
    found = opened_member(io.BytesIO(zip_of((("账单.eml", BILL),))), "x.zip", "", "")
    assert found.name == "账单.eml.pdf" and found.page is not None and len(found.page.attached) == 5


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("账单.eml", BILL, "container_member_needed"),
        ("账单.html", b"<html><p>1</p></html>", "container_member_needed"),
        ("账单.mht", saved_page("<p>1</p>"), "container_member_needed"),
        ("账单.xls", b"<html><p>1</p></html>", "table_is_page"),
    ],
)
def test_the_reader_of_proofs_asks(name: str, data: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        media_type(io.BytesIO(data), name)
    assert refused.value.findings[0].code == said


def test_broken_mail_is_refused() -> None:
    """What is missing at the end is no attachment that nobody sent."""
    deep = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"
    for number in range(200):
        deep += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
    assert code(deep, name="x.eml") == "container_damaged"
    for end in range(700, len(BILL) - 60, len(BILL) // 40):
        assert code(BILL[:end], name="x.eml") == "container_damaged"


WORDS = st.text("金额收入abc12.,&<> ", min_size=1, max_size=6).filter(str.strip)
PARTS = st.recursive(
    WORDS, lambda inside: st.lists(st.lists(inside, min_size=1, max_size=3), min_size=1, max_size=3), max_leaves=12
)


def markup(part: object) -> str:
    """A text or a table of parts, tables in cells of tables; end tags as loosely as pages have them."""
    if isinstance(part, str):
        return part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    rows = "".join("<tr>" + "".join(f"<td>{markup(cell)}" for cell in row) for row in part)  # type: ignore[attr-defined]
    return f"<table>{rows}</table>"


def leaves(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    return [leaf for row in part for cell in row for leaf in leaves(cell)]  # type: ignore[attr-defined]


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_everything_written_is_read(parts: list[object]) -> None:
    """What was read holds all letters of the page, once and in their order."""
    found = page(("<html><body>" + "<p>".join(map(markup, parts)) + "</body></html>").encode())
    written = "".join("".join(leaf.split()) for part in parts for leaf in leaves(part))
    assert "".join("".join(text.split()) for text in texts(found)) == written


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<select><option>一月<option>二月</select><p>有</p>", 1),
        ("<svg><text>余额 5.00</text><text>合计</text></svg><math><mi>x</mi></math><p>有</p>", 2),
        ("<object>备注</object><p>有</p>", 1),
        ("<svg><path d='M0 0'/></svg><select></select><script>var a</script><p>有</p>", 0),
    ],
)
def test_words_that_are_not_set_are_counted(html: str, count: int) -> None:
    found = page(f"<!doctype html><html><body>{html}".encode())
    assert (texts(found), found.dropped, found.hidden) == (["有"], count, 0)
