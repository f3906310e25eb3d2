"""Yoshikoder's `.ykd` (and Lexicoder 2's `.lcd`): XML, read without ever minding a DTD."""

from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from reader.core.languages.language import Language, Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.storage.interchange.drafts import Exported, Imported, ListDraft
from reader.storage.interchange.expressions import UnreadableError, listed
from reader.storage.interchange.list_format import ListFormat, Pack, without_papers
from reader.storage.interchange.spellings import by_category, losses
from reader.storage.languages import SHIPPED

_DEEPEST = 40


class _Doctype(Exception):  # noqa: N818 -- never leaves this module
    """The file brings definitions of its own."""


class _Tree:
    """Takes the parser's events: cnode is a category, pnode a pattern in it."""

    def __init__(self, parser: expat.XMLParserType, draft: ListDraft, *, has_top: bool) -> None:
        self._parser = parser
        self._draft = draft
        self._path: list[str] = []
        self._has_parts = [False]  # whether each of the path holds words or categories
        self._has_top = has_top
        self.is_dictionary = False
        self._is_regular = False

    def doctype(self, *_declared: object) -> None:
        raise _Doctype

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        name = attributes.get("name", "").strip()
        self._has_parts[-1] = True
        if tag == "dictionary":
            self.is_dictionary = True
            self._is_regular = attributes.get("patternengine", "").startswith("reg")
        elif tag == "cnode":
            self._begin(name, attributes.get("desc", ""), line)
        elif tag == "pnode" and not self._path:
            self._draft.complain(line, f"“{name[:40]}” stands outside every category.")
        elif tag == "pnode":
            self._add(name, line)
        else:
            self._draft.complain(line, f"<{tag[:40]}> is not known here.")
        if attributes.get("score", "").strip() not in {"", "1", "1.0"}:
            self._draft.complain(line, f"the score of “{name[:40]}” is not kept.")

    def _begin(self, name: str, told: str, line: int) -> None:
        self._path.append(name or "words")
        self._has_parts.append(False)
        if len(self._path) > _DEEPEST:
            self._draft.complain(line, "categories are nested too deeply.")
        if told.strip():
            self._draft.explain(self._shown(), told)

    def _shown(self) -> str:
        """Return the category; the outermost is the dictionary where it holds all others."""
        shown = self._path[: _DEEPEST + 1]
        return " / ".join(((shown[1:] if self._has_top else ()) or shown)[:_DEEPEST])

    def _add(self, pattern: str, line: int) -> None:
        if not self._is_regular:
            self._draft.add(pattern, self._shown(), line)
            return
        try:
            spelt = listed(pattern)
        except UnreadableError as error:
            self._draft.complain(line, f"“{pattern[:60]}” {error}")
        else:
            for one in spelt:
                self._draft.add(one, self._shown(), line)

    def end(self, tag: str) -> None:
        if tag == "cnode":
            if not self._has_parts.pop():  # a category without words is one
                self._draft.category(self._shown())
            self._path.pop()


def _count_tops(data: bytes) -> int:
    """Return how many categories stand in no other, or 0 where that cannot be told."""
    parser = expat.ParserCreate()
    depth = tops = 0

    def start(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth, tops
        if tag == "cnode":
            tops += depth == 0
            depth += 1

    def end(tag: str) -> None:
        nonlocal depth
        depth -= tag == "cnode"

    def doctype(*_declared: object) -> None:
        raise _Doctype

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes no names
    except (_Doctype, expat.ExpatError, ValueError, LookupError):
        return 0  # which is told when it is read
    return tops


def read_yoshikoder(data: bytes, name: str, language: Language) -> Imported:
    """Read a Yoshikoder dictionary.

    Raises:
        LexiconError: It is no XML, or brings definitions of its own.
    """
    draft = ListDraft(name, language)
    parser = expat.ParserCreate()
    tree = _Tree(parser, draft, has_top=_count_tops(data) < 2)
    parser.StartDoctypeDeclHandler = tree.doctype
    parser.EntityDeclHandler = tree.doctype
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes no names
    except _Doctype as error:
        raise LexiconError(
            f"{name}, line {parser.CurrentLineNumber}: the file brings definitions of its own "
            "(a DOCTYPE), which a word list has no need of.",
            hint="Remove the DOCTYPE part, and try again.",
        ) from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise LexiconError(
            f"{name}, line {parser.CurrentLineNumber}: this is not XML: {error}.",
            hint="Save the dictionary again in Yoshikoder, and try again.",
        ) from error
    if not tree.is_dictionary:
        draft.complain(1, "there is no <dictionary> in it.")
    return draft.finished()


def write_yoshikoder(lexicon: Lexicon) -> Exported:
    """Write a Yoshikoder dictionary; inflections are written out."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<dictionary style="050805" patternengine="substring">',
        f"<cnode name={quoteattr(lexicon.title)}>",
    ]
    for category, (name, spelt) in zip(lexicon.categories, by_category(lexicon), strict=True):
        told = f" desc={quoteattr(category.explanation)}" if category.explanation else ""
        lines.append(f"<cnode name={quoteattr(name)}{told}>")
        lines += [f"<pnode name={quoteattr(text.lower())}/>" for text in spelt]
        lines.append("</cnode>")
    lines += ["</cnode>", "</dictionary>"]
    data = ("\n".join(lines) + "\n").encode()
    return Exported(data, ".ykd", losses(lexicon, "Yoshikoder", ("explanation",)))


def _read(data: bytes, name: str, languages: Languages) -> Pack:
    return Pack(read_yoshikoder(data, name, languages.of(SHIPPED)), {})


YOSHIKODER = ListFormat(
    "yoshikoder", "Yoshikoder", (".ykd", ".lcd"), without_papers(write_yoshikoder), _read
)
