"""Both kinds of Chinese are complete: every word of the source stands translated in each .ts file, with the same places to fill."""

from __future__ import annotations

import ast
import re
import tomllib
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from resources import path
from tests.documents.typesetting.test_fonts import simplified_only
from tests.source_tree import ROOT
from tools.traditional import guide
from tools.traditional import window as traditional
from tools.traditional.converter import terms
from ui.look.translations import LANGUAGES
from workstation.wording import LANGUAGES as SPOKEN
from workstation.wording import filled

FILES = ("zh_CN.ts", "zh_TW.ts")


def messages(file: str) -> list[ET.Element]:
    return list(ET.parse(path("translations", file)).getroot().iter("message"))


def said() -> set[tuple[str, str]]:
    """(context, word) of every literal that the window hands to tr, under the innermost class around it, or to translate."""
    found: set[tuple[str, str]] = set()

    def look(node: ast.AST, around: str) -> None:
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
                if part.func.attr == "tr":
                    found.add((around, ast.literal_eval(part.args[0])))
                elif part.func.attr == "translate" and len(part.args) == 2:
                    found.add((ast.literal_eval(part.args[0]), ast.literal_eval(part.args[1])))
            look(part, part.name if isinstance(part, ast.ClassDef) else around)

    for file in (ROOT / "ui").rglob("*.py"):
        look(ast.parse(file.read_text("utf-8")), "")
    return found


def known(file: str) -> list[tuple[str, str]]:
    contexts = ET.parse(path("translations", file)).getroot().iter("context")
    return [
        (str(one.findtext("name")), str(each.findtext("source"))) for one in contexts for each in one.iter("message")
    ]


def test_every_word_of_the_source_is_in_the_file_and_every_word_of_the_file_in_the_source() -> None:
    """A word that no class says any more is never shown, and would be translated for nobody."""
    assert sorted(said() - set(known("zh_CN.ts"))) == []
    assert sorted(set(known("zh_CN.ts")) - said()) == []


def test_no_word_stands_twice_in_its_context() -> None:
    told = known("zh_CN.ts")
    assert sorted({one for one in told if told.count(one) > 1}) == []


def test_traditional_follows_from_simplified() -> None:
    """`make traditional` writes zh_TW.ts anew; what it says otherwise than wanted is put into tools/traditional/window.toml."""
    simplified = path("translations", "zh_CN.ts").read_text("utf-8")
    behind = path("translations", "zh_TW.ts").read_text("utf-8") != traditional.made(simplified)
    assert not behind, "zh_TW.ts is behind zh_CN.ts: run `python -m tools.traditional --window`"
    assert traditional.unused(simplified) == (), "window.toml puts sentences that nothing says"


def test_hand_puts_what_the_converter_does_not() -> None:
    """A correction that changes nothing any more would hide the next one."""
    assert [text for text, said in traditional.sentences().items() if traditional.drafted(text) == said] == []


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


@pytest.mark.parametrize("file", FILES)
def test_every_word_is_translated(file: str) -> None:
    open_ones = [
        message.findtext("source")
        for message in messages(file)
        if not message.findtext("translation") or message.find("translation").get("type") == "unfinished"
    ]
    assert open_ones == []


@pytest.mark.parametrize("file", FILES)
def test_translations_keep_the_places_and_mnemonics(file: str) -> None:
    for message in messages(file):
        source, text = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", text)), source
        assert text.count("&") <= 1, text


def test_the_window_speaks_every_language_of_the_sentences(driver) -> None:
    assert set(LANGUAGES) == set(SPOKEN)
    assert driver.workbench.cases.new_button.text() == "新建案件"
    for language, said, cancel in (("zh-Hant", "新增案件", "取消"), ("en", "New case", "Cancel")):
        driver.command("settings")
        driver.pick(driver.workbench.settings.form.fields["language"].editor, language)
        driver.click(driver.workbench.settings.save_button)
        assert driver.workbench.cases.new_button.text() == said
        assert driver.window.session.desk.settings.language == language
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        driver.qtbot.addWidget(box)
        assert box.buttons()[0].text() == cancel


