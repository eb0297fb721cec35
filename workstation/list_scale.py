"""What is said of all amounts of a list at once: their currency and unit, behind the title of a column or in a line above."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workstation.currencies import MINOR_DIGITS, NAMES, SIGNS

_CURRENCIES: Final = (
    {name.upper(): code for name, code in NAMES.items()}
    | {code: code for code in MINOR_DIGITS}
    | {sign: code for code, sign in SIGNS.items() if sign != "¥"}
    | {"CN¥": "CNY", "RENMINBI": "CNY", "YUAN": "CNY", "HONGKONGDOLLAR": "HKD"}
)
_MULTIPLES: Final = {
    "十": 10, "百": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "十万": 10**5, "百万": 10**6, "百萬": 10**6,
    "千万": 10**7, "千萬": 10**7, "亿": 10**8, "億": 10**8, "'000": 1000,
}  # fmt: skip
_BASES: Final = {
    "元": Fraction(1), "圆": Fraction(1), "圓": Fraction(1), "块": Fraction(1), "角": Fraction(1, 10), "分": Fraction(1, 100),
}  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SAID: Final = re.compile(
    rf"(?P<before>{_any_of(_CURRENCIES)})?(?P<multiple>{_any_of(_MULTIPLES)})?(?P<base>{_any_of(_BASES)})?"
    rf"(?P<behind>{_any_of(_CURRENCIES)})?"
)
_NAMED: Final = re.compile(_any_of(_CURRENCIES))
_CODE: Final = re.compile("[A-Z]{3}")
_OR: Final = re.compile("[/／、]")
_ORNAMENT: Final = re.compile(r"[\s:.()/\[\]【】]+")
_UNIT: Final = r"(?:金额|货币|计价|计量|金額|貨幣)?(?:单位|單位)"
_CURRENCY: Final = r"(?:币种|币别|货币|幣種|幣別|貨幣|CURRENCY)(?:代码|名称|类型|代碼)?"
_LABEL: Final = re.compile(rf"^(?:{_UNIT}|{_CURRENCY})")
_VALUE: Final = r"(?:\([^()]*\))?[^\s,;|、()/:]*(?: [A-Z]+\b(?! ?:))*"
_ABOVE: Final = re.compile(rf"(?:(?P<unit>{_UNIT})|{_CURRENCY})(?P<colon> ?: ?| +|$)(?P<value>{_VALUE})(?P<label> ?:)?")
_LABELS: Final = re.compile("币|货|幣|貨|单位|單位|CURRENCY")
_ANY: Final = re.compile(
    "全|所有|不限|不[区區]分|多[币幣]|本外[币幣]|[本原][位]?[币幣]|[综綜]合|混合|[汇匯][总總]|合[计計]|空|无|無|(?:[-—_*?]+|ALL|NA|NONE|NULL|NIL|ANY|MULTI)$"
)
"""How what a query or a cell says begins where no currency in particular is meant, or that of the place."""
_SENTENCE: Final = re.compile("[请請须須的指为為如应應可]")
"""What stands in a remark about currencies, and in none of their names."""
_LIKE_CURRENCY: Final = re.compile("[元圆圓币幣镑鎊盾铢銖郎]|卢布|盧布|克朗|比索|卢比|盧比|林吉特|里拉|兰特|^[A-Z]{3}$")
_NUMBERS: Final = {
    "156": "CNY", "840": "USD", "344": "HKD", "901": "TWD", "978": "EUR", "826": "GBP", "392": "JPY",
    **{zero + code: name for zero in ("", "0") for code, name in (
        ("01", "CNY"), ("12", "GBP"), ("13", "HKD"), ("14", "USD"), ("18", "SGD"), ("27", "JPY"), ("28", "CAD"), ("29", "AUD"),
        ("38", "EUR"),
    )},
}  # fmt: skip
"""Of ISO 4217, and the older ones that mainland banks count currencies by (``01``, ``001``)."""
_LABELLED: Final = re.compile(r"[)\]】] ?:")
"""Behind a unit in brackets: it is that of the one figure that follows."""
_FIGURE: Final = re.compile(r"[-¥ ]*\d[\d,]*(?:\.\d+)?")
_BRACKET: Final = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]$")


@dataclass(frozen=True, slots=True)
class Scale:
    """``currency``: its code, empty where none is said. ``unit``: what one is worth in major units, None where nothing is said.

    ``unknown``: a currency that was said and is not known here, or several at once.
    """

    currency: str = ""
    unit: Fraction | None = None
    unknown: str = ""

    def else_of(self, other: Scale) -> Scale:
        """What this says, and what it leaves open as ``other`` says it."""
        if self.currency or self.unknown:
            return Scale(self.currency, self.unit if self.unit is not None else other.unit, self.unknown)
        return Scale(other.currency, self.unit if self.unit is not None else other.unit, other.unknown)


NOT_SAID: Final = Scale()


def decimal_unit(scale: Scale) -> Decimal:
    """What one is worth, 1 where nothing is said: every unit is a power of ten."""
    unit = scale.unit if scale.unit is not None else Fraction(1)
    return Decimal(unit.numerator) / Decimal(unit.denominator)


def scale_of(words: str) -> Scale | None:
    """What ``人民币万元``, ``千美元``, ``HKD'000`` or ``元`` says; None for words that speak of nothing like it."""
    plain = _ORNAMENT.sub("", _LABEL.sub("", _plain(words)))
    found = _SAID.fullmatch(plain)
    if not plain or found is None:
        return None
    named = {_CURRENCIES[one] for one in (found["before"], found["behind"]) if one}
    if len(named) > 1 or (found["base"] and found["behind"] and _OR.search(words)):  # 元/美元: the one or the other
        return Scale(unknown=words.strip())
    unit = _MULTIPLES.get(found["multiple"] or "", 1) * _BASES.get(found["base"] or "", Fraction(1))
    return Scale(named.pop() if named else "", unit)


