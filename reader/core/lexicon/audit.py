"""How a lexicon treats the sides of a corpus: figures for the command line and the page."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.core.lexicon.matcher import Matcher
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.values import frozen

Tag = Callable[[TokenTable], Sequence[str]]
_Z = 1.96  # 95 %


@frozen
class CorpusItem:
    """A text of a corpus with sides.

    Attributes:
        id: Its name in the corpus.
        text: The text.
        side: Whose it is, as the corpus says; "" when it does not say.
        spans: What people marked in it, None when nobody looked.
    """

    id: str
    text: str
    side: str = ""
    spans: tuple[Span, ...] | None = None


@frozen
class Share:
    """A share of a sample, with its 95 % interval.

    Attributes:
        hits: How many.
        total: Of how many.
    """

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval."""
        return wilson_interval(self.hits, self.total)


@frozen
class SideFigures:
    """What was counted on one side.

    Attributes:
        side: Its name.
        texts: How many texts.
        words: How many words.
        marks: How many marks the lexicon makes.
        precision: The marks that people's marks share a letter with, of those in labelled texts.
        recall: The people's marks that the lexicon's share a letter with.
        clean_flagged: The labelled texts without people's marks that have one of the lexicon's.
    """

    side: str
    texts: int
    words: int
    marks: int
    precision: Share
    recall: Share
    clean_flagged: Share

    @property
    def per_thousand(self) -> float:
        """Marks per 1,000 words."""
        return 1000 * self.marks / self.words if self.words else 0.0

    @property
    def false_marks(self) -> int:
        """Marks in labelled texts where people made none."""
        return self.precision.total - self.precision.hits


@frozen
class EntryFigures:
    """Where one entry fired.

    Attributes:
        entry: The entry.
        by_side: Side and number of marks, in the order of the sides.
        precision: As for a side.
    """

    entry: Entry
    by_side: tuple[tuple[str, int], ...]
    precision: Share

    @property
    def marks(self) -> int:
        """How often it fired on all sides."""
        return sum(count for _, count in self.by_side)

    @property
    def only_side(self) -> str | None:
        """The one side on which it fired, or None."""
        fired = [side for side, count in self.by_side if count]
        return fired[0] if len(fired) == 1 else None


@frozen
class AuditReport:
    """How a lexicon treats the sides of a corpus.

    Attributes:
        lexicon: The id of the lexicon.
        version: Its version.
        sides: The figures of each side, by name.
        total: The figures of all sides together.
        entries: The entries that fired, the most frequent first.
        one_sided: Those of them that fired on one side only, at least twice.
        without_counterpart: Entries that name no counterpart.
        broken_counterparts: Entries none of whose counterparts is an entry of the lexicon.
        silent: How many entries fired nowhere.
    """

    lexicon: str
    version: str
    sides: tuple[SideFigures, ...]
    total: SideFigures
    entries: tuple[EntryFigures, ...]
    one_sided: tuple[EntryFigures, ...]
    without_counterpart: tuple[Entry, ...]
    broken_counterparts: tuple[Entry, ...]
    silent: int


@dataclass(slots=True)
class _Tally:
    """The running counts of one side."""

    texts: int = 0
    words: int = 0
    marks: int = 0
    judged: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0
    clean: int = 0
    flagged: int = 0

    def figures(self, side: str) -> SideFigures:
        return SideFigures(
            side,
            self.texts,
            self.words,
            self.marks,
            Share(self.right, self.judged),
            Share(self.found, self.gold),
            Share(self.flagged, self.clean),
        )


@dataclass(slots=True)
class _EntryTally:
    entry: Entry
    sides: Counter[str] = field(default_factory=Counter)
    judged: int = 0
    right: int = 0


def audit(lexicon: Lexicon, corpus: Iterable[CorpusItem], tag: Tag | None = None) -> AuditReport:
    """Return how `lexicon` treats the sides of `corpus`.

    Args:
        lexicon: The lexicon alone; nothing else is matched.
        corpus: The texts, read once.
        tag: Finds the parts of speech; without it entries fire whatever the part.
    """
    matcher = Matcher([lexicon])
    sides: dict[str, _Tally] = {}
    total = _Tally()
    entries: dict[int, _EntryTally] = {}
    for item in corpus:
        tokens = lexicon.language_data.tokenizer(item.text)
        found = tuple(each_once(matcher.find(tokens, tag(tokens) if tag else None)))
        for tally in (sides.setdefault(item.side, _Tally()), total):
            _count(tally, item, tokens, found)
        for finding in found:
            _count_entry(entries, item, finding)
    return _report(lexicon, sides, total, entries)


def _count(tally: _Tally, item: CorpusItem, tokens: TokenTable, found: Sequence[Finding]) -> None:
    tally.texts += 1
    tally.words += sum(lower[0].isalnum() for lower in tokens.lowers)
    tally.marks += len(found)
    if item.spans is None:
        return
    tally.judged += len(found)
    tally.right += sum(_is_shared(finding, item.spans) for finding in found)
    tally.gold += len(item.spans)
    tally.found += sum(any(span.overlaps(f.span) for f in found) for span in item.spans)
    tally.clean += not item.spans
    tally.flagged += not item.spans and bool(found)


def _count_entry(entries: dict[int, _EntryTally], item: CorpusItem, finding: Finding) -> None:
    tally = entries.setdefault(id(finding.entry), _EntryTally(finding.entry))
    tally.sides[item.side] += 1
    if item.spans is not None:
        tally.judged += 1
        tally.right += _is_shared(finding, item.spans)


def _is_shared(finding: Finding, spans: Iterable[Span]) -> bool:
    return any(span.overlaps(finding.span) for span in spans)


def _report(
    lexicon: Lexicon, sides: dict[str, _Tally], total: _Tally, entries: dict[int, _EntryTally]
) -> AuditReport:
    names = sorted(sides)
    fired = [
        EntryFigures(
            tally.entry,
            tuple((side, tally.sides[side]) for side in names),
            Share(tally.right, tally.judged),
        )
        for tally in entries.values()
    ]
    fired.sort(key=lambda figures: (-figures.marks, figures.entry.phrase))
    known = {entry.phrase.lower() for entry in lexicon.entries}
    named = [entry for entry in lexicon.entries if entry.counterpart]
    return AuditReport(
        lexicon.id,
        lexicon.version,
        tuple(sides[side].figures(side) for side in names),
        total.figures(""),
        tuple(fired),
        tuple(f for f in fired if f.marks > 1 and f.only_side is not None and len(names) > 1),
        tuple(entry for entry in lexicon.entries if not entry.counterpart),
        tuple(entry for entry in named if known.isdisjoint(counterparts(entry))),
        len(lexicon.entries) - len(fired),
    )


def counterparts(entry: Entry) -> tuple[str, ...]:
    """Return the phrases that an entry names as its counterparts, in lower case."""
    pieces = re.split(r"[,;|]", entry.counterpart.lower())
    return tuple(filter(None, map(str.strip, pieces)))


def wilson_interval(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927); (0, 1) for nothing counted."""
    if not total:
        return 0.0, 1.0
    share = hits / total
    middle = share + _Z * _Z / (2 * total)
    spread = _Z * (share * (1 - share) / total + _Z * _Z / (4 * total * total)) ** 0.5
    scale = 1 + _Z * _Z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
