"""HTML as paragraphs, tables and places of pictures, in their order; styles and scripts are no text, and nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from workstation.received.written.grid_builder import GridBuilder
from workstation.received.written.page import Grid, Paragraph, PictureLink, Piece
from workstation.received.written.tamed import tamed

_BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "title", "ul", "caption",
    )
)  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "caption"))
_NO_TEXT: Final = frozenset(("script", "style", "template", "noframes", "object", "svg", "math", "select"))
_SEEN: Final = frozenset(("object", "svg", "math", "select"))
"""Of these a browser shows words; they are not set here, so each that holds any is counted as not shown."""
_VOID: Final = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    )
)  # fmt: skip
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")
_SHOWN_INPUT: Final = ("text", "", "number", "date", "email", "tel")


class Markup(HTMLParser):
    """Fed with a text once; ``pieces`` hold what it shows. ``all_parts``: what the page hides is taken, too.

    ``hidden``: parts that the page itself hides; ``dropped``: lists to choose from, drawings and formulas that hold words.
    """

    def __init__(self, all_parts: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.title = ""
        self.hidden = self.dropped = 0
        self._all = all_parts
        self._tables: list[GridBuilder] = []
        self._text: list[str] = []
        self._skipped, self._depth, self._wordless = "", 0, True
        self._heading = self._in_title = False

    @property
    def unclosed(self) -> bool:
        """Whether a part that is not shown never ended: what follows it is then not hidden at all."""
        return bool(self._skipped)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part begins."""
        given = {name: value or "" for name, value in attrs}
        if self._skipped:
            self._depth += tag == self._skipped and tag not in _VOID
        elif tag in _NO_TEXT or (not self._all and tag not in _VOID and _is_hidden(given)):
            self._begin_skipping(tag, given)
        elif tag == "img":
            self._flush_text()
            self.pieces += [] if _is_spot(given) else [PictureLink(given.get("src", ""), given.get("alt", "").strip())]
        elif tag == "br":
            self._text.append("\n")
        elif tag == "input" and given.get("type", "").lower() in _SHOWN_INPUT:
            self._text.append(f" {given.get('value', '')} ")
        else:
            self._begin(tag, given)

    def _begin_skipping(self, tag: str, given: dict[str, str]) -> None:
        self._skipped, self._depth, self._wordless = tag, 1, tag in _SEEN
        self.hidden += tag not in _NO_TEXT

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self._flush_table()
            self._tables.append(GridBuilder())
        elif self._tables and tag in ("tr", "td", "th"):
            self._end_cell()
            if tag == "tr":
                self._tables[-1].begin_row()
            else:
                self._flush_text()
                self._tables[-1].begin_cell(given)
        elif tag in _BLOCKS:
            self._break()
            self._heading = self._heading or tag in _HEADINGS
            self._in_title = self._in_title or tag == "title"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part without content."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:  # XHTML
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """A part ends."""
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag == "title":
            self._in_title = False
        elif self._tables and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._tables and tag == "table":
            self._flush_table()
            self._tables.pop()
        elif tag in _BLOCKS:
            self._break()
            self._heading = False

    def handle_data(self, data: str) -> None:
        """Text, entities resolved."""
        if self._in_title:
            self.title += data
        elif not self._skipped:
            self._text.append(_SPACES.sub(" ", data))
        elif self._wordless and self._skipped in _SEEN and data.strip():
            self._wordless = False
            self.dropped += 1

    def close(self) -> None:
        """End everything that is still open."""
        super().close()
        while self._tables:
            self._flush_table()
            self._tables.pop()
        self._flush_text()
        self.title = " ".join(self.title.split())

    def _break(self) -> None:
        if self._tables and self._tables[-1].in_cell:
            self._text.append("\n")
        else:
            self._flush_text()

    def _taken(self) -> str:
        lines = (" ".join(line.split(" ")).strip() for line in "".join(self._text).split("\n"))
        self._text = []
        return re.sub(r"\n{2,}", "\n", "\n".join(_SPACES.sub(" ", line) for line in lines)).strip()

    def _end_cell(self) -> None:
        if self._tables[-1].in_cell:
            self._tables[-1].end_cell(self._taken())
        else:
            self._flush_text()

    def _flush_text(self) -> None:
        """Text outside cells is a paragraph; in one it goes with what the cell held up to here."""
        if self._tables and self._tables[-1].in_cell:
            self._tables[-1].add(self._taken())
        elif text := self._taken():
            self.pieces.append(Paragraph(text, self._heading))

    def _flush_table(self) -> None:
        """What the innermost table holds so far; a table inside a cell follows what stood before it."""
        if not self._tables:
            self._flush_text()
            return
        if self._tables[-1].in_cell:
            self._tables[-1].add(self._taken())
        else:
            self._flush_text()
        if (grid := self._tables[-1].taken()) is not None:
            self.pieces.append(grid)


def _is_hidden(given: dict[str, str]) -> bool:
    return "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))


def _is_spot(given: dict[str, str]) -> bool:
    """A picture of a point, which draws nothing and counts who reads."""
    return {given.get("width", "").strip(), given.get("height", "").strip()} & {"0", "1"} != set()


def pieces_of(text: str, all_parts: bool = False) -> Markup:
    """A text in HTML, read through. Raises `TooLarge` for a table beyond all measure."""
    found = _fed(text, all_parts)
    return _fed(text, True) if found.unclosed and not all_parts else found


def _fed(text: str, all_parts: bool) -> Markup:
    markup = Markup(all_parts)
    markup.feed(tamed(text))
    markup.close()
    return markup


def grids(markup: Markup) -> list[Grid]:
    """The tables of a text that have more than one row and one column."""
    return [one for one in markup.pieces if isinstance(one, Grid) and len(one.rows) > 1 and max(map(len, one.rows)) > 1]
