"""Phrases as lexicons write them: cut into steps that a text can be walked along."""

from collections.abc import Sequence, Set
from functools import lru_cache

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import SLOT, Match
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.tagging import Part
from reader.core.text.tokens import Tokenizer
from reader.values import frozen

_GAP = 3  # words that `…` may stand for
_LONGEST = 20  # words
_FEWEST_LETTERS = 3  # before a `*`
_HYPHENS = str.maketrans("‐‑", "--")


@frozen
class Step:
    """One element of a phrase: the forms it may take, a beginning (`*`), a slot or a gap.

    Attributes:
        forms: The lower-case words that fit.
        prefix: A beginning that fits with any ending, or "".
        suffix: An ending that fits with any beginning (`X-backed`), or "".
        is_slot: It is open for a word; prefix and suffix are what stands around the opening.
        is_gap: It stands for up to three words.
    """

    forms: frozenset[str] = frozenset()
    prefix: str = ""
    suffix: str = ""
    is_slot: bool = False
    is_gap: bool = False

    def fits(self, lower: str) -> bool:
        """Tell whether a lower-case word can stand here."""
        if self.is_slot:
            return self._fills(lower.translate(_HYPHENS))
        return lower in self.forms or bool(self.prefix and lower.startswith(self.prefix))

    def _fills(self, lower: str) -> bool:
        """Tell whether something stands in the opening between prefix and suffix."""
        inside = lower[len(self.prefix) : len(lower) - len(self.suffix)]
        is_framed = lower.startswith(self.prefix) and lower.endswith(self.suffix)
        return is_framed and inside[:1].isalnum()


@frozen
class Phrase:
    """A phrase ready for matching.

    Attributes:
        steps: Its elements in order.
        head: Which of them is inflected and carries the part of speech.
        is_lower: It is written without capitals, so proper names are not meant.
        as_written: Its words as written, curly apostrophes made straight.
    """

    steps: tuple[Step, ...]
    head: int
    is_lower: bool
    as_written: tuple[str, ...]

    @property
    def ends_open(self) -> bool:
        """Tell whether it ends in a slot that any name may fill."""
        last = self.steps[-1]
        return last.is_slot and not last.suffix and not last.prefix


@lru_cache(maxsize=100_000)
def read_phrase(text: str, match: Match, part: Part | None, language: Language) -> Phrase:
    """Return the phrase that an entry writes as `text`."""
    if match == "slot":
        return _with_slots(text)
    words = _words(text, language.tokenizer)
    head = head_place(words, part, language.lists(PhraseWords))
    steps = []
    for index, word in enumerate(words):
        if word == "…":
            steps.append(Step(is_gap=True))
        elif word.endswith("*"):
            steps.append(Step(prefix=word[:-1]))
        elif index == head and match == "forms":
            inflected = part or (None if index == 0 else "noun")
            steps.append(Step(language.inflections.forms(word, inflected)))
        else:
            steps.append(Step(frozenset((word,))))
    as_written = tuple(plain_apostrophes(text).split())
    return Phrase(tuple(steps), head, text == text.lower(), as_written)


def _with_slots(text: str) -> Phrase:
    """Return a phrase in which `X` is open for any word, name or part of a compound."""
    steps = []
    for piece in plain_apostrophes(text).split():
        before, slot, after = piece.translate(_HYPHENS).partition(SLOT)
        if slot:
            steps.append(Step(prefix=before.lower(), suffix=after.lower(), is_slot=True))
        else:
            steps.append(Step(frozenset((piece.lower(),))))
    return Phrase(tuple(steps), 0, is_lower=False, as_written=tuple(text.split()))


def walk(steps: Sequence[Step], step: int, lowers: Sequence[str], index: int) -> int:
    """Return the token after the last one that `steps` from `step` on take, 0 for no match."""
    for number in range(step, len(steps)):
        if steps[number].is_gap:
            return _walk_gap(steps, number, lowers, index)
        if index >= len(lowers) or not steps[number].fits(lowers[index]):
            return 0
        index += 1
    return index


