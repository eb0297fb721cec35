"""Every kind of paper that the desk writes by itself, in a language: name → how to build it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.documents.packet.test_packet import GAPS
from tests.documents.papers.debtor_case import compared, compared_case, lacking_case
from tests.documents.papers.single_cases import countered_case, paid_case, settled_case, single_case
from tests.documents.papers.test_recovery_sheet import FIGURES as RECOVERY
from tests.documents.papers.test_single_papers import BUILDERS
from tests.documents.sample_case import BANK, FILES, case_file, exhibits
from workstation.actions.plans.options import compare_plans
from workstation.documents.packet.build import build_packet, build_paper
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.build_for_debtor import build_comparison, build_evidence_request, build_formulas
from workstation.documents.papers.gather.formulas import ExplainedPlan, formula_figures
from workstation.documents.papers.gather.request import request_figures
from workstation.documents.papers.recovery_sheet import build_recovery_sheet
from workstation.documents.papers.written_page import written_pdf
from workstation.documents.typesetting.strips import TypesetContext
from workstation.policy.filing import EACH_BANK
from workstation.received.written.page import Grid, Paragraph, Picture, WrittenPage

UNTIL = date(2026, 11, 30)
OWN_FILES = {code: file for code, file in FILES.items() if file[1] != "application/pdf"}
"""Exhibits that we draw ourselves: pictures and statements."""
_CASES = {
    "authorisation": lambda language: single_case(language, "debtor_adviser"),
    "receipt": paid_case,
    "settlement-certificate": settled_case,
    "counter-reply": lambda language: countered_case("counter", language),
}
Build = Callable[[str, TypesetContext], bytes]


def _single(name: str) -> Build:
    make = _CASES.get(name, single_case)
    return lambda language, context: BUILDERS[name](make(language), context).pdf


def _figures(language: str) -> PacketFigures:
    file = case_file(OWN_FILES)
    return packet_figures(replace(file, case=replace(file.case, language=language)), BANK, 2, GAPS)


def packet(language: str, context: TypesetContext, draft: bool = False) -> bytes:
    given = exhibits(case_file(OWN_FILES), OWN_FILES)
    return build_packet(_figures(language), given, draft, context).pdf


def _paper(kind: str) -> Build:
    return lambda language, context: build_paper(_figures(language), kind, context=context).pdf


def _written(language: str, context: TypesetContext) -> bytes:
    picture = OWN_FILES["medical_bills"][2]
    blocks = (
        Paragraph("Heading 标题", True),
        Paragraph("First line\nand 第二行"),
        Grid((("日期", "金额"), ("2026-01-01", "1.00"), ("", "x" * 90))),
        Picture(picture, 1400, 500),
    )
    return written_pdf(WrittenPage(language, (("from", "a@b"), ("subject", "<账单>")), blocks), "mail.eml")


def _formulas(language: str, context: TypesetContext) -> bytes:
    file = single_case(language)
    owed, plan = file.accounts[0], file.plans[0]
    found = compare_plans(file, owed, (plan.terms,)).comparison
    return build_formulas(
        formula_figures(file, [ExplainedPlan(owed, None, found.plans[0], found.waiting)]), context
    ).pdf


OWN_PAPERS: dict[str, Build] = {
    "packet": packet,
    "packet-draft": lambda language, context: packet(language, context, draft=True),
    **{kind: _paper(kind) for kind in EACH_BANK},
    **{name: _single(name) for name in BUILDERS},
    "comparison": lambda language, context: build_comparison(compared(compared_case(language)), context).pdf,
    "request": lambda language, context: (
        build_evidence_request(request_figures(lacking_case(language), UNTIL), context).pdf
    ),
    "formulas": _formulas,
    "recovery": lambda language, context: build_recovery_sheet(replace(RECOVERY, language=language), context).pdf,
    "written": _written,
}
