"""The recovery sheet: one page in every language, each word in its place, nothing secret where none was wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.papers.test_debtor_papers import golden
from workstation.documents.papers.recovery_sheet import RecoveryFigures, build_recovery_sheet, recovery_sheet
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.wording import LANGUAGES

WORDS = tuple(f"mnemo{chr(97 + number)}" for number in range(24))
FIGURES = RecoveryFigures(
    "en", "一号工作台", "林协商", "/data/concord/desk", "concord-backup-0123456789abcdef", "0.1.0", "2026-11-23",
    (("/media/backup", "2026-11-23"), ("/srv/share", "2026-11-20")), WORDS,
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_recovery_sheet(context: TypesetContext, language: str) -> None:
    figures = replace(FIGURES, language=language)
    golden(recovery_sheet(figures, Phrases(language, {})), context, f"recovery-sheet.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [WORDS, ()])
def test_it_is_one_page_and_says_what_it_must(context, tmp_path: Path, language: str, words) -> None:
    made = build_recovery_sheet(replace(FIGURES, language=language, words=words), context)
    assert made.pages == 1 and not made.findings
    said = poppler.text(made.pdf, tmp_path)
    for fact in (FIGURES.desk, FIGURES.folder, FIGURES.backup_id, *(place for place, _ in FIGURES.places)):
        assert fact in said
    assert [word in said.split() for word in WORDS] == [bool(words)] * 24


def test_a_desk_without_copies_leaves_room_to_write_where_they_are(context, tmp_path: Path) -> None:
    made = build_recovery_sheet(replace(FIGURES, places=()), context)
    assert "Write in where they are kept" in poppler.text(made.pdf, tmp_path)