def _walk_gap(steps: Sequence[Step], step: int, lowers: Sequence[str], index: int) -> int:
    following = steps[step + 1]
    for place in range(index, min(index + _GAP + 1, len(lowers))):
        if following.is_gap or following.fits(lowers[place]):
            past_last = walk(steps, step + 1, lowers, place)
            if past_last:
                return past_last
        if lowers[place] in ".!?;":
            return 0
    return 0


def phrase_problem(phrase: str, language: Language) -> str | None:
    """Return what is wrong with a phrase as a finished sentence, or None."""
    words = phrase.replace("...", "…").split()
    if not words:
        return "the entry has no phrase."
    if len(words) > _LONGEST:
        return f"the phrase has more than {_LONGEST} words."
    if words.count("…") > 2:
        return f"“{phrase}”: a phrase may have two gaps (…) at most."
    if not any(char.isalnum() for char in words[0]) or words[-1] == "…":
        return f"“{phrase}” must begin and end with a word."
    if any("*" in word[:-1] for word in words):
        return f"“{phrase}”: a * may only stand at the end of a word."
    lists = language.lists(PhraseWords)
    wide = (_too_wide(word, lists.everywhere) for word in words)
    return next(filter(None, wide), None) or _too_common(words, lists.bare)


def slot_problem(phrase: str) -> str | None:
    """Return what is wrong with a phrase that has an `X` for any word, or None."""
    words = phrase.split()
    if len(words) > _LONGEST:
        return f"the phrase has more than {_LONGEST} words."
    if sum(word.count(SLOT) for word in words) != 1:
        return f"“{phrase}”: write one X, where any word may stand."
    if words[0] == SLOT:
        return f"“{phrase}” must begin with a word, or with a part of one as in X-backed."
    if any("*" in word or "…" in word for word in words):
        return f"“{phrase}”: a phrase with an X has no * and no …."
    return None


def _too_wide(word: str, everywhere: Set[str]) -> str | None:
    """Return why a word with a `*` would match nearly everything, or None."""
    if not word.endswith("*"):
        return None
    stem = word[:-1].lower()
    if len(stem) < _FEWEST_LETTERS:
        return f"“{word}” would match nearly everything; put {_FEWEST_LETTERS} letters before *."
    common = sorted(found for found in everywhere if found.startswith(stem))
    if common:
        return f"“{word}” would match nearly everything: “{common[0]}”, for one."
    return None


def _too_common(words: Sequence[str], bare: Set[str]) -> str | None:
    if all(word == "…" or word.lower() in bare for word in words):
        return f"“{' '.join(words)}” stands in nearly every sentence."
    return None


def _words(phrase: str, tokenizer: Tokenizer) -> tuple[str, ...]:
    words: list[str] = []
    for piece in phrase.replace("...", "…").split():
        if piece.endswith("*") or piece == "…":
            words.append(plain_apostrophes(piece.lower()))
        elif piece.isalpha():
            is_fused = tokenizer.is_fused(piece)
            words.extend(tokenizer(piece).lowers if is_fused else (piece.lower(),))
        else:
            words.extend(tokenizer(piece).lowers)
    return tuple(words)


def plain_words(phrase: str, tokenizer: Tokenizer) -> tuple[str, ...]:
    """Return the lower-case words of a phrase without signs; most are seen at once."""
    pieces = phrase.split(" ")
    is_plain = phrase.isascii() and all(map(str.isalpha, pieces))
    if is_plain and not any(map(tokenizer.is_fused, pieces)):
        return tuple(phrase.lower().split(" "))
    return tokenizer(phrase).lowers


def head_place(words: Sequence[str], part: Part | None, lists: PhraseWords) -> int:
    """Return which word of a phrase is inflected: its verb first, its noun before "of"."""
    if len(words) == 1:
        return 0
    if part == "verb":
        return int(is_no_head(words[0], lists))
    for index, word in enumerate(words[1:], start=1):
        if word in lists.prepositions or word == "…":
            return index - 1
    return len(words) - 1


def is_no_head(word: str, lists: PhraseWords) -> bool:
    """Tell whether the first word of a verb phrase is a negation or an adverb."""
    return word in lists.not_heads or word.endswith(lists.adverb_endings)
