"""An account of the simple edition: one sentence that opens it, and clauses of which every one must be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from workstation.currencies import NAMES
from workstation.evidence.credit_report.printed import amount_of, day_of, state_of
from workstation.evidence.credit_report.report import AccountKind, ReportedAccount

_DAY: Final = r"\d{4}年\d{1,2}月\d{1,2}日"
_WHEN: Final = r"\d{4}年\d{1,2}月(?:\d{1,2}日)?"
_AMOUNT: Final = r"[0-9][0-9,.]*"
_OPENINGS: Final = (
    re.compile(rf"(?P<opened>{_DAY})(?P<lender>.+?)发放的(?P<card>准?贷记卡)（(?P<what>[^（）]*)）"),
    re.compile(
        rf"(?P<opened>{_DAY})(?P<lender>.+?)发放的(?P<amount>{_AMOUNT}元)（(?P<currency>[^（）]+)）(?P<purpose>[^，。；]*)"
    ),
    re.compile(rf"(?P<opened>{_DAY})(?P<lender>.+)为(?P<purpose>[^为，。；]+)授信"),
    re.compile(rf"(?P<opened>{_DAY})(?P<lender>.+?)(?:接收(?P<source>[^，。；]+?)转让的债权|(?:进行最近一次)?代偿)"),
)
_STARTS: Final = re.compile(rf"(?:(?P<number>\d{{1,3}})[.．、])?(?P<rest>{_DAY}.*)")
_CLAUSES: Final = re.compile(r"[，。；]+")
_TAIL: Final = re.compile(r"(?:卡片?|账户)?尾号[:：为]?(?P<tail>\d{4})")
_NO_CLAUSE: Final = frozenset({"可循环使用", "不可循环使用", "当前有逾期", "额度有效期至长期"})

Found = Mapping[str, Any]
"""Fields of a `ReportedAccount`; None for a value that cannot be read."""


def _amount(field: str) -> Callable[[re.Match[str]], Found]:
    return lambda found: {field: amount_of(found["amount"])}


def _months(field: str) -> Callable[[re.Match[str]], Found]:
    return lambda found: {field: int(found["months"])}


def _state(found: re.Match[str]) -> Found:
    return {"state": state_of(found["state"]) or None}


_MEANINGS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]], ...]] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (rf"截至(?P<when>{_WHEN})", lambda found: {"as_of": day_of(found["when"])}),
        (rf"(?:账户)?(?:信用|授信)额度(?:为|折合人民币)?(?P<amount>{_AMOUNT}元?)(?:（人民币）)?", _amount("limit")),
        (
            rf"(?:已使用额度|已用额度|透支余额|本金余额|余额)(?:为|折合人民币)?(?P<amount>{_AMOUNT}元?)"
            rf"(?:（含未出单的大额专项分期余额{_AMOUNT}元?）)?",
            _amount("balance"),
        ),
        (rf"(?:当前)?逾期(?:金额|总额)(?:为|折合人民币)?(?P<amount>{_AMOUNT}元?)", _amount("overdue")),
        (r"(?:当前)?无逾期", lambda found: {"overdue": amount_of("0")}),
        (rf"(?:债权)?(?:累计代偿)?金额(?:为)?(?P<amount>{_AMOUNT}元?)", _amount("limit")),
        (r"最近5年内有(?P<months>\d+)个月(?:处于|发生过)逾期(?:状态)?", _months("overdue_months")),
        (r"最近5年内有(?P<months>\d+)个月透支超过60天", _months("overdue_months")),
        (r"(?:其中)?(?:有)?(?P<months>\d+)个月(?:逾期|透支)超过90天", _months("overdue_90_months")),
        (r"(?:从未|没有)发生过90天以上(?:逾期|透支)", lambda found: {"overdue_90_months": 0}),
        (r"(?:最近5年内)?(?:从未|没有发生过)逾期", lambda found: {"overdue_months": 0}),
        (rf"(?:于)?(?:{_WHEN})?(?P<state>已?(?:销户|结清|转出))", _state),
        (
            r"(?:该)?(?:账户)?(?:状态为)?“?(?P<state>已变成呆账|呆账|尚未激活|未激活|止付|冻结|司法追偿|银行止付)”?",
            _state,
        ),
        (rf"(?:额度有效期至)?(?P<when>{_DAY})(?:到期)?", lambda found: {"due_on": day_of(found["when"])}),
        (rf"最近一次还款日期为{_DAY}", lambda found: {}),
        (rf"未出单的大额专项分期余额(?:为)?{_AMOUNT}元?", lambda found: {}),
        (r"业务号[0-9A-Za-z*]+", lambda found: {}),
        (r"\d+期|按(?:月|季|年|期)归还|(?:信用|抵押|质押|保证)(?:/免担保|担保)?", lambda found: {}),
    )
)


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """The account in a sentence, and clauses of it that were not understood; None for one that opens no account."""

    account: ReportedAccount | None
    left: tuple[str, ...]


def starts(text: str) -> tuple[int, str] | None:
    """The number (0 for none) and the text of a line that may open an account."""
    found = _STARTS.fullmatch(text)
    return (int(found["number"] or 0), found["rest"]) if found else None


def read_sentence(text: str, page: int, number: int = 0) -> ReadSentence:
    """One entry of the list of accounts."""
    opening = next((found for one in _OPENINGS if (found := one.match(text))), None)
    if opening is None:
        return ReadSentence(None, (text,))
    account, left = _opened(opening, page, number)
    fields: dict[str, Any] = {}
    for clause in filter(None, _CLAUSES.split(text[opening.end() :])):
        if clause in _NO_CLAUSE:
            continue
        said = _meaning(clause)
        if said is None or any(fields.get(name, value) != value for name, value in said.items()):
            left.append(clause)
        else:
            fields.update(said)
    return ReadSentence(replace(account, **fields), tuple(left))


def _meaning(clause: str) -> Found | None:
    """What a clause says; None for one that nobody understands, also where its amount, day or state is none."""
    for pattern, meaning in _MEANINGS:
        if found := pattern.fullmatch(clause):
            said = meaning(found)
            return None if None in said.values() else said
    return None


def _opened(found: re.Match[str], page: int, number: int) -> tuple[ReportedAccount, list[str]]:
    given = found.groupdict()
    opened, left = day_of(given["opened"]), []
    if opened is None:
        left.append(given["opened"])
    made = ReportedAccount(page, "recovery", given["lender"], opened_on=opened, number=number)
    if given.get("card"):
        kind: AccountKind = "semi_card" if given["card"].startswith("准") else "credit_card"
        fields, unknown = _of_card(given["what"])
        return replace(made, kind=kind, **fields), [*left, *unknown]
    if given.get("amount"):
        amount, currency = amount_of(given["amount"]), NAMES.get(given["currency"], "")
        left += [given["amount"]] * (amount is None) + [given["currency"]] * (not currency)
        fields = {"limit": amount, "currency": currency or "CNY", "purpose": given["purpose"]}
        return replace(made, kind="loan", **fields), left
    if given.get("purpose"):
        return replace(made, kind="credit_line", purpose=given["purpose"]), left
    return replace(made, purpose=given.get("source") or ""), left


def _of_card(text: str) -> tuple[dict[str, Any], list[str]]:
    """``人民币账户，卡片尾号1234`` in the brackets of a card."""
    fields: dict[str, Any] = {}
    left = []
    for part in _bracketed(text):
        if part.endswith("账户") and (currency := NAMES.get(part.removesuffix("账户"))):
            fields["currency"] = currency
        elif tail := _TAIL.fullmatch(part):
            fields["tail"] = tail["tail"]
        else:
            left.append(part)
    return fields, left


def _bracketed(text: str) -> Iterator[str]:
    return filter(None, _CLAUSES.split(text))
