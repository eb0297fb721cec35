"""Which way the money of a row went: proven by a word that means it as a whole, or by the balances; otherwise asked, never assumed.

A balance decides where a column of them is printed: it is the issuer's own sum, while a word may be a code of one's house.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final, Literal

from workstation.errors import Finding
from workstation.evidence.statements import cells

Way = Literal["in", "out"]

_OUT: Final = (
    "支出", "支", "借", "借方", "借记", "出", "出账", "转出", "付", "付款", "付出", "支付", "支取", "取款", "取出", "取", "消费",
    "扣款", "扣", "往账", "往", "流出", "减少", "缴费", "缴款", "汇出", "D", "DR", "DB", "DBT", "DEB", "DEBIT", "DBIT", "DEBITS",
    "OUT", "借DR", "借D", "DR借", "WITHDRAWAL", "PAYMENT", "-", "−", "SOLL", "AF", "UIT",
)  # fmt: skip
_IN: Final = (
    "收入", "收", "贷", "贷方", "贷记", "入", "入账", "进", "进账", "转入", "收款", "存款", "存入", "存", "来账", "来", "流入",
    "增加", "汇入", "C", "CR", "CRD", "CRDT", "CRED", "CREDIT", "CREDITS", "IN", "贷CR", "贷C", "CR贷", "DEPOSIT", "RECEIPT", "+",
    "HABEN", "BIJ",
)  # fmt: skip
_WORDS: Final[Mapping[str, int]] = dict.fromkeys(_OUT, -1) | dict.fromkeys(_IN, 1)
"""What a word means by itself. S/H, D/K, 1/2, 代付 have no place here: what they mean depends on the house, so the balances or a
person say it. 借 and 贷 stand in the books of the bank: what it debits leaves the holder's account.
"""
_FRAME: Final = re.compile(r"[\s()\[\]【】<>《》:.、/|]+")


@dataclass(frozen=True, slots=True)
class Told:
    """The signs of all rows, +1 in, -1 out, 0 not told, and what a person should know of them."""

    signs: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


def word(text: str) -> str:
    """A cell of a direction column as its meaning is looked up: without width, case, blanks and brackets."""
    return _FRAME.sub("", cells.plain(text)).upper()


def meaning(text: str, own: Mapping[str, Way] = MappingProxyType({})) -> int:
    """+1 for in, -1 for out, 0 for a word that says neither as a whole. ``own``: what a person said of words of one layout."""
    bare = word(text)
    for known, way in own.items():
        if word(known) == bare:
            return 1 if way == "in" else -1
    return _WORDS.get(bare, 0)


def told(
    column: str,
    words: Sequence[str],
    amounts: Sequence[int | None],
    balances: Sequence[int | None],
    own: Mapping[str, Way],
    first: int,
) -> Told:
    """The signs by which the magnitudes of ``amounts`` (minor units) move; ``first``: the number of the first row in the file.

    Findings: ``direction_contradicted`` where a balance says otherwise than the word, and ``direction_unknown`` once for each word
    that nothing proves, with how many rows bear it.
    """
    by_word = [meaning(text, own) for text in words]
    by_balance = _by_balance(by_word, amounts, balances)
    learned = _learned(words, by_balance)
    bare_signs = _out_is_printed_negative(by_word, amounts)
    signs, contradictions = [], []
    for index, (text, amount) in enumerate(zip(words, amounts, strict=True)):
        proven, said = by_balance[index], by_word[index] or learned.get(word(text), 0)
        if proven and by_word[index] and proven != _printed(by_word[index], amount, bare_signs):
            shown = {"column": column, "text": text}
            contradictions.append(Finding("direction_contradicted", f"row {first + index}", shown))
        signs.append(proven or _printed(said, amount, bare_signs))
    unknown = _unknown(column, words, amounts, signs)
    return Told(tuple(signs), (*contradictions, *unknown))


def _printed(said: int, amount: int | None, bare_signs: bool) -> int:
    """The sign of a magnitude, where the amount itself may be printed negative.

    Negative and 收入 went out. Negative and 支出 went out, too, where all of 支出 is printed so; else it may be a reversal: 0.
    """
    if amount is None or amount >= 0:
        return said
    if said >= 0:
        return -1
    return -1 if bare_signs else 0


def _out_is_printed_negative(by_word: Sequence[int], amounts: Sequence[int | None]) -> bool:
    return all(amount <= 0 for said, amount in zip(by_word, amounts, strict=True) if said < 0 and amount is not None)


def _by_balance(by_word: Sequence[int], amounts: Sequence[int | None], balances: Sequence[int | None]) -> list[int]:
    """+1 or -1 where the balances before and after differ by just the amount; else 0.

    The list is read oldest or newest first, whichever agrees better with the words that are known and explains more rows; where the
    two are alike and do not say the same, nothing is proven.
    """
    rows = [
        (index, amount, balance)
        for index, (amount, balance) in enumerate(zip(amounts, balances, strict=True))
        if amount is not None and balance is not None
    ]
    proofs = [dict(_steps(rows)), dict(_steps(rows[::-1]))]
    worth = [(sum(sign * by_word[index] for index, sign in proof.items()), len(proof)) for proof in proofs]
    if worth[0] == worth[1] and proofs[0] != proofs[1]:
        return [0] * len(amounts)
    proof = proofs[worth.index(max(worth))]
    return [proof.get(index, 0) for index in range(len(amounts))]


def _steps(rows: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Index and sign of the rows (index, amount, balance) that are proven when they are read in this order."""
    for (_, _, before), (index, amount, after) in pairwise(rows):
        if amount and abs(after - before) == abs(amount):
            yield index, 1 if after > before else -1


def _learned(words: Sequence[str], by_balance: Sequence[int]) -> Mapping[str, int]:
    """Words whose every row with a proof moved one way."""
    ways: dict[str, set[int]] = {}
    for text, proven in zip(words, by_balance, strict=True):
        if proven:
            ways.setdefault(word(text), set()).add(proven)
    return {text: found.pop() for text, found in ways.items() if len(found) == 1 and text}


def _unknown(
    column: str, words: Sequence[str], amounts: Sequence[int | None], signs: Sequence[int]
) -> Iterator[Finding]:
    rows: dict[str, int] = {}
    for text, amount, sign in zip(words, amounts, signs, strict=True):
        if amount and not sign:
            rows[text] = rows.get(text, 0) + 1
    for text, count in rows.items():
        yield Finding("direction_unknown", column, {"column": column, "text": text, "rows": str(count)})
