"""How reports call the parts of a comparison; they describe and never judge."""

from collections.abc import Iterator

from reader.core.across.comparison.comparison import ComparedArticle
from reader.core.across.comparison.forms.table import Piece, Row, SectionId
from reader.core.across.comparison.limits import LETTERS

TITLES: dict[SectionId, str] = {
    "naming": "Names and labels",
    "sources": "Sources",
    "claims": "Hedges on the same claim",
    "hedges": "Hedges",
    "wording": "Wording",
    "quotations": "Quotations that several carry",
    "sentences": "Sentences shared word for word",
    "people": "People in one only",
    "places": "Places in one only",
    "figures": "Figures in one only",
}
FOOT = (
    "A mark is a question, not a verdict. What is not in this table may still be in the articles: "
    "the program joins only what is surely one. A longer text has more marks. Not covered: which "
    "facts were chosen, pictures, placement."
)
_VOICES = {"narrator": "", "direct": "quoted", "indirect": "reported"}


def letter_of(number: int) -> str:
    """Return how an article is called, from its number."""
    return LETTERS[number]


def article_facts(item: ComparedArticle) -> Iterator[str]:
    """Yield what tells one article from the others."""
    article = item.analysis.article
    yield article.name
    yield from (fact for fact in (article.outlet, article.published) if fact)
    yield f"{item.analysis.words} words"


def whose(piece: Piece) -> str:
    """Return in whose words a piece stands, "" for the narrator's."""
    return ", ".join(part for part in (_VOICES[piece.voice], piece.speaker) if part)


def row_note(row: Row) -> str:
    """Return what else is told of a row: a role, or who may be meant by a name."""
    if row.perhaps:
        return f"perhaps {' or '.join(row.perhaps)}: the articles do not tell"
    return row.note


def plain_words(piece: Piece) -> str:
    """Return the words of a piece with what it is, without voice and place."""
    told = {
        "words": f"{piece.count} words",
        "quote": f"“{piece.text.strip('“”')}”",
        "cut": f"without “{piece.text}”",
        "hedge": f"hedge “{piece.text}”",
        "sentence": f"“{piece.text.strip('“”')}”",
        "cue": f"{piece.speaker or 'no source named'}: {piece.text}",
        "verb": f"{piece.text} {piece.count}" if piece.count > 1 else piece.text,
        "bare": "no hedge and no source found",
    }
    return told.get(piece.kind, piece.text)
