"""What an OFD says besides its pages: its making, signatures, attachments and the fields of an invoice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.received.ofd.making import element, ofd, page, picture, seal, signed_ofd, stamp, text
from workstation.evidence.statements.authenticity_hints import origin_findings
from workstation.received.ofd.findings import ofd_findings
from workstation.received.ofd.told import Invoice, told
from workstation.received.origin import origin

INFO = "<ofd:Creator>数科</ofd:Creator><ofd:CreationDate>2026-11-01</ofd:CreationDate><ofd:ModDate>2026-11-20</ofd:ModDate>"
LIST = '<ofd:Attachment ID="1" Name="original_invoice"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment>'
ORIGINAL = (
    '<eInvoice xmlns="http://www.edrm.org.cn/schema/e-invoice/2019"><InvoiceCode>044001</InvoiceCode>'
    "<InvoiceNo>12345678</InvoiceNo><IssueDate>2026年10月31日</IssueDate><Buyer><BuyerName>王小明</BuyerName></Buyer>"
    "<Seller><SellerName>某某医院</SellerName></Seller><TaxInclusiveTotalAmount>1234.50</TaxInclusiveTotalAmount></eInvoice>"
)
TAGS = "<ofd:CustomTag><ofd:FileLoc>one.xml</ofd:FileLoc></ofd:CustomTag>"
FOUND = Invoice("12345678", "2026年10月31日", "某某医院", "王小明", "1234.50")


def attached(original: str | bytes = ORIGINAL) -> bytes:
    return ofd(
        page(text("发票")),
        document="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
        parts={
            "Doc_0/Attachs/Attachments.xml": element("Attachments", LIST),
            "Doc_0/Attachs/original_invoice.xml": original,
        },
    )


def tagged() -> bytes:
    """The fields are those texts of the page to which the tags point."""
    fields = {
        "InvoiceNo": ["12345678"],
        "IssueDate": ["2026年10月31日"],
        "SellerName": ["某某", "医院"],
        "BuyerName": ["王小明"],
    }
    fields["TaxInclusiveTotalAmount"] = ["1234.50"]
    numbered = [(tag, value) for tag, values in fields.items() for value in values]
    objects = [text(value, y=20 + 9 * at, number=100 + at) for at, (_, value) in enumerate(numbered)]
    tags = "".join(
        f"<ofd:{tag}>"
        + "".join(
            f'<ofd:ObjectRef PageRef="1">{100 + at}</ofd:ObjectRef>'
            for at, (one, _) in enumerate(numbered)
            if one == tag
        )
        + f"</ofd:{tag}>"
        for tag in fields
    )
    return ofd(
        page(*objects),
        document="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>",
        parts={
            "Doc_0/Tags/CustomTags.xml": element(
                "CustomTags", "<ofd:CustomTag><ofd:FileLoc>one.xml</ofd:FileLoc></ofd:CustomTag>"
            ),
            "Doc_0/Tags/one.xml": element("eInvoice", tags),
        },
    )


def customised() -> bytes:
    names = {
        "发票号码": "12345678",
        "开票日期": "2026年10月31日",
        "销售方名称": "某某医院",
        "购买方名称": "王小明",
        "价税合计": "1234.50",
    }
    data = "".join(f'<ofd:CustomData Name="{name}">{value}</ofd:CustomData>' for name, value in names.items())
    return ofd(page(), info=f"<ofd:CustomDatas>{data}</ofd:CustomDatas>")


@pytest.mark.parametrize("data", [attached(), tagged(), customised()], ids=["attachment", "tags", "custom data"])
def test_fields_of_an_invoice(data: bytes) -> None:
    assert told(data).invoice == FOUND
    (finding,) = [one for one in ofd_findings(data, "发票.ofd", "evidence.x") if one.code == "ofd_invoice"]
    assert finding.figures["total"] == "1234.50" and finding.figures["seller"] == "某某医院"


def test_no_invoice_without_its_number() -> None:
    assert told(attached(ORIGINAL.replace("12345678", " "))).invoice is None
    assert told(attached(b"<broken")).invoice is None and told(ofd(page(text("收据")))).invoice is None


def test_attachments_are_told() -> None:
    (finding,) = ofd_findings(attached("<a/>"), "a.ofd", "evidence.x")
    assert (finding.code, finding.figures["names"]) == ("ofd_attachments", "original_invoice")


def test_its_making() -> None:
    found = origin(ofd(page(), info=INFO))
    assert found.programs == ("数科",) and found.made_at == datetime(2026, 11, 1, tzinfo=UTC)
    assert [one.code for one in origin_findings(found, "s", "a.ofd")] == ["origin_changed_later"]


CONTENT = page(text("合同"))
SIGNED = [
    (signed_ofd(CONTENT, seal("PNG", picture()), stamp()), "sm2", "signature_national"),
    (signed_ofd(CONTENT, seal("PNG", picture()), stamp(), method="1.2.840.113549.1.1.11"), "unreadable", "signature_unreadable"),
    (signed_ofd(CONTENT, seal("PNG", picture()), stamp(), signed_content="another page"), "changed", "signature_changed"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "state", "code"), SIGNED)
def test_signatures(data: bytes, state: str, code: str) -> None:
    (one,) = origin(data).signatures
    assert (one.state, one.signer, one.trusted) == (state, "测试专用章", False)
    assert one.signed_at == datetime(2026, 11, 2, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    assert code in [finding.code for finding in origin_findings(origin(data), "s", "a.ofd")]


def test_a_signature_that_is_not_there_is_told() -> None:
    data = ofd(page(), body="<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>")
    assert [one.state for one in origin(data).signatures] == ["unreadable"]
