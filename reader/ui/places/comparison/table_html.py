"""The table of a comparison as rich text, every piece a link to its passages."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from reader.core.across.comparison.forms.table import Piece, Row, Section, SectionId
from reader.core.across.comparison.limits import LETTERS
from reader.ui.theme import Theme

STRIP = "strip"  # what the addresses of strips begin with
STRIP_HEIGHT = 16  # pixels
_WIDE_STRIP, _STRIP = 136, 84
_STRONG = "font-weight:600"  # of the weights that the fonts have; Qt thickens 700 by itself
_FEW = 3  # columns that leave room for wide strips
_CELLS = 82  # percent of the width, all articles together
_LONGEST = 220  # characters of a sentence or quotation in a cell


def _tr(words: str) -> str:
    return QCoreApplication.translate("Comparison", words)


def section_title(section: SectionId) -> str:
    """Return what a section is called."""
    words: dict[SectionId, str] = {
        "naming": _tr("Names and labels"),
        "sources": _tr("Sources"),
        "claims": _tr("Hedges on one claim"),
        "hedges": _tr("Hedges"),
        "wording": _tr("Wording"),
        "quotations": _tr("Quotations cut"),
        "sentences": _tr("Shared sentences"),
        "people": _tr("People in one only"),
        "places": _tr("Places in one only"),
        "figures": _tr("Figures in one only"),
    }
    return words[section]


class TableHtml:
    """Writes sections as a table in the colours of a theme.

    Attributes:
        pieces: What each link leads to: the article's number and the piece, by the link's number.
        strip_width: How wide the drawing of where a source speaks is, in pixels.

    Where a source speaks is drawn as an image, whose address `strip:N` names the piece's number.
    """

    def __init__(self, theme: Theme, columns: int) -> None:
        """Take the colours and the number of articles."""
        self._theme, self._columns = theme, columns
        self.strip_width = _WIDE_STRIP if columns <= _FEW else _STRIP
        self.pieces: list[tuple[int, Piece]] = []

    def page(self, sections: Sequence[Section]) -> str:
        """Return the table of some sections; links are numbered anew."""
        self.pieces = []
        body = "".join(map(self._section, sections)) or self._nothing()
        return f'<table width="100%" cellspacing="0" cellpadding="6">{body}</table>'

    def legend(self) -> str:
        """Return how narrators’, quoted and reported words look in the table."""
        theme = self._theme
        font = f"font-family:'Source Serif 4'; font-size:15px; color:{theme.text};"
        quoted = f"{font} background:{theme.band};"
        reported = f"{font} text-decoration:overline;"
        rows = (
            (font, _tr("narrator")), (quoted, _tr("quoted")), (reported, _tr("reported"))
        )  # fmt: skip
        word = escape(_tr("word"))
        return " &nbsp; ".join(
            f'<span style="{style}">{word}</span> '
            f'<span style="color:{theme.text2}; font-size:12px">{escape(name)}</span>'
            for style, name in rows
        )

    def _nothing(self) -> str:
        return f"<tr><td>{escape(_tr('Nothing of this kind was found.'))}</td></tr>"

    def _section(self, section: Section) -> str:
        theme = self._theme
        width = _CELLS // self._columns
        letters = "".join(
            f'<td width="{width}%" style="background:{theme.panel}; color:{theme.text}">'
            f'<span style="{_STRONG}">{LETTERS[n]}</span></td>'
            for n in range(self._columns)
        )
        title = escape(section_title(section.id))
        head = (
            f'<tr><td width="18%" style="background:{theme.panel}; color:{theme.text2}">'
            f'<span style="{_STRONG}">{title}</span></td>{letters}</tr>'
        )
        return head + "".join(map(self._row, section.rows))

    def _row(self, row: Row) -> str:
        theme = self._theme
        name = row.name if row.name is not None else _tr("no source named")
        more = _perhaps(row.perhaps) if row.perhaps else _short(row.note)
        note = f', <span style="color:{theme.text2}">{escape(more)}</span>'
        told = f'<span style="{_STRONG}">{escape(_short(name))}</span>{note if more else ""}'
        line = f"border-bottom:1px solid {theme.line};"
        left = f"border-left:1px solid {theme.line};"
        cells = "".join(
            f'<td style="{line} {left}">{self._cell(number, cell)}</td>'
            for number, cell in enumerate(row.cells)
        )
        return f'<tr><td style="{line}">{told}</td>{cells}</tr>'

    def _cell(self, number: int, cell: Sequence[Piece]) -> str:
        if not cell:
            missing = escape(_tr("not found in {letter}").format(letter=LETTERS[number]))
            return f'<span style="color:{self._theme.text2}">{missing}</span>'
        first = len(self.pieces)
        told = " &nbsp;".join(self._piece(number, piece) for piece in cell)
        return told + (self._strip(first) if cell[0].strip else "")

    def _strip(self, link: int) -> str:
        """Return the image of a strip, which leads where its words lead."""
        size = f'width="{self.strip_width}" height="{STRIP_HEIGHT}"'
        return f' <a href="{link}"><img src="{STRIP}:{link}" {size}></a>'

    def _piece(self, number: int, piece: Piece) -> str:
        theme = self._theme
        link = len(self.pieces)
        self.pieces.append((number, piece))
        style = f"color:{theme.text}; text-decoration:none;"
        if piece.kind in {"label", "quote", "sentence", "hedge", "cut"}:
            style += " font-family:'Source Serif 4'; font-size:15px;"
        if piece.kind in {"verb", "cue"}:
            style += " font-style:italic;"
        if piece.voice == "direct":
            style += f" background:{theme.band};"
        if piece.kind == "cut":
            style += f" color:{theme.warn};"
        words = escape(_short(_words(piece)))
        count = f" ×{len(piece.spans)}" if len(piece.spans) > 1 and piece.kind == "label" else ""
        line = _line_of(piece)
        told = f'<a href="{link}" style="{style}">{_drawn(words, line)}</a>{count}'
        who = piece.speaker if piece.kind in {"label", "hedge"} else None
        if who:
            told += (
                f' <span style="color:{theme.text2}; font-size:11px">{escape(_short(who))}</span>'
            )
        return told


def _line_of(piece: Piece) -> str:
    """Return how a piece is told apart: a roof over reported words, struck through what is cut."""
    if piece.kind == "cut":
        return "line-through"
    return "overline" if piece.voice == "indirect" else ""


def _drawn(words: str, line: str) -> str:
    """Return words with a line; a link itself would be underlined as well."""
    return f'<span style="text-decoration:{line}">{words}</span>' if line else words


def _perhaps(names: Sequence[str]) -> str:
    """Return who may be meant by a name that the articles do not decide."""
    told = _tr(" or ").join(names)
    return _tr("perhaps {names}: the articles do not tell").format(names=told)


def _words(piece: Piece) -> str:
    bare = piece.text.strip("“”")
    if piece.kind == "words":
        return _tr("1 word") if piece.count == 1 else _tr("{n} words").format(n=piece.count)
    if piece.kind == "verb" and piece.count > 1:
        return f"{piece.text} {piece.count}"
    if piece.kind == "cue":
        return f"{piece.speaker or _tr('no source named')}: {piece.text}"
    if piece.kind == "bare":
        return _tr("no hedge and no source found:")
    return f"“{bare}”" if piece.kind in {"quote", "sentence"} else piece.text


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
