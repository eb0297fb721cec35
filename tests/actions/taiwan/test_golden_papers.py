"""Every word of the papers for the largest creditor. After a wanted change: CONCORD_GOLDEN=write pytest."""

from __future__ import annotations

import os
import re
from dataclasses import replace

import pytest

from tests.source_tree import ROOT
from workstation.documents.packet.build import PAPERS
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.gather.case_figures import agreement_figures
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.typesetting.phrases import Phrases


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("name", ["application", "statement", "creditors", "agreement"])
def test_golden(file, name, language):
    file = replace(file, case=replace(file.case, language=language))
    bank, phrases = file.addressees[0], Phrases(file.paper_language, {})
    if name == "agreement":
        blocks = agreement(agreement_figures(file, bank), phrases)
    else:
        blocks = PAPERS[name](packet_figures(file, bank), phrases)
    text, golden = printed_text(blocks), ROOT / "tests" / "golden" / f"taiwan-{name}.{language}.txt"
    if os.environ.get("CONCORD_GOLDEN") == "write":
        golden.write_text(text + "\n", "utf-8")
    assert (text + "\n").splitlines() == golden.read_text("utf-8").splitlines()
    assert not re.search(r"paper\.[a-z]|\{[a-z_]+\}", text), "a key or a place was left open"
