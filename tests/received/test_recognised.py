"""Mail, mailboxes and saved pages are told from lists and letters by how they begin."""

from __future__ import annotations

import email.message
import email.policy

import pytest

from workstation.errors import Refused
from workstation.received.tables import read_table
from workstation.received.written.recognised import mail_start, written_kind


def mail(**headers: str) -> bytes:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    for name, value in ({"From": "bank@x.cn", "To": "a@x.cn", "Subject": "账单, 七月"} | headers).items():
        message[name.replace("_", "-")] = value
    message.set_content("日期,金额\n2026-07-01,5.00\n2026-07-02,6.00\n")
    return message.as_bytes()


SAVED = (
    b"Snapshot-Content-Location: http://x\nTo: x\nMIME-Version: 1.0\nSubject: x\n"
    b"Content-Type: multipart/related;\n\tboundary=b\n\n"
)
BOX = b"From a@x Mon Jul  6 09:00:00 2026\n"
CASES = [
    (mail(), "mail"),
    (mail(Received="from x by y; Mon, 6 Jul 2026", X_Odd="1"), "mail"),
    (b"\xef\xbb\xbf\r\n" + mail(), "mail"),
    (BOX + mail(), "mail"),
    (b"1234     \n" + mail(), "mail"),
    (BOX + mail() + b"\n" + BOX + mail(), "mailbox"),
    (SAVED, "web_archive"),
    (SAVED, "web_archive"),
    (b"<!DOCTYPE html>\n<html>", "html"),
    (b"\xef\xbb\xbf\n<!-- saved -->\n<HTML>", "html"),
    ("<html><p>1</p>".encode("utf-16"), "html"),
    (b'<?xml version="1.0"?><html xmlns="x">', "html"),
    (b"<table><tr><td>1", "html"),
    ("日期,金额\n2026-07-01,5.00\n".encode(), ""),
    (b"From,To,Subject,Date\na,b,c,d\n", ""),
    (b"From: a, To: b\n1,2\n", ""),
    (b"Dear Sir,\nDate: today\n", ""),
    (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', ""),
    (b"", ""),
]


@pytest.mark.parametrize(("data", "kind"), CASES)
def test_kinds(data: bytes, kind: str) -> None:
    assert written_kind(data) == kind


@pytest.mark.parametrize(
    ("data", "code"), [(mail(), "kind_mail"), (BOX + mail() + b"\n" + BOX + mail(), "kind_mailbox")]
)
def test_mail_is_no_table(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(data, "账单.csv")
    assert [one.code for one in refused.value.findings] == [code]


def test_where_the_message_begins() -> None:
    assert [data[mail_start(data) :][:5] for data in (mail(), BOX + mail(), b"12 \n" + mail())] == [b"From:"] * 3
