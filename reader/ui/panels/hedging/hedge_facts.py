"""The hedges of an article, as rows and as a table."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import CategoryCount, category_counts, speakers
from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.lexicon import Category
from reader.core.text.spans import Span
from reader.core.views.hedge_patterns import HedgedClaim, firm_title, hedge_owners, stacked_hedges
from reader.ui.marks.look import look_of
from reader.ui.marks.places import place_row, place_words, sentence_row, strip_marks
from reader.ui.marks.words import source_name
from reader.ui.widgets.fact_table import Facts
from reader.ui.widgets.rows.fact_row import FactRow

_EMPHASIS = "bar"  # the line of boosters, the other pole
_MOST = 8  # rows of one group
_MOST_PLACES = 60  # spoken of a strip; the table has them all
_WORDS_SHOWN = 4


def _tr(words: str) -> str:
    return QCoreApplication.translate("Hedges", words)


def _counts(analysis: Analysis, shown: Sequence[Finding]) -> tuple[CategoryCount, ...]:
    """Return a count for each category that has findings, the reader's own ones included.

    The categories are those of the lists. A hedge that the reader marked may have a category
    whose list is switched off now; then its id has to do for a name.
    """
    known = category_counts(analysis, "hedging", shown)
    counts = [count for count in known if count.findings]
    listed = {count.category.id for count in known}
    for category in dict.fromkeys(item.category for item in shown):
        if category not in listed:
            found = tuple(item for item in shown if item.category == category)
            own = tuple(item for item in found if item.voice == "narrator")
            others = tuple(item for item in found if item.voice != "narrator")
            counts.append(
                CategoryCount(Category(category, category, "", "", "?", 1, ""), own, others)
            )
    return tuple(counts)


class HedgeFacts:
    """Puts the hedges and boosters of an analysis into words and rows."""

    def __init__(self, analysis: Analysis, shown: Sequence[Finding], places: Places) -> None:
        self._analysis = analysis
        self._places = places
        self._owners = speakers(analysis)
        self._counts = _counts(analysis, shown)
        emphasis = {
            count.category.id for count in self._counts if count.category.line == _EMPHASIS
        }
        self.hedges = tuple(each_once(i for i in shown if i.category not in emphasis))
        self.boosters = tuple(each_once(i for i in shown if i.category in emphasis))

    # -- kinds -------------------------------------------------------------------------------

    def strip_rows(self) -> list[FactRow]:
        """Return where hedges and boosters stand in the article."""
        return [
            self._strip(_tr("hedges"), self.hedges),
            self._strip(_tr("boosters"), self.boosters),
        ]

    def _strip(self, name: str, found: Sequence[Finding]) -> FactRow:
        told = ", ".join(place_words(self._places, item.span) for item in found[:_MOST_PLACES])
        told += "…" if len(found) > _MOST_PLACES else ""
        words = _tr("{name}, where they stand: {places}").format(name=name, places=told or "–")
        return FactRow(
            kind="strip",
            lead=name,
            strip=strip_marks(self._analysis, found),
            places=tuple(found),
            spoken=words,
        )

    def kind_rows(self) -> list[FactRow]:
        """Return the categories that were found, by the family that their line stands for."""
        titles = {
            "wave": _tr("How likely"),
            "thin": _tr("On whose word"),
            "square-dots": _tr("How much"),
            "double-thin": _tr("Limits named"),
            _EMPHASIS: _tr("Emphasis, the opposite"),
        }
        families: dict[str, list[FactRow]] = {title: [] for title in titles.values()}
        for count in self._counts:
            title = titles.get(count.category.line, _tr("Other signs"))
            families.setdefault(title, []).append(self._row(count))
        rows: list[FactRow] = []
        for title, family in families.items():
            rows += [FactRow(kind="heading", text=title), *family] if family else []
        return rows

    def _row(self, count: CategoryCount) -> FactRow:
        category = count.category
        numbers = (len(count.narrator), len(count.sources))
        look = look_of(category, is_hedge=True)
        text = _tr("{name}: narrator {a}, sources {b}. {words}")
        words = self._words(count.findings)
        return FactRow(
            kind="category",
            text=category.name,
            detail=words,
            letter=category.letter,
            line=look.style,
            counts=numbers,
            strip=strip_marks(self._analysis, count.findings),
            places=count.findings,
            payload=category.id,
            children=partial(self._place_rows, count.findings, category.name),
            spoken=text.format(name=category.name, a=numbers[0], b=numbers[1], words=words),
        )

    def _words(self, found: Sequence[Finding]) -> str:
        text = self._analysis.article.text
        words = dict.fromkeys(" ".join(item.span.of(text).lower().split()) for item in found)
        shown = list(words)[:_WORDS_SHOWN]
        return ", ".join(shown) + ("…" if len(words) > _WORDS_SHOWN else "")

    def _place_rows(self, found: Sequence[Finding], name: str) -> list[FactRow]:
        analysis = self._analysis
        return [place_row(analysis, item, name, self._places, self._owners) for item in found]

    # -- whose, stacked, title ---------------------------------------------------------------

    def owner_rows(self) -> list[FactRow]:
        """Return whose hedges they are, each number with its places below."""
        rows = []
        for number, owner in enumerate(hedge_owners(self._analysis, self.hedges)[:_MOST]):
            name = _tr("The narrator") if owner.is_narrator else source_name(owner.source)
            rows.append(
                FactRow(
                    kind="text",
                    text=name,
                    detail=str(len(owner.findings)),
                    payload=f"owner {number}",
                    children=partial(self._place_rows, owner.findings, name),
                    spoken=_tr("{name}: {n} hedges").format(name=name, n=len(owner.findings)),
                )
            )
        return [FactRow(kind="heading", text=_tr("Whose hedges")), *rows] if rows else []

    def stacked_rows(self) -> list[FactRow]:
        """Return the sentences with two hedges or more."""
        found = stacked_hedges(self._analysis, self.hedges)
        rows = [self._stack(sentence, hedges) for sentence, hedges in found[:_MOST]]
        if len(found) > _MOST:
            more = _tr("and {n} more").format(n=len(found) - _MOST)
            rows.append(FactRow(kind="quiet", text=more))
        title = _tr("Two or more in one sentence")
        return [FactRow(kind="heading", text=title, detail=str(len(found))), *rows] if rows else []

    def _stack(self, sentence: Span, hedges: Sequence[Finding]) -> FactRow:
        text = self._analysis.article.text
        words = " … ".join(" ".join(item.span.of(text).split()) for item in hedges)
        place = place_words(self._places, sentence)
        return FactRow(
            kind="place", lead=place, hit=words, payload=sentence, spoken=f"{words}, {place}"
        )

    def title_rows(self) -> list[FactRow]:
        """Return the title and the hedged sentences on the same matter."""
        claims = firm_title(self._analysis, self.hedges)
        if not claims:
            return []
        title = self._analysis.article.zones[0].span
        rows = [FactRow(kind="heading", text=_tr("Title and text"))]
        rows.append(sentence_row(self._analysis, title, self._places))
        rows += [self._claim(claim) for claim in claims[:3]]
        for words in (
            _tr("The title has no hedge, but the text has one."),
            _tr("Is the short form fair?"),
        ):
            rows.append(FactRow(kind="quiet", text=words))
        return rows

    def _claim(self, claim: HedgedClaim) -> FactRow:
        """Return a hedged sentence, from a little before its first hedge."""
        text, hedge = self._analysis.article.text, claim.nearest.span
        start = max(claim.sentence.start, text.rfind(" ", 0, max(0, hedge.start - 14)) + 1)
        before = " ".join(text[start : hedge.start].split())
        return FactRow(
            kind="place",
            lead=place_words(self._places, hedge),
            text=f"{before} " if before else "",
            hit=" ".join(hedge.of(text).split()),
            after=f" {' '.join(text[hedge.end : claim.sentence.end].split())}",
            payload=claim.nearest,
        )

    # -- the table ---------------------------------------------------------------------------

    def table(self) -> Facts:
        """Return all kinds as a table."""
        return Facts(
            columns=(
                _tr("Sign"),
                _tr("Kind"),
                _tr("Narrator"),
                _tr("Sources"),
                _tr("Words"),
                _tr("Places"),
                _tr("Yours"),
            ),
            rows=tuple(self._cells(count) for count in self._counts),
            payloads=tuple(count.findings[0] for count in self._counts),
        )

    def _cells(self, count: CategoryCount) -> tuple[str | int, ...]:
        places = (place_words(self._places, item.span) for item in count.findings)
        hedges = self._analysis.marks.hedges
        yours = sum((item.span, item.category) in hedges for item in count.findings)
        return (
            count.category.letter,
            count.category.name,
            len(count.narrator),
            len(count.sources),
            self._words(count.findings),
            ", ".join(dict.fromkeys(places)),
            yours or "–",
        )
