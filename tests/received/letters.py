"""Mails and saved pages made for tests by the standard library's writer, or by hand where programs break its rules."""

from __future__ import annotations

import base64
import io
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from PIL import Image

LIST: Final = "日期,金额\n2026-11-01,5\n2026-11-02,6\n".encode()
ROWS: Final = (("交易日期", "金额"), ("2026-07-01", "5.00"), ("2026-07-02", "-6.00"))


def picture(width: int = 60, height: int = 40) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (11, 107, 107)).save(file, "PNG")
    return file.getvalue()


def table(rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def mail(html: str = "", text: str = "您的账单", **attached: bytes) -> bytes:
    """A mail with a text, an HTML text with the picture ``cid:logo`` where it names it, and files; a key's ``__`` is its point."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "招商银行信用卡 <ccsvc@message.cmbchina.com>"
    message["To"] = "某某 <a@qq.com>"
    message["Subject"] = "招商银行信用卡电子账单，2026年7月，请查收并按时还款，谢谢您的支持与配合"
    message["Date"] = "Mon, 06 Jul 2026 09:00:00 +0800"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
        if "cid:logo" in html:
            body = list(message.iter_parts())[1]
            assert isinstance(body, EmailMessage)
            body.add_related(picture(), "image", "png", cid="<logo>")
    for name, data in attached.items():
        message.add_attachment(data, "application", "octet-stream", filename=name.replace("__", "."))
    return message.as_bytes()


def by_hand(headers: bytes, body: bytes) -> bytes:
    return headers.replace(b"\n", b"\r\n") + b"\r\n" + body


GBK_MAIL: Final = by_hand(
    "From: 工商银行 <a@icbc.com.cn>\nTo: a@qq.com\nSubject: 朱镕的账单\nMIME-Version: 1.0\n"
    "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: base64\n".encode("gbk"),
    base64.encodebytes("<p>尊敬的朱镕先生</p>".encode("gbk")),
)
"""Header in raw bytes of GBK; characters beyond GB 2312 under its name; base64."""
QUOTED_MAIL: Final = by_hand(
    b"From: a@x.cn\nTo: a@qq.com\nSubject: =?gb2312?B?" + base64.b64encode("朱镕".encode("gbk")) + b"?=\n"
    b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
    b"=E8=B4=A6=\r\n=E5=8D=95 a,b\r\n",
)


def saved_page(html: str) -> bytes:
    """A web archive as Chrome writes it, its picture beside it by address."""
    edge = b"----MultipartBoundary--x----"
    parts = [
        (b"text/html", b"https://bank.cn/bill", html.encode()),
        (b"image/png", b"https://bank.cn/logo.png", picture()),
        (b"text/css", b"cid:css@mhtml", b"p { color: red }"),
    ]
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bank.cn/bill\r\nSubject: bill\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="' + edge + b'"\r\n\r\n'
    )
    written = [
        b"--" + edge + b"\r\nContent-Type: " + kind + b"\r\nContent-Location: " + place + b"\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data) + b"\r\n"
        for kind, place, data in parts
    ]
    return head + b"".join(written) + b"--" + edge + b"--\r\n"