def test_a_bundle_takes_the_words_of_qt_along() -> None:
    """File dialogs, and the buttons of every box, are said by Qt itself."""
    parts = tomllib.loads((ROOT / "tools" / "bundle" / "parts.toml").read_text("utf-8"))
    assert set(parts["qt"]["translations"]) == {f"qtbase_{file.removesuffix('.ts')}.qm" for file in FILES}
    assert {one.name for one in path("translations").glob("*.ts")} == set(FILES)


class Ones(dict[str, object]):
    """One of everything that is counted."""

    def get(self, key: str, default: object = None) -> object:
        return "1"


MANY = re.compile(r"(?<![\w.-])1 (?:[a-z]+ )?(?!(?:goes|has|is|needs|waits|starts|this|was)\b)[a-z]+s\b")
"""``1 days``, ``1 more rows``; a verb may follow."""


def test_one_is_one_in_english() -> None:
    """`filled` says ``{count} {count|day|days}`` for one as for many."""
    told = {source: filled(source, Ones()) for _, source in known("zh_CN.ts")}
    assert [source for source, text in told.items() if MANY.search(text)] == []
    assert MANY.search("1 days") and MANY.search("1 more rows") and not MANY.search("1 more row is")


def test_what_counts_is_filled_in() -> None:
    """`str.format` does not know ``{count|day|days}``: it would end the page with a KeyError."""
    counted = re.compile(r"\{\w+\|")
    wrong = []
    for file in (ROOT / "ui").rglob("*.py"):
        for function in (
            one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.FunctionDef)
        ):
            names = {
                target.id
                for one in ast.walk(function)
                if isinstance(one, ast.Assign) and any(counted.search(text) for text in literals(one.value))
                for target in one.targets
                if isinstance(target, ast.Name) and not calls_filled(one.value)
            }
            for call in (one for one in ast.walk(function) if isinstance(one, ast.Call)):
                if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
                    asked = {one.id for one in ast.walk(call.func.value) if isinstance(one, ast.Name)}
                    if asked & names or any(counted.search(text) for text in literals(call.func.value)):
                        wrong.append(f"{file.name}:{call.lineno}")
    assert wrong == []


def literals(node: ast.AST) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def calls_filled(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Call) and ast.unparse(one.func) == "filled" for one in ast.walk(node))


def test_the_traditional_guide_follows_from_the_simplified() -> None:
    """What it says otherwise than wanted is put into tools/traditional/guide.toml."""
    behind = [
        page.name
        for page in guide.SOURCE.glob("*.md")
        if (guide.TARGET / page.name).read_text("utf-8") != guide.made(page.read_text("utf-8"))
    ]
    assert behind == [], "run `python -m tools.traditional --window`"
    assert {page.name for page in guide.TARGET.iterdir()} == {page.name for page in guide.SOURCE.iterdir()}
    simplified = set(simplified_only())
    assert [page.name for page in guide.TARGET.iterdir() if simplified & set(page.read_text("utf-8"))] == []


def test_the_traditional_guide_names_things_as_the_traditional_window_does() -> None:
    assert guide.names()["按这些列读取名单"] == "按這些欄讀取名單"
    told = "点“按这些列读取名单”，即“设置—安全”；*其余全部不登记*，**案件**，“不是窗口的话”"
    assert guide.made(told) == "點「按這些欄讀取名單」，即「設定—安全」；*其餘全部不登記*，**案件**，「不是視窗的話」"
    assert (
        guide.made("按回车确认，Esc 放弃；![a](../pictures/plan.png)")
        == "按 Enter 確認，Esc 放棄；![a](../pictures/plan-hant.png)"
    )


def test_terms_of_the_guide_all_change_something() -> None:
    """A correction that changes nothing any more would hide the next one."""
    drafts = "".join(traditional.drafted(page.read_text("utf-8")) for page in guide.SOURCE.glob("*.md"))
    unused = []
    for said, meant in terms("guide.toml").items():
        if said not in drafts:
            unused.append(said)
        drafts = drafts.replace(said, meant)
    assert unused == []
