"""Heads of card numbers: each with a source, none inside another's, and nothing told of a number that is cut or mistyped."""

from __future__ import annotations

import pytest

from workstation.bank_names import is_short, legal_name
from workstation.errors import Refused
from workstation.profile.card_heads import CREDIT, DEBIT, card_heads, check_digit_holds, head_of, load_heads


def number(head: str, length: int) -> str:
    """A number with a right check digit; the digits between are no card's."""
    body = (head + "0123456789" * 2)[: length - 1]
    return next(body + str(last) for last in range(10) if check_digit_holds(body + str(last)))


@pytest.mark.parametrize(
    ("head", "length", "bank", "kind"),
    [
        ("622202", 19, "中国工商银行", DEBIT), ("622238", 16, "中国工商银行", CREDIT), ("955880", 19, "中国工商银行", DEBIT),
        ("622848", 19, "中国农业银行", DEBIT), ("621700", 19, "中国建设银行", DEBIT), ("622575", 16, "招商银行", CREDIT),
        ("622908", 18, "兴业银行", DEBIT), ("622752", 16, "中国银行", ""), ("622210", 16, "中国工商银行", ""),
    ],
)  # fmt: skip
def test_a_number_tells_its_bank_and_kind(head, length, bank, kind):
    whole = number(head, length)
    spaced = " ".join(whole[at : at + 4] for at in range(0, length, 4))
    for typed in (whole, spaced, spaced.replace(" ", "-"), "".join(chr(ord(one) + 0xFEE0) for one in whole)):
        found = head_of(typed)
        assert found is not None and (found.bank, found.kind) == (bank, kind)
    mistyped = whole[:-1] + str((int(whole[-1]) + 1) % 10)
    for other in (
        whole[:-1],
        mistyped,
        number(head, length - 2),
        f"{whole[:6]}******{whole[-4:]}",
        "",
        "号码",
        "²" * length,
    ):
        assert head_of(other) is None


@pytest.mark.parametrize("head", ["622453", "622902", "622517", "49102", "53591", "123456"])
def test_a_head_on_which_lists_differ_tells_nothing(head):
    assert head_of(number(head, 16)) is None


@pytest.mark.parametrize(("digits", "holds"), [("79927398713", True), ("79927398710", False), ("0", True), ("", False)])
def test_the_check_digit_is_that_of_luhn(digits, holds):
    assert check_digit_holds(digits) is holds


def test_every_head_has_a_source_a_bank_in_full_and_stands_apart_from_others():
    heads = card_heads()
    for digits, head in heads.items():
        assert head.source.dated and head.source.confidence == "weak"
        assert legal_name(head.bank) and not is_short(head.bank)
        longer = [other for other in heads.values() if other.digits != digits and other.digits.startswith(digits)]
        assert not longer, digits


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('kind = "prepaid"', "pack_value"),
        ("length = 25", "pack_value"),
        ('heads = ["62220x"]', "pack_value"),
        ('heads = ["622202", "622202"]', "pack_duplicate"),
        ('source = "nobody"', "pack_value"),
    ],
)
def test_a_mistake_in_the_list_is_refused(tmp_path, line, code):
    right = {
        "bank": 'bank = "招商银行"', "kind": 'kind = "credit"', "length": "length = 16",
        "source": 'source = "list"', "heads": 'heads = ["622575"]',
    }  # fmt: skip
    lines = {**right, line.partition(" ")[0]: line}
    file = tmp_path / "heads.toml"
    file.write_text(
        'id = "heads"\ndated = 2026-11-30\n[sources]\nlist = { name = "x", dated = "2026", confidence = "weak" }\n[[heads]]\n'
        + "\n".join(lines.values()),
        "utf-8",
    )
    with pytest.raises(Refused) as refusal:
        load_heads(file)
    assert code in [one.code for one in refusal.value.findings]
