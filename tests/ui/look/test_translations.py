"""Chinese is complete: every word the source asks for stands translated in the .ts file, with the same places to fill."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET

from resources import path
from tests.source_tree import ROOT

MESSAGES = list(ET.parse(path("translations", "zh_CN.ts")).getroot().iter("message"))


def source_strings() -> set[str]:
    """Every literal that the window hands to tr or translate."""
    found = set()
    for file in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("tr", "translate")
            ):
                found.add(ast.literal_eval(node.args[-1]))
    return found


def test_every_word_of_the_source_is_in_the_file() -> None:
    assert source_strings() == {message.findtext("source") for message in MESSAGES}


def test_every_word_stands_under_the_class_that_says_it() -> None:
    contexts = ET.parse(path("translations", "zh_CN.ts")).getroot().iter("context")
    known = {one.findtext("name"): {message.findtext("source") for message in one.iter("message")} for one in contexts}
    classes = (
        node
        for file in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    said = {
        (node.name, ast.literal_eval(call.args[-1]))
        for node in classes
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    }
    said |= {
        (ast.literal_eval(call.args[0]), ast.literal_eval(call.args[1]))
        for file in (ROOT / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "translate"
        if len(call.args) == 2 and all(isinstance(one, ast.Constant) for one in call.args)
    }
    assert sorted((name, word) for name, word in said if word not in known.get(name, ())) == []


def test_outside_its_class_nothing_is_asked_of_a_tr() -> None:
    """``page.tr`` looks under the class of whatever page it is given, where the word does not stand; `translate` names its own."""
    asked = [
        f"{file.name}: {ast.unparse(call)}"
        for file in (ROOT / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
        if ast.unparse(call.func.value) != "self"
    ]
    assert asked == []


def test_every_word_is_translated() -> None:
    open_ones = [
        message.findtext("source")
        for message in MESSAGES
        if not message.findtext("translation") or message.find("translation").get("type") == "unfinished"
    ]
    assert open_ones == []


def test_translations_keep_the_places_and_mnemonics() -> None:
    for message in MESSAGES:
        source, text = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", text)), source
        assert text.count("&") <= 1, text


def test_the_window_speaks_both_languages(driver) -> None:
    assert driver.workbench.cases.new_button.text() == "新建案件"
    driver.command("settings")
    driver.pick(driver.workbench.settings.form.fields["language"].editor, "en")
    driver.click(driver.workbench.settings.save_button)
    assert driver.workbench.cases.new_button.text() == "New case"
    assert driver.window.session.desk.settings.language == "en"
