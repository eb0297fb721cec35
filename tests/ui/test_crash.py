"""A failure of ours: a report with places in the code and nothing that was typed, and one calm sentence."""

from __future__ import annotations

from tests.builders import NOW
from ui.crash import hook, report_text


def failure() -> BaseException:
    try:
        raise ValueError("欧阳·阿依古丽 11010519491231002X")
    except ValueError as error:
        return error


def test_the_report_holds_places_and_no_personal_data() -> None:
    error = failure()
    text = report_text(type(error), error.__traceback__)
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert "阿依古丽" not in text
    assert "1949" not in text


def test_the_person_is_told_where_the_report_lies(tmp_path, capsys) -> None:
    message: list[str] = []
    error = failure()
    hook(tmp_path, lambda: NOW, message.append)(type(error), error, error.__traceback__)
    (report,) = tmp_path.iterdir()
    assert report.name in message[0]
