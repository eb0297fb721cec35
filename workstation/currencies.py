"""Currencies: how many digits each has after the point, and how it is written, printed and named."""

from __future__ import annotations

from typing import Final

MINOR_DIGITS: Final = {
    "CNY": 2, "TWD": 2, "HKD": 2, "USD": 2, "EUR": 2, "GBP": 2, "CAD": 2, "AUD": 2, "SGD": 2, "INR": 2,
    "JPY": 0, "KRW": 0, "VND": 0,
}  # fmt: skip
"""Digits after the point, ISO 4217: amounts are stored so, and screen, papers and workbook all show them so. TWD has two, too:
interest of a bank in Taiwan may well run into cents, and whole dollars show ``.00`` as any whole amount does.
"""
_PAYABLE: Final = {"TWD": 100}
"""Minor units of the smallest amount that can be paid, where it is not one: Taiwan's coins and transfers are whole dollars."""
SIGNS: Final = {"CNY": "¥", "HKD": "HK$", "TWD": "NT$", "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "JP¥"}
"""What stands before an amount, unlike for every currency; others stand by their code."""
NAMES: Final = {
    "人民币": "CNY", "人民币元": "CNY", "RMB": "CNY", "美元": "USD", "美金": "USD", "港币": "HKD", "港元": "HKD", "欧元": "EUR",
    "英镑": "GBP", "日元": "JPY", "日圆": "JPY", "加元": "CAD", "澳元": "AUD", "新加坡元": "SGD", "新台币": "TWD", "台币": "TWD",
    "人民幣": "CNY", "港幣": "HKD", "歐元": "EUR", "英鎊": "GBP", "日圓": "JPY", "新臺幣": "TWD", "新台幣": "TWD", "臺幣": "TWD",
    "韩元": "KRW", "韓元": "KRW", "越南盾": "VND", "印度卢比": "INR",
}  # fmt: skip
"""How people and issuers name a currency."""
_USUAL_DIGITS: Final = 2


def minor_digits(currency: str) -> int:
    """Digits after the point of a currency; two for those outside the table."""
    return MINOR_DIGITS.get(currency, _USUAL_DIGITS)


def minor_units(currency: str) -> int:
    """How many minor units make one major unit."""
    return int(10 ** minor_digits(currency))


def payable_unit(currency: str) -> int:
    """The smallest amount that can be paid in a currency, in its minor units."""
    return _PAYABLE.get(currency, 1)
