"""Writes a whole case as a TOML file, the same for the same seed: all methods, packs and languages, names of every kind."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from tests.actions.papers.generated.choices import (
    ADDRESSES,
    BANKS,
    LANGUAGES,
    METHODS,
    NAMES,
    NOTES,
    PACKS,
    PRODUCTS,
    TODAY,
)
from tests.actions.papers.generated.reckoning import reckon
from tests.actions.papers.generated.toml_text import Table, toml_text
from workstation.policy.pack import Pack, packs

_TRIES: Final = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A case file and the proofs beside it: name → bytes."""

    seed: int
    text: str
    files: Mapping[str, bytes]
    whole: bool


def written_case(seed: int) -> Written:
    """The case of a seed. ``whole``: it has every proof that its pack asks for."""
    chance = Random(seed)
    pack = packs()[PACKS[seed // 3 % 3]]
    case = _head(chance, seed, pack)
    case["accounts"], case["plans"] = _accounts(chance, seed, pack)
    _budget(chance, case)
    case["conversation"] = _conversation(chance, case, pack)
    whole = chance.random() < 0.75
    case["evidence"] = list(_evidence(chance, case, pack, whole))
    text = toml_text(case)
    files = {one["file"]: proof(f"Proof {one['file'][6:8]}") for one in case["evidence"]}
    return Written(seed, text, files, whole)


@cache
def proof(text: str) -> bytes:
    """A paper of one page that somebody else made."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    canvas.setFont("Times-Roman", 20)
    canvas.drawString(72, 740, text)
    canvas.save()
    return file.getvalue()


def _head(chance: Random, seed: int, pack: Pack) -> Table:
    return {
        "format": 1,
        "today": TODAY,
        "pack": pack.id,
        "language": LANGUAGES[seed % 3],
        "agent": "林协商",
        "supervisor": "周主管",
        "debtor": {
            "name": NAMES[seed % len(NAMES)],
            "resident_id": "11010519491231002X",
            "marital": chance.choice(["married", "single", "divorced"]),
            "children": chance.randint(0, 3),
            "housing": "rent",
            "employment": chance.choice(["flexible", "unemployed", "employed"]),
            "employer": chance.choice(["", "新疆天山商贸物流有限责任公司霍尔果斯分公司", "Featherstonehaugh & Sons"]),
            "pay_day": chance.randint(1, 31),
            "phones": [{"number": "13800000017"}],
            "addresses": [{"kind": "residence", "text": chance.choice(ADDRESSES)}],
        },
        "contacts": [{"at": "2026-11-20T09:15:00", "result": "normal", "note": "面谈，逐项填写收支。"}],
    }


def _accounts(chance: Random, seed: int, pack: Pack) -> tuple[list[Table], list[Table]]:
    """One to five accounts; two of one bank now and then, one of another currency seldom, each with a plan as a rule."""
    count = 1 + seed % 5
    banks = chance.sample(BANKS, count)
    if count > 2 and chance.random() < 0.5:
        banks[2] = banks[0]
    accounts, plans = [], []
    for place, bank in enumerate(banks):
        account = _account(chance, seed, place, bank, pack)
        accounts.append(account)
        if place == 0 or chance.random() < 0.9:
            terms = _payable(chance, METHODS[(seed + place) % len(METHODS)], account)
            said = {"why": chance.choice(["发薪后还款。", ""]), "approval": "同意。"}
            plans.append({"account": account["key"], **said, "terms": terms})
    return accounts, plans


def _account(chance: Random, seed: int, place: int, bank: str, pack: Pack) -> Table:
    principal = chance.choice(
        [chance.randint(50_000, 999_999), chance.randint(10**6, 10**7), chance.randint(1, 99) * 10**5]
    )
    foreign = place == 1 and chance.random() < 0.15
    late = TODAY - timedelta(days=chance.choice([0, 1, 29, 30, 31, 90, 91, 180, 181, chance.randint(2, 900)]))
    parts = {part: chance.choice([0, chance.randint(1, principal // 8)]) for part in ("interest", "penalty", "fees")}
    return {
        "key": f"k{place + 1}",
        "bank": bank,
        "number": f"62258800{seed % 1000:04d}{chance.randint(0, 999):03d}{place + 1}",
        "product": chance.choice(PRODUCTS[pack.id]),
        **({"currency": "USD"} if foreign else {}),
        "principal": _amount(chance, principal),
        **{part: _amount(chance, minor) for part, minor in parts.items() if minor},
        "as_of": TODAY,
        **({"due_on": late} if chance.random() < 0.5 else {"overdue_since": late + timedelta(days=1)}),
        **_opened(seed, place, late),
        "rate": chance.choice([{"daily": "0.0005"}, {"annual": "0.0435"}, {"annual": "0.15"}]),
    }


def _opened(seed: int, place: int, late: date) -> Table:
    """Some contracts are known to be younger than the rules that ask more of those, some to be older."""
    young = date(2026, 8, 1)
    return ({}, {"opened_on": young - timedelta(days=900)}, {"opened_on": young} if late > young else {})[
        (seed + place) % 3
    ]


def _amount(chance: Random, minor: int) -> str:
    """As people write it: plain, grouped, in tens of thousands."""
    plain = f"{minor // 100}.{minor % 100:02d}"
    if minor % 10**5 == 0:
        return chance.choice([plain, f"{minor // 10**6}.{minor % 10**6 // 10**5}万"])
    return chance.choice([plain, plain, f"{minor // 100:,}.{minor % 100:02d}"])


def _payable(chance: Random, method: str, account: Table) -> Table:
    """Terms whose every payment covers its interest, and of which something is left for the last row."""
    for _ in range(_TRIES):
        terms = _terms(chance, method, account)
        (plan,) = reckon({"accounts": [account], "plans": [{"account": account["key"], "terms": terms}]}).plans
        if all(row.principal >= 0 for row in plan.rows) and plan.rows[-1].principal:
            return terms
    raise AssertionError(f"no payable terms for {method}")


def _terms(chance: Random, method: str, account: Table) -> Table:
    owed = reckon({"accounts": [account], "plans": []}).accounts[0]
    rows = chance.choice([1, 2, 3]) if method == "lump_sum" else chance.choice([2, 6, 12, 24, 36, 48, 60])
    terms: Table = {"method": method, "instalments": rows, "interest_from": TODAY, "first_due": _first_due(chance)}
    waive = ["waive", "waive", "in_plan", "first_instalment", "capitalise", "up_front"]
    terms["treatment"] = {part: chance.choice(waive) for part in ("interest", "penalty", "fees") if owed.parts[part]}
    if not terms["treatment"]:
        del terms["treatment"]
    if method in ("equal_instalment", "equal_principal", "flat_interest", "step", "custom"):
        terms["rate"] = chance.choice(
            [{"annual": "0.0435"}, {"annual": "0.0365"}, {"monthly": "0.005"}, {"annual": "0"}]
        )
    if method == "flat_fee":
        terms["period_fee"] = "0.002"
    if chance.random() < 0.3:
        terms["down_payment"] = f"{owed.parts['principal'] // 1000}.00"
    if chance.random() < 0.15:
        terms["waive_principal"] = f"{owed.parts['principal'] // 2000}.00"
    _given_payments(chance, terms, owed.parts["principal"])
    if method != "lump_sum":
        _calendar(chance, terms)
    return terms


def _calendar(chance: Random, terms: Table) -> None:
    """Skipped months, grace, deferral, other steps and coarse rounding, one or two of them at a time."""
    odd: list[Table] = [
        {"skip_months": [chance.randint(1, 12)]},
        {"skip_months": [1, 2]},
        {"deferral": {"months": 3}},
        {"deferral": {"months": 2, "interest": "accrues"}},
        {"every": {"days": 14}},
        {"every": {"months": 3}},
        {"rounding": {"unit": "1.00", "mode": "up"}},
        {"rounding": {"unit": "0.01", "mode": "up"}},
        {"grace": {"principal": 1}},
    ]
    for one in chance.sample(odd, chance.choice([0, 0, 1, 1, 2])):
        if not ("grace" in one and terms["method"] in ("custom", "step", "interest_free", "flat_fee")):
            terms.update(one)


def _first_due(chance: Random) -> date:
    return chance.choice([date(2026, 12, 10), date(2026, 12, 15), date(2026, 12, 31), date(2027, 1, 31)])


def _given_payments(chance: Random, terms: Table, principal: int) -> None:
    """Steps of a stepped plan, all payments but the last of a custom one, the first ones of a settlement in parts."""
    rows = terms["instalments"]
    share = principal // rows // 100
    if terms["method"] == "step":
        first = {"from": 1, "amount": f"{share * chance.choice([1, 3]) // 2 + 1}.00"}
        terms["steps"] = [first, {"from": rows // 2 + 1}]
    if terms["method"] == "custom" or (terms["method"] == "lump_sum" and rows > 1):
        amounts = [share * 2 // 3 + no % 4 + 1 for no in range(1, rows)]
        terms["fixed"] = [{"no": no, "amount": f"{amount}.50"} for no, amount in enumerate(amounts, 1)]


def _budget(chance: Random, case: Table) -> None:
    """Income that covers all plans with something over, with nothing over, or not at all."""
    case["budget"] = [
        {
            "side": "income",
            "category": "family_support",
            "amount": f"{chance.randint(0, 3000)}.{chance.randint(0, 99):02d}",
        },
        {"side": "expense", "category": "rent", "amount": "1800.00", "note": chance.choice(["", "含物业"])},
        {"side": "expense", "category": "food", "amount": f"{chance.randint(100, 400)}.55", "every": "week"},
        {"side": "expense", "category": "medical", "amount": "1440.01", "every": "quarter", "note": "每季复诊与药品"},
    ]
    if chance.random() < 0.3:
        case["budget"].append({"side": "priority_debt", "category": "utilities_arrears", "amount": "26.00"})
    lacking = -reckon(case).left
    if (over := chance.choice([0, 0, 1, 12_345, 600_000, -50_000])) + lacking > 0:
        wage = over + lacking
        case["budget"].append({"side": "income", "category": "wage", "amount": f"{wage // 100}.{wage % 100:02d}"})


def _conversation(chance: Random, case: Table, pack: Pack) -> Table:
    given = {code for plan in reckon(case).plans for code in plan.requests}
    reasons = [code for code in ("illness", "unemployment", "pay_cut") if code in pack.reasons]
    return {
        "reason": chance.choice(reasons),
        "reason_from": date(2026, 7, 2),
        "reason_note": chance.choice(NOTES),
        "requests": [code for code in pack.requests if code in given] or [next(iter(pack.requests))],
        "repayment_source": chance.choice(["配偶工资与兼职收入。", ""]),
    }


def _evidence(chance: Random, case: Table, pack: Pack, whole: bool) -> list[Table]:
    """What the pack asks for, each with its check; of a case that is not whole, two proofs."""
    conversation, products = case["conversation"], {one["product"] for one in case["accounts"]}
    found: list[Table] = []
    for one in pack.requirements:
        asked = (
            (not one.reasons or conversation["reason"] in one.reasons)
            and (not one.requests or set(conversation["requests"]) & set(one.requests))
            and (not one.products or products & set(one.products))
            and (not one.roles or "bank_agent" in one.roles)
            and (one.contract_from is None or any(_made_since(one, account) for account in case["accounts"]))
        )
        if asked:
            accounts = [account["key"] for account in case["accounts"]] if one.per_account else [""]
            found += [
                _proof(chance, one, account, f"proof-{len(found) + no:02d}.pdf") for no, account in enumerate(accounts)
            ]
    return found if whole else found[:2]


def _made_since(one: Any, account: Table) -> bool:
    opened = account.get("opened_on")
    return (
        opened is not None
        and opened >= one.contract_from
        and account["product"] in (one.products or (account["product"],))
    )


def _proof(chance: Random, one: Any, account: str, file: str) -> Table:
    issuer = one.accepted[0].text("zh-Hans") if one.accepted else "本人"
    return {
        "file": file,
        "requirement": one.code,
        **({"account": account} if account else {}),
        "issuer": issuer,
        "document_number": f"JY-2026-{chance.randint(0, 9999):04d}" if not one.copy else "11010519491231002X",
        "issued_on": TODAY - timedelta(days=3),
        "covers_from": date(2025, 11, 1),
        "covers_to": date(2026, 11, 20),
        "form": "original",
        "check": one.checks[0] if one.checks else "original_seen",
        "check_note": "与原件一致。",
    }