def scale_of_title(title: str) -> Scale:
    """What the brackets at the end of a title say: ``交易金额（万元）``."""
    found = _BRACKET.search(_plain(title))
    return (scale_of(found[1]) if found else None) or NOT_SAID


def scales_of_titles(titles: Sequence[str], upper: Sequence[str] = ()) -> tuple[Scale, ...]:
    """What each title says, and what it leaves open as the title says that is drawn over it.

    ``upper``: a row above, in which each title holds for the blanks to its right as well.
    """
    found, over = [], NOT_SAID
    for at, title in enumerate(titles):
        over = scale_of_title(upper[at]) if at < len(upper) and upper[at].strip() else over
        found.append(scale_of_title(title).else_of(over))
    return tuple(found)


def currency_said(words: str) -> str:
    """The code of the one currency that some words name: ``人民币元(CNY)``, ``美元现汇``, ``HKD``, ``156``; empty for none or two.

    Any three capital letters are a code.
    """
    plain = _ORNAMENT.sub("", _plain(words))
    if plain in ("元", "¥"):
        return "CNY"
    if says_none(plain):
        return ""
    if code := _NUMBERS.get(plain) or _CURRENCIES.get(plain):
        return code
    if _CODE.fullmatch(plain):
        return plain
    named = {_CURRENCIES[one] for one in _NAMED.findall(plain)}
    return named.pop() if len(named) == 1 else ""


def says_none(words: str) -> bool:
    """Whether words in the place of a currency name none on purpose: nothing at all, ``全部``, ``本币``, ``--``."""
    plain = _ORNAMENT.sub("", _plain(words))
    return not plain or _ANY.match(plain) is not None


def scale_above(rows: Iterable[Sequence[str]]) -> Scale:
    """What lines above a list say of it: ``币种：美元``, ``金额单位：人民币万元``; the label and the word may be two cells.

    A unit is read where the word is one, since 单位 is an employer as well.
    """
    said = [one for row in rows for one in _said(row)]
    currencies = list(dict.fromkeys(one.currency for one in said if one.currency))
    unknown = [one.unknown for one in said if one.unknown]
    units = [one.unit for one in said if one.unit is not None]
    unit = units[-1] if units else None
    if unknown or len(currencies) > 1:
        return Scale(unit=unit, unknown=", ".join(dict.fromkeys((*currencies, *unknown))))
    return Scale(currencies[0] if currencies else "", unit)


def may_be_said(text: str) -> bool:
    """Whether a text has any of the words by which a line says currency or unit: a quick look at much text."""
    return _LABELS.search(text.upper()) is not None


def _said(row: Sequence[str]) -> Iterator[Scale]:
    cells = [_plain(cell) for cell in row]
    for place, cell in enumerate(cells):
        for found in _ABOVE.finditer(cell) if may_be_said(cell) else ():
            following = next(filter(None, cells[place + 1 :]), "")
            value = "" if found["label"] and not currency_said(found["value"]) else found["value"]
            behind = value or ("" if found["label"] or ":" in following else following.partition(" ")[0])
            if found["unit"]:
                if not _of_one_figure(cell[found.end("value") :], following) and (unit := scale_of(behind)):
                    yield unit
            elif _SENTENCE.search(behind):
                continue
            elif code := currency_said(behind) or currency_said(behind.partition(" ")[0]):
                yield Scale(code)
            elif ":" in found["colon"] and not says_none(behind) and (value or _LIKE_CURRENCY.search(behind)):
                yield Scale(unknown=behind)


def _of_one_figure(rest: str, following: str) -> bool:
    """Whether a unit is that of one figure: ``总额（单位：万元）：5``. ``rest``: of its cell; ``following``: the next one."""
    return _LABELLED.match(rest) is not None or (rest in (")", "]", "】") and _FIGURE.fullmatch(following) is not None)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("’", "'").strip().upper()
