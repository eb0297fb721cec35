"""The debtor's papers: every figure comes back, nothing reads as granted, nobody is pressed, long and hostile texts find room."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.packet.test_packet import CANARIES
from tests.documents.papers.debtor_case import compared, compared_account, compared_case, lacking_case
from tests.documents.sample_case import TODAY, case_file, terms
from tests.source_tree import ROOT
from workstation.casework.case_file import CaseFile
from workstation.documents.papers.build_for_debtor import build_comparison, build_evidence_request
from workstation.documents.papers.gather.comparison import ComparedAccount, comparison_figures
from workstation.documents.papers.gather.request import request_figures
from workstation.documents.papers.reckoning.comparison import comparison
from workstation.documents.papers.request import evidence_request
from workstation.documents.typesetting.blocks import Block
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.seal import read_seal
from workstation.documents.typesetting.strips import Run, TypesetContext
from workstation.money import Money
from workstation.plan.debt.comparison import compare
from workstation.plan.schedule.terms import FixedPayment
from workstation.policy.pack import packs
from workstation.promise.authority import Approval
from workstation.rates import Rate
from workstation.wording import LANGUAGES

GOLDEN = ROOT / "tests" / "golden"
UNTIL = date(2026, 11, 30)


def sheet(context: TypesetContext, folder: Path, file: CaseFile, most: int = 4) -> str:
    return poppler.squeezed(poppler.text(build_comparison(compared(file, most), context).pdf, folder))


def requested(context: TypesetContext, folder: Path, file: CaseFile) -> str:
    return poppler.squeezed(poppler.text(build_evidence_request(request_figures(file, UNTIL), context).pdf, folder))


def golden(blocks: Sequence[Block], context: TypesetContext, name: str) -> None:
    """Every word of every page and where it stands. After a wanted change: CONCORD_GOLDEN=write pytest."""
    lines = []
    for number, page in enumerate(set_pages(blocks, context), 1):
        lines.append(f"— {number} —")
        runs = [(y + run.y, run) for y, strip in page.strips for run in strip.ink if isinstance(run, Run)]
        lines += [f"{run.x:6.1f} {y:6.1f} {run.size:4.1f} {run.face:<10} {run.text}".rstrip() for y, run in runs]
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("CONCORD_GOLDEN") == "write":
        file.write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == file.read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_comparison(context: TypesetContext, language: str) -> None:
    figures = compared(compared_case(language))
    golden(comparison(figures, Phrases(f"{language}-CN", {}), 40), context, f"comparison.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_request(context: TypesetContext, language: str) -> None:
    figures = request_figures(lacking_case(language), UNTIL)
    golden(evidence_request(figures, Phrases(f"{language}-CN", {})), context, f"evidence-request.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_plans_and_waiting_fit_one_page(context: TypesetContext, language: str) -> None:
    made = build_comparison(compared(compared_case(language)), context)
    assert made.pages == 1 and not made.findings
    seal = read_seal(made.pdf)
    assert seal is not None and seal.intact and seal.code == made.code


def test_every_figure_comes_back(context: TypesetContext, tmp_path: Path) -> None:
    file, text = compared_case(), sheet(context, tmp_path, compared_case())
    figures = compared(file).accounts[0]
    assert figures.waiting is not None
    wanted = [file.debtor.name, file.accounts[0].bank, "6214", file.case.number, figures.owed.grouped()]
    for option in figures.options:
        wanted += [option.payment.grouped(), option.plan.overall.grouped(), option.plan.first_due]
        wanted += [option.plan.last_due, option.plan.waived.grouped(), option.owed_year.grouped()]
        wanted += [amount.grouped() for amount in (option.saved_year, option.saved_end) if amount is not None]
    for point in figures.waiting.horizons:
        wanted += [point.on, point.owed.grouped(), point.more.grouped()]
    assert [said for said in map(poppler.squeezed, wanted) if said not in text and said != "0.00"] == []


def test_the_figures_a_banker_can_check() -> None:
    """0.05 % a day on 58,142.10 that bears interest, joined each month of 30 days: 872.13 after the first."""
    figures = compared(compared_case()).accounts[0]
    first, _, _, last = figures.options
    assert figures.waiting is not None and figures.meanwhile is not None
    assert [point.more.grouped() for point in figures.waiting.horizons] == [
        "0.00", "872.13", "1,757.34", "2,655.84", "5,432.99", "11,373.65",
    ]  # fmt: skip
    assert (first.plan.overall.grouped(), first.share, first.chosen) == ("50,200.00", "61.8%", True)
    assert first.saved_year is not None and first.saved_year.grouped() == "20,410.10"
    assert (last.plan.simple, last.share, last.owed_year) == ("0.00%", "", Money(0))
    assert figures.meanwhile.paid + figures.meanwhile.left == first.plan.overall
    assert figures.waiting.rate == "日利率 0.05%" and not figures.waiting.daily


def test_a_payment_that_differs_is_named_and_a_trifle_is_not() -> None:
    figures = compared(compared_case()).accounts[0]
    assert [(one.payment.grouped(), one.odd) for one in figures.options[:2]] == [("836.86", None), ("1,620.62", None)]
    file = compared_case()
    balloon = terms(file.accounts[0], instalments=12, fixed=(FixedPayment(12, Money(2_000_000)),))
    plan = replace(file.plans[0], terms=balloon)
    (option,) = compared(replace(file, plans=(plan,), choices=())).accounts[0].options
    assert option.odd == Money(2_000_000) and option.plan.odd_label == "末期"


def test_without_a_rate_nothing_is_invented(context: TypesetContext, tmp_path: Path) -> None:
    file = compared_case(rate=None)
    figures, text = compared(file).accounts[0], sheet(context, tmp_path, file)
    assert figures.waiting is None and figures.meanwhile is None
    assert all(option.saved_year is None and option.saved_end is None for option in figures.options)
    assert "没有登记合同利率" in text and "未知" in text and "比等待少付" not in text


def test_a_yearly_rate_says_what_it_is_a_day() -> None:
    figures = compared(compared_case(rate=Rate(Decimal("0.18")))).accounts[0]
    assert figures.waiting is not None
    assert (figures.waiting.rate, figures.waiting.daily) == ("年利率 18.00%", "0.05%")


@pytest.mark.parametrize("decision", ["requested", "granted", "countered", "refused"])
def test_nothing_reads_as_granted(context: TypesetContext, tmp_path: Path, decision: str) -> None:
    file = compared_case()
    at = file.choices[0].at
    reply = Approval("r1", "p1", "c1", "bank", decision, "招商银行", at)  # type: ignore[arg-type]
    text = sheet(context, tmp_path, replace(file, approvals=(reply,)))
    for said in re.finditer("批准|获批(?!准)|同意(?!书)|准许|已减免|停息挂账", text):
        around = text[max(0, said.start() - 8) : said.end()]
        assert re.search("尚未获批准|若方案A获银行同意", around), around
    assert ("答复为准" in text) == (decision != "requested")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_pressed(context: TypesetContext, tmp_path: Path, language: str) -> None:
    texts = sheet(context, tmp_path, compared_case(language)) + requested(context, tmp_path, lacking_case(language))
    words = [poppler.squeezed(word) for phrase in packs()["cn-card"].phrases for word in phrase.words]
    assert [word for word in words if word.lower() in texts.lower()] == []


def test_long_amounts_and_money_up_front_stay_on_the_page(context: TypesetContext, tmp_path: Path) -> None:
    file = compared_case()
    debt = replace(file.accounts[0], principal=Money(12_345_678_90), interest=Money(2_345_678_90))
    asked_for = terms(debt, down_payment=Money(5_000_000), treat_fees="up_front")
    file = replace(file, accounts=(debt,), plans=tuple(replace(plan, terms=asked_for) for plan in file.plans))
    made = build_comparison(compared(file), context)
    text = poppler.squeezed(poppler.text(made.pdf, tmp_path))
    assert made.pages == 1 and "¥50,200.00" in text and "¥12,345,878.90" in text


def test_the_request_asks_for_what_the_debtor_can_bring(context: TypesetContext, tmp_path: Path) -> None:
    file = lacking_case()
    figures, text = request_figures(file, UNTIL), requested(context, tmp_path, file)
    asked_for = {one.title: one for one in figures.requested}
    assert list(asked_for) == [
        "最近一期账单或欠款明细", "近六个月银行流水", "收入证明", "本人签名的协商申请及困难情况说明", "个人信息处理单独同意书",
        "二级以上医院诊断证明", "医疗收费票据",
    ]  # fmt: skip
    assert figures.held == ("居民身份证（正反面）",)
    assert "居委会" in asked_for["二级以上医院诊断证明"].state and "无权出具" in asked_for["二级以上医院诊断证明"].state
    assert "2026-08-01" in asked_for["最近一期账单或欠款明细"].state
    assert "请补足 6 个月" in asked_for["近六个月银行流水"].state
    assert "不早于 2026-10-31" in asked_for["收入证明"].fresh
    assert len(asked_for["收入证明"].others) == 2
    wanted = [file.debtor.name, "2026-11-30", file.settings.desk_name, file.settings.agent, "《刑法》第二百八十条"]
    wanted += [
        part for one in figures.requested for part in (one.title, one.why, one.issuers, one.state[:20])
    ]  # further lines wrap
    assert [said for said in map(poppler.squeezed, wanted) if said not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_account_without_its_own_proof_is_named(language: str) -> None:
    """One statement was brought for two debts: which is still lacking, not that there is none."""
    file = case_file()
    items = tuple(replace(item, account_id="a1") for item in file.items)
    file = replace(file, items=items, case=replace(file.case, language=language))
    states = [one.state for one in request_figures(file, UNTIL).requested]
    (said,) = [state for state in states if state]
    assert file.accounts[1].bank in said and file.accounts[1].tail in said
    assert file.accounts[0].tail not in said and "paper." not in "".join(states)


def test_notes_of_the_desk_stay_at_the_desk(context: TypesetContext, tmp_path: Path) -> None:
    file = case_file()
    checks = tuple(replace(one, result="failed", note="疑似套用公章") for one in file.verifications)
    text = requested(context, tmp_path, replace(file, verifications=checks))
    assert "未能核实" in text and "套用公章" not in text


def test_what_only_waits_for_our_check_is_not_asked_for() -> None:
    file = replace(lacking_case(), verifications=())
    assert "居民身份证（正反面）" in request_figures(file, UNTIL).held


def test_nothing_missing_says_so(context: TypesetContext, tmp_path: Path) -> None:
    file = lacking_case()
    pack = replace(file.pack, requirements=tuple(one for one in file.pack.requirements if one.code == "id_card"))
    text = requested(context, tmp_path, replace(file, pack=pack))
    assert "无须再补充" in text and "截止日期" not in text


@pytest.mark.parametrize("role", ["creditor_agency", "debtor_adviser"])
def test_only_who_takes_no_fee_says_so(context: TypesetContext, tmp_path: Path, role: str) -> None:
    file = lacking_case()
    file = replace(file, settings=replace(file.settings, role=role))  # type: ignore[arg-type]
    assert ("不向您收取任何费用" in requested(context, tmp_path, file)) == (role == "creditor_agency")


def test_a_long_list_flows(context: TypesetContext) -> None:
    file = lacking_case()
    many = tuple(
        replace(one, reasons=(), requests=(), products=(), roles=(), any_of="") for one in file.pack.requirements
    )
    figures = request_figures(replace(file, pack=replace(file.pack, requirements=many)), UNTIL)
    made = build_evidence_request(figures, context)
    assert len(figures.requested) > 30 and made.pages > 6
    long = replace(compared(compared_case()), missing=tuple("很长的材料名称" * 6 for _ in range(30)))
    assert build_comparison(long, context).pages == 1


@pytest.mark.parametrize("canary", CANARIES)
def test_typed_markup_stays_text(context: TypesetContext, canary: str, tmp_path: Path) -> None:
    said = poppler.squeezed(canary)
    assert said in sheet(context, tmp_path, compared_case(name=canary))
    assert requested(context, tmp_path, lacking_case(name=canary)).count(said) >= 2


def test_hostile_names(context: TypesetContext, tmp_path: Path) -> None:
    name = "张\u202e三\x00\u200b" + "买买提·" * 60 + "\U00031350"
    for made in (
        build_comparison(compared(compared_case(name=name)), context),
        build_evidence_request(request_figures(lacking_case(name=name), UNTIL), context),
    ):
        text = poppler.squeezed(poppler.text(made.pdf, tmp_path))
        assert "\u202e" not in text and "〔U+31350〕" in text
        assert [finding.code for finding in made.findings] == ["character_undrawable"]


def test_the_same_input_gives_the_same_bytes(context: TypesetContext, tmp_path: Path) -> None:
    figures, request = compared(compared_case()), request_figures(lacking_case(), UNTIL)
    assert build_comparison(figures, context).pdf == build_comparison(figures).pdf
    made = build_evidence_request(request, context)
    assert made.pdf == build_evidence_request(request).pdf
    fonts = poppler.fonts(made.pdf, tmp_path)
    assert fonts and all(fonts.values())


def test_two_accounts_take_a_page_each(context: TypesetContext, tmp_path: Path) -> None:
    file = compared_case()
    other = replace(file.accounts[1], rate=None)
    kept = replace(file.plans[0], id="q1", account_id="a2", terms=terms(other, treat_penalty="in_plan"))
    found = compare([kept.terms], None, file.budget.surplus, TODAY)
    second = ComparedAccount(other, (kept,), found, ({},), None)
    made = build_comparison(comparison_figures(file, (compared_account(file, file.accounts[0], 4), second)), context)
    pages = poppler.text(made.pdf, tmp_path).split("\f")
    assert made.pages == 2 and "6214" in pages[0] and "8888" in pages[1] and "没有登记合同利率" in pages[1]


def test_a_plan_begun_in_the_past_stays_in_the_chart() -> None:
    file = compared_case()
    begun = replace(
        file.plans[0], terms=terms(file.accounts[0], first_due=date(2026, 9, 10), interest_from=date(2026, 8, 10))
    )
    (option,) = compared(replace(file, plans=(begun,))).accounts[0].options
    assert option.curve and all(day >= 0 for day, _ in option.curve)


def test_one_short_plan_has_its_marks() -> None:
    figures = compared(compared_case(), 1).accounts[0]
    assert figures.across[0] == (0, "今天") and figures.across[-1][1] == "5 年后"
    assert figures.upward[0] == (0, "0")
    assert figures.upward[-1][0] >= max(owed for _, owed in figures.options[0].curve)
    assert figures.as_of == TODAY.isoformat()
