"""What was said and is carried by several articles, and what each of them cut."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reader.core.across.comparison.compared_text import ComparedText, Word
from reader.core.across.comparison.comparison import CarriedQuotation, SharedQuotation
from reader.core.attribution.quoting.quotations import quoted_spans
from reader.core.text.spans import Span
from reader.values import frozen

_RUN = 4  # words in a row by which two quotations find one another
_MUCH = 8  # words in common that make two long quotations one
_SHARE = 0.6  # of the shorter quotation that must stand in the longer one
_MOST = 60  # quotations that share some words in a row
_LONG = 500  # words of a quotation
_SHORT = 6  # words; shorter quotations must not be two speakers'
_EDGES = re.compile(r"^[\s“”„‘’\"'«»]+|[\s“”„‘’\"'«»]+$")


@frozen
class _Piece:
    """What stands between quotation marks, with who is said to have said it."""

    article: int
    span: Span
    words: tuple[Word, ...]
    speaker: int | None

    @property
    def lowers(self) -> tuple[str, ...]:
        return tuple(word.lower for word in self.words)


def shared_quotations(
    texts: Sequence[ComparedText],
    speakers: Sequence[Mapping[int, int]],
    common: frozenset[str],
) -> tuple[SharedQuotation, ...]:
    """Return the quotations that several articles carry, in order of the first article.

    Args:
        texts: The articles.
        speakers: For each article a number for who says each attribution.
        common: Words that say nothing about what was said.
    """
    pieces = [piece for text in texts for piece in _pieces(text, speakers[text.number])]
    groups = _grouped(pieces, common)
    shared = (group for group in groups if len({piece.article for piece in group}) > 1)
    return tuple(_shared(group) for group in shared)


def _pieces(text: ComparedText, speakers: Mapping[int, int]) -> Iterator[_Piece]:
    voices = {
        stretch.span.start: stretch.attribution
        for stretch in text.analysis.voices
        if stretch.voice == "direct"
    }
    starts = sorted(voices)
    for quoted in quoted_spans(text.tokens):
        span = _bare(text.text, quoted)
        words = text.words_in(span)
        if len(words) > 1:
            near = next((start for start in starts if quoted.start <= start < quoted.end), None)
            owner = voices[near] if near is not None else None
            yield _Piece(text.number, span, words, speakers.get(owner or 0))


def _bare(text: str, span: Span) -> Span:
    """Return a quotation without the marks around it."""
    words = span.of(text)
    start = span.start + len(words) - len(_EDGES.sub("", words, count=1).lstrip())
    plain = words[start - span.start :]
    while plain and (plain[-1].isspace() or plain[-1] in "“”„‘’\"'«»"):
        plain = plain[:-1]
    return Span(start, start + len(plain))


def _grouped(pieces: Sequence[_Piece], common: frozenset[str]) -> list[list[_Piece]]:
    """Return the quotations, those of several articles that are one in one list.

    The same words of the same speaker in one article are looked at once.
    """
    same: dict[tuple[int, tuple[str, ...], int | None], list[_Piece]] = {}
    for piece in pieces:
        same.setdefault((piece.article, piece.lowers, piece.speaker), []).append(piece)
    firsts = [items[0] for items in same.values()]
    owner = list(range(len(firsts)))

    def root(number: int) -> int:
        while owner[number] != number:
            number = owner[number]
        return number

    for one, other in _candidates(firsts):
        if root(one) != root(other) and _are_one(firsts[one], firsts[other], common):
            owner[root(other)] = root(one)
    groups: dict[int, list[_Piece]] = {}
    for number, items in enumerate(same.values()):
        groups.setdefault(root(number), []).extend(items)
    return list(groups.values())


def _candidates(pieces: Sequence[_Piece]) -> Iterable[tuple[int, int]]:
    """Return pairs of quotations of two articles that have some words in a row in common.

    Words in a row that very many quotations have tell nothing of any of them.
    """
    runs: dict[tuple[str, ...], set[int]] = {}
    for number, piece in enumerate(pieces):
        for size in range(2, _RUN + 1):
            for run in _runs(piece.lowers, size):
                runs.setdefault(run, set()).add(number)
    found: dict[tuple[int, int], None] = {}
    for number, piece in enumerate(pieces):
        size = min(_RUN, len(piece.words))
        for run in _runs(piece.lowers, size):
            others = runs[run]
            for other in sorted(others) if len(others) <= _MOST else ():
                if pieces[other].article != piece.article:
                    found[min(number, other), max(number, other)] = None
    return sorted(found)


def _runs(lowers: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (lowers[first : first + size] for first in range(len(lowers) - size + 1))


def _are_one(one: _Piece, other: _Piece, common: frozenset[str]) -> bool:
    short, long = sorted((one, other), key=lambda piece: len(piece.words))
    are_others = None not in {one.speaker, other.speaker} and one.speaker != other.speaker
    if len(short.words) < _SHORT:
        if are_others or not _says_something(short, common):
            return False
        return short.lowers in set(_runs(long.lowers, len(short.words)))
    matcher = _matcher(short.lowers, long.lowers)
    same = sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)
    return same >= min(_MUCH, _SHARE * len(short.words))


def _says_something(piece: _Piece, common: frozenset[str]) -> bool:
    """Tell whether a short quotation has words that not everybody says."""
    telling = [lower for lower in piece.lowers if len(lower) > 3 and lower not in common]
    return len(telling) > (0 if len(piece.words) > 2 else 1) or any(
        len(lower) > 6 for lower in telling
    )


def _shared(group: Sequence[_Piece]) -> SharedQuotation:
    ordered = sorted(group, key=lambda piece: (piece.article, piece.span))
    words: dict[int, list[Word]] = {}
    for piece in _each_once(ordered):
        words.setdefault(piece.article, []).extend(piece.words)
    lowers = {article: [word.lower for word in found] for article, found in words.items()}
    fullest = max(words, key=lambda article: (len(words[article]), -article))
    cut = tuple(
        (article, _missing(words[fullest], found))
        for article, found in lowers.items()
        if article != fullest and found != lowers[fullest]
    )
    carried = tuple(CarriedQuotation(piece.article, piece.span, piece.lowers) for piece in ordered)
    return SharedQuotation(carried, bool(cut), fullest, cut)


def _each_once(group: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces of each article without those whose words another one there has too."""
    firsts: dict[tuple[int, tuple[str, ...]], _Piece] = {}
    for piece in group:
        firsts.setdefault((piece.article, piece.lowers), piece)
    pieces = list(firsts.values())
    if len(pieces) > _MOST:
        return pieces
    return [piece for piece in pieces if not any(_holds(other, piece) for other in pieces)]


