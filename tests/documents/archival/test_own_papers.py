"""Our own papers keep PDF/A-2a, each in every language; a paper with one thing broken is found by the rule that asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from tests.documents.archival.own_papers import OWN_PAPERS, packet
from tests.documents.archival.rules import RULES, breaks, broken_rules, changed
from tests.documents.archival.tagged_pdf import TaggedPdf
from tests.documents.papers.test_single_papers import PAPERS as SINGLE_PAPERS
from workstation.documents.papers.mandatory import flat, text_of
from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.wording import LANGUAGES


@pytest.fixture(scope="module")
def contexts(context: TypesetContext) -> dict[str, TypesetContext]:
    return {
        language: TypesetContext(Fonts(language, elsewhere=lambda point: None), context.look) for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN_PAPERS)
def test_a_paper_of_ours_keeps_every_rule(contexts: dict[str, TypesetContext], name: str, language: str) -> None:
    assert broken_rules(OWN_PAPERS[name](language, contexts[language])) == {}


def _element(pdf: Any, role: str) -> Any:
    found = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == role)
    return next(one for one in found if "/P" in one)


def _font(pdf: Any) -> Any:
    return next(iter(pdf.pages[0].obj.Resources.Font.values()))


def _replace(old: bytes, new: bytes) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        content = pdf.pages[0].obj.Contents
        data = content.read_bytes()
        assert old in data
        content.write(data.replace(old, new, 1))

    return change


def _drop(find: Callable[[Any], Any], name: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        del find(pdf)[name]

    return change


def _put(find: Callable[[Any], Any], name: str, value: Any) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        find(pdf)[name] = value

    return change


def _in_xmp(old: bytes, new: bytes) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return change


def _script(pdf: Any) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _address(pdf: Any) -> None:
    pdf.pages[0].obj.Annots[0].A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org")


def _short_texts(pdf: Any) -> None:
    texts = _font(pdf).ToUnicode
    head, _, tail = texts.read_bytes().partition(b"beginbfchar")
    texts.write(head + b"beginbfchar\n" + tail.split(b"\n", 30)[-1])


def _lost_parent(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot.ParentTree.Nums[1][-1]


def _foreign_parent(pdf: Any) -> None:
    _element(pdf, "/P").P = _element(pdf, "/TD")


def _pages(pdf: Any) -> Any:
    return pdf.pages[0].obj


FAULTS: dict[str, list[tuple[str, Callable[[Any], None]]]] = {
    "header_and_trailer": [],  # by bytes, below
    "streams": [],
    "limits": [("states", _replace(b"/Artifact BMC", b"/Artifact BMC " + b"q " * 30 + b"Q " * 30))],
    "output_intent": [
        ("none", _drop(lambda pdf: pdf.Root, "/OutputIntents")),
        ("no profile", _drop(lambda pdf: pdf.Root.OutputIntents[0], "/DestOutputProfile")),
        ("four colours", _put(lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile, "/N", 4)),
    ],
    "colours": [("of print", _replace(b"/Artifact BMC", b"/Artifact BMC 0 0 0 1 k"))],
    "transparency": [
        (
            "transfer function",
            _put(
                lambda pdf: pdf.pages[0].obj.Resources,
                "/ExtGState",
                pikepdf.Dictionary(G=pikepdf.Dictionary(TR=pikepdf.Name.Identity)),
            ),
        )
    ],
    "fonts": [
        ("not embedded", _drop(lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2")),
        ("no texts", _drop(_font, "/ToUnicode")),
        ("a text missing", _short_texts),
        ("widths", _put(lambda pdf: _font(pdf).DescendantFonts[0], "/W", pikepdf.Array([]))),
    ],
    "nothing_active": [
        ("script", _script),
        ("address", _address),
        ("not printed", _put(lambda pdf: pdf.pages[0].obj.Annots[0], "/F", 0)),
        ("form", _put(lambda pdf: pdf.Root, "/AcroForm", pikepdf.Dictionary(Fields=pikepdf.Array([])))),
    ],
    "metadata": [
        ("none", _drop(lambda pdf: pdf.Root, "/Metadata")),
        ("level", _in_xmp(b">A<", b">B<")),
        ("part", _in_xmp(b"<pdfaid:part>2", b"<pdfaid:part>1")),
        ("title", _put(lambda pdf: pdf.docinfo, "/Title", "x")),
        ("day", _put(lambda pdf: pdf.docinfo, "/CreationDate", "D:20200101000000Z")),
    ],
    "tagged": [
        ("not said", _drop(lambda pdf: pdf.Root, "/MarkInfo")),
        ("title", _drop(lambda pdf: pdf.Root, "/ViewerPreferences")),
        ("loose", _replace(b"/Artifact BMC", b"0 0 m 9 9 l S /Artifact BMC")),
        ("open", _replace(b"EMC", b"")),
    ],
    "parent_tree": [
        ("mark", _lost_parent),
        ("none", _drop(lambda pdf: pdf.Root.StructTreeRoot, "/ParentTree")),
        ("page", _drop(_pages, "/StructParents")),
    ],
    "family": [("parent", _foreign_parent)],
    "links": [("link", _drop(lambda pdf: pdf.pages[0].obj.Annots[0], "/StructParent"))],
    "structure_types": [
        ("unknown", _put(lambda pdf: _element(pdf, "/P"), "/S", pikepdf.Name("/Paragraph"))),
        ("no tree", _drop(lambda pdf: pdf.Root, "/StructTreeRoot")),
    ],
    "headings": [("jump", _put(lambda pdf: _element(pdf, "/H2"), "/S", pikepdf.Name.H4))],
    "tables": [
        ("heads nothing", _drop(lambda pdf: _element(pdf, "/TH"), "/A")),
        ("ragged", _put(lambda pdf: _element(pdf, "/TR"), "/K", pikepdf.Array([]))),
    ],
    "lists": [("no entries", _put(lambda pdf: _element(pdf, "/TOCI"), "/S", pikepdf.Name.P))],
    "alternatives": [("none", _drop(lambda pdf: _element(pdf, "/Figure"), "/Alt"))],
    "language": [
        ("none", _drop(lambda pdf: pdf.Root, "/Lang")),
        ("other", _put(lambda pdf: pdf.Root, "/Lang", "en")),
    ],
}
BYTES: dict[str, Callable[[bytes], bytes]] = {
    "header_and_trailer": lambda data: data.replace(b"\n%\xe2\xe3\xcf\xd3", b"\n%\x41\x41\x41\x41", 1),
    "streams": lambda data: data.replace(b"\nendstream", b" endstream", 1),
}


@pytest.fixture(scope="module")
def whole(contexts: dict[str, TypesetContext]) -> bytes:
    return packet("zh-Hans", contexts["zh-Hans"])


@pytest.mark.parametrize(
    ("rule", "change"),
    [pytest.param(rule, change, id=f"{rule}-{name}") for rule, faults in FAULTS.items() for name, change in faults],
)
def test_what_is_broken_is_found(whole: bytes, rule: str, change: Callable[[Any], None]) -> None:
    assert breaks(rule, changed(whole, change))


@pytest.mark.parametrize("rule", BYTES)
def test_broken_syntax_is_found(whole: bytes, rule: str) -> None:
    assert breaks(rule, BYTES[rule](whole))


def test_each_rule_was_seen_to_fail() -> None:
    assert set(RULES) == {rule for rule, faults in FAULTS.items() if faults} | set(BYTES)


def test_writing_a_file_anew_breaks_nothing(whole: bytes) -> None:
    assert broken_rules(changed(whole, lambda pdf: None)) == {}


def _words(block: b.Block) -> str:
    if isinstance(block, b.Signature):
        return "".join(f"{one.label}{one.foot}{one.seal}" for one in block.areas)
    return text_of(block)


@pytest.mark.parametrize("name", ["agreement", "consent", "receipt", "settlement-certificate"])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_tree_tells_all_words_in_the_order_of_the_paper(
    contexts: dict[str, TypesetContext], name: str, language: str
) -> None:
    make, gather, template = SINGLE_PAPERS[name]
    wanted = [_words(block) for block in flat(template(gather(make(language)), Phrases(f"{language}-CN", {})))]
    file = TaggedPdf(OWN_PAPERS[name](language, contexts[language]))
    said = "".join(file.text().split())
    file.close()
    assert said == "".join("".join(wanted).split())


@pytest.mark.parametrize("name", ["agreement", "consent"])
def test_words_stay_apart_where_a_line_ends(contexts: dict[str, TypesetContext], name: str) -> None:
    make, gather, template = SINGLE_PAPERS[name]
    blocks = [one for one in flat(template(gather(make("en")), Phrases("en", {}))) if isinstance(one, b.Text | b.Note)]
    file = TaggedPdf(OWN_PAPERS[name]("en", contexts["en"]))
    said = " ".join(file.text().split())
    file.close()
    lines = [" ".join(line.split()) for block in blocks for line in block.text.splitlines() if line.isascii()]
    assert any(len(line) > 120 for line in lines)
    assert [line for line in lines if line not in said] == []


def test_papers_and_exhibits_have_headings_and_pictures_words(whole: bytes) -> None:
    file = TaggedPdf(whole)
    roles = [str(element.S) for element in file.elements]
    file.close()
    assert roles.count("/H1") == 7 + 3  # cover, papers, exhibits
    assert roles.count("/Figure") == 1 + 2  # QR picture, photographs