def _holds(one: _Piece, other: _Piece) -> bool:
    """Tell whether a longer quotation of the same article has all words of another."""
    is_longer = one.article == other.article and len(one.words) > len(other.words)
    return is_longer and other.lowers in set(_runs(one.lowers, len(other.words)))


def _missing(full: Sequence[Word], other: Sequence[str]) -> tuple[Span, ...]:
    """Return what of a quotation another article does not have, words in a row as one place."""
    matcher = _matcher([word.lower for word in full], other)
    places: list[Span] = []
    for block, following in pairwise([(0, 0), *_blocks(matcher)]):
        if block[1] < following[0]:
            places.append(Span(full[block[1]].span.start, full[following[0] - 1].span.end))
    return tuple(places)


def _matcher(one: Sequence[str], other: Sequence[str]) -> "SequenceMatcher[str]":
    """Return what compares two texts; in long ones words that come again and again begin nothing.

    A quotation that is never closed may be a whole book, and each word be looked for at all places
    where it stands.
    """
    return SequenceMatcher(None, one, other, autojunk=len(other) > _LONG)


def _blocks(matcher: "SequenceMatcher[str]") -> Iterator[tuple[int, int]]:
    """Yield where the same words begin and end in the first text, its end last."""
    for block in matcher.get_matching_blocks():
        yield block.a, block.a + block.size
