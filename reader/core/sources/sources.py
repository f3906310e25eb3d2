"""Mentions that belong to one source, and how well the source is identified."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.attribution import Attribution
from reader.core.sources.aliases import abbreviations, full_names
from reader.core.sources.anonymity import find_anonymity
from reader.core.sources.kinds import kind_of
from reader.core.sources.mentions import Mention, MentionReader, told_roles
from reader.core.sources.words import Identification, SourceKind, SourceWords
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable, window


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to have said it: all mentions that belong together.

    Attributes:
        id: `s1`, `s2` ... in order of the first mention.
        name: The fullest name or description in the text, or None when unnamed.
        role: What the text says the source is ("a spokesman for the militias"), or None.
        identification: How well the text tells who it is.
        kind: What kind of source it is; `unclear` where the text does not say.
        mentions: Where it is mentioned as a source.
        attributions: The ids of its attributions, refusals included.
        words: How many words of the article are attributed to it.
        anonymity_reason: The words that say why no name is given, or None.
        is_resolved: False for a pronoun that could not be linked safely.
    """

    id: str
    name: str | None
    role: str | None
    identification: Identification
    kind: SourceKind
    mentions: tuple[Span, ...]
    attributions: tuple[int, ...]
    words: int
    anonymity_reason: str | None = None
    is_resolved: bool = True


_PRONOUNS = frozenset("he she they it we i you who one".split())
_OWNERS = {
    "his": "he",
    "her": "she",
    "their": "they",
    "its": "it",
    "our": "we",
    "my": "i",
    "your": "you",
}
_PHRASE_TAGS = frozenset("NN NNS NNP NNPS DT JJ POS CD".split())
_SINGULAR = frozenset({"he", "she"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEAR = 400  # characters
_MANY = 200  # sources among which one that is told of again is looked for
_ROLE_ENDS = re.compile(r"[,;]| (?:of|for|at|in|from|with|to|on|who|whose) ")
_NOBODY = Mention("", role=None, is_person=False, grade="unnamed")


@dataclass(slots=True)
class _Group:
    """A source while its mentions are being gathered."""

    name: str
    key: str
    is_person: bool
    grade: Identification = "unnamed"
    is_resolved: bool = True
    role: str | None = None
    mentions: dict[Span, None] = field(default_factory=dict)
    attributions: list[int] = field(default_factory=list)
    words: int = 0


def by_attribution(sources: Iterable[Source]) -> dict[int, Source]:
    """Return the source of every attribution, by the attribution's id."""
    return {number: source for source in sources for number in source.attributions}


def find_sources(
    tokens: TokenTable,
    tags: Sequence[str],
    attributions: Iterable[Attribution],
    lists: SourceWords,
) -> tuple[Source, ...]:
    """Return who speaks, in order of the first mention.

    A surname joins the full name it ends; a pronoun joins the source named last before it when
    that is one person and no sentence in between began with another name, else it stays
    unresolved.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        attributions: Who says what.
        lists: The words for roles, titles and bodies.
    """
    gatherer = _Gatherer(tokens, tags, lists)
    for attribution in attributions:
        if not attribution.is_nobodys:
            gatherer.take(attribution)
    return gatherer.sources()


class _Gatherer:
    """Puts mentions together, in reading order."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str], lists: SourceWords) -> None:
        self._tokens = tokens
        self._lists = lists
        self._mentions = MentionReader(tokens, tags, lists)
        self._words = window(tokens.words, "")
        self._tags = window(tags, "")
        self._groups: list[_Group] = []
        self._latest: _Group | None = None
        self._past = 0  # the token after the mention read last
        self._full_names = full_names(tokens, tags, lists)
        self._abbreviations = abbreviations(tokens.text)
        self._starts = [first for first, _ in tokens.sentences]
        self._sentence_starts = frozenset(self._starts)

    def take(self, attribution: Attribution) -> None:
        """Give one attribution to its source."""
        mention = attribution.source[0] if attribution.source else None
        group = self._group(mention)
        if mention:
            group.mentions[mention] = None
        group.attributions.append(attribution.id)
        if attribution.inside is None and not attribution.is_narrators:
            group.words += sum(self._word_count(span) for span in attribution.content)

    def _word_count(self, span: Span) -> int:
        words = self._tokens.words
        return sum(words[index][0].isalnum() for index in self._tokens.tokens_in(span))

    def _group(self, mention: Span | None) -> _Group:
        if mention is None:
            return self._named(_NOBODY)
        places = self._named_by(self._tokens.tokens_in(mention))
        lowers = [self._tokens.lowers[place] for place in places]
        if lowers[-1] == "'s" and len(lowers) > 1:
            places, lowers = places[:-1], lowers[:-1]
        if len(lowers) == 1 and lowers[0] in _PRONOUNS | _OWNERS.keys():
            self._forget_if_another_is_named(places[0])
            return self._pronoun(_OWNERS.get(lowers[0], lowers[0]))
        group = self._named(self._mentions.read(places))
        self._latest = group
        self._past = places[-1] + 1
        return group

    def _forget_if_another_is_named(self, place: int) -> None:
        """Drop the source named last when the text has made somebody else its subject since."""
        if self._latest and any(self._names_another(i) for i in range(self._past, place)):
            self._latest = None
        self._past = max(self._past, place + 1)

    def _names_another(self, index: int) -> bool:
        """Tell whether a sentence begins here with another name and a finite verb."""
        if self._latest is None or index not in self._sentence_starts:
            return False
        end = index
        while self._tags[end] in _NAME_TAGS:
            end += 1
        if end == index or self._tags[end] not in _FINITE:
            return False
        return set(self._latest.key.split()).isdisjoint(self._tokens.lowers[index:end])

    def _named_by(self, places: range) -> range:
        """Return the noun phrase that "who" stands for, or the mention itself."""
        if len(places) != 1 or self._tokens.lowers[places[0]] != "who":
            return places
        end = places[0] - (self._words[places[0] - 1] == ",")
        start = end
        while self._tags[start - 1] in _PHRASE_TAGS:
            start -= 1
        return range(start, end) if start < end else places

    def _pronoun(self, pronoun: str) -> _Group:
        latest = self._latest
        if latest and pronoun in _SINGULAR and latest.is_person:
            return latest
        if latest and pronoun in {"it", "they"} and not latest.is_person and latest.is_resolved:
            return latest
        unresolved = Mention(pronoun, role=None, is_person=False, grade="unnamed")
        group = self._named(unresolved, f"pronoun {pronoun}")
        group.is_resolved = False
        return group

    def _named(self, mention: Mention, key: str = "") -> _Group:
        """Return the group that a mention belongs to; a new one when there is none."""
        name, is_person = mention.name, mention.is_person
        told = "" if is_person else mention.role or ""
        key = key or self._spelled_out(self._key(f"{name} {told}".rstrip(), is_person=is_person))
        for group in reversed(self._groups):
            if group.key == key or (is_person and group.is_person and _same(group.key, key)):
                if len(key) > len(group.key):
                    group.key, group.name = key, name
                group.role = group.role or mention.role
                return group
        known = None if is_person else self._told_again(mention)
        if known is not None:
            return known
        group = _Group(name, key, is_person, mention.grade, role=mention.role)
        self._groups.append(group)
        return group

    def _key(self, name: str, *, is_person: bool) -> str:
        """Return what mentions of one source have in common."""
        if not is_person:
            return _described_as(name)
        address = self._lists.forms_of_address
        return " ".join(word for word in name.lower().split() if word not in address)

    def _spelled_out(self, key: str) -> str:
        return _described_as(self._abbreviations.get(key, key))

    def _told_again(self, mention: Mention) -> _Group | None:
        """Return the source that a description speaks of again; None where two could be meant.

        "The baker" is the one baker told of before, by name or not; "the attorney for the district
        Ada Brook" is Ada Brook.
        """
        lower = mention.name.lower()
        near = self._groups[-_MANY:]
        for group in near:
            if group.is_person and " " in group.key and lower.endswith(f" {group.key}"):
                group.role = group.role or mention.name[: -len(group.key)].strip()
                return group
        if not lower.startswith("the ") or mention.role:
            return None
        described = lower.removeprefix("the ")
        groups = [group for group in near if _is_called(group, described)]
        return groups[0] if len(groups) == 1 else None

    def sources(self) -> tuple[Source, ...]:
        """Return the finished sources; a role told beside another mention counts as well."""
        roles = told_roles(self._tokens.text)
        for group in self._groups:
            if group.is_person:
                full = self._full_names.get(group.key)
                if full is not None:
                    group.name, group.key = full.name, full.name.lower()
                    group.role = group.role or full.title or None
                group.role = group.role or roles.get(group.key)
        return tuple(
            self._finished(group, number) for number, group in enumerate(self._groups, start=1)
        )

    def _finished(self, group: _Group, number: int) -> Source:
        role = group.role or ""
        words = role if group.is_person else f"{group.name}, {group.key}, {role}"
        return Source(
            id=f"s{number}",
            name=group.name or None,
            role=group.role,
            identification=_identification(group),
            kind=kind_of(words, self._lists),
            mentions=tuple(group.mentions),
            attributions=tuple(group.attributions),
            words=group.words,
            anonymity_reason=self._reason(group),
            is_resolved=group.is_resolved,
        )

    def _reason(self, group: _Group) -> str | None:
        """Return the words that say why no name is given, from the sentences of its mentions."""
        if group.is_person:
            return None
        tokens = self._tokens
        for mention in group.mentions:
            number = bisect_right(self._starts, tokens.tokens_in(mention).start) - 1
            sentence = tokens.span(*tokens.sentences[number])
            near = Span(
                max(sentence.start, mention.start - _NEAR),
                min(sentence.end, mention.end + _NEAR),
            )
            found = find_anonymity(tokens.text, near, mention)
            if found and found.reason:
                return " ".join(found.reason.of(tokens.text).split())
        return None


def _described_as(name: str) -> str:
    """Return a description without its article and what stands in brackets."""
    lower = name.lower()
    return lower.partition(" (")[0].removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _same(one: str, other: str) -> bool:
    """Tell whether one name ends the other, or is its first name."""
    short, long = sorted((one, other), key=len)
    return long.endswith(f" {short}") or (" " not in short and long.startswith(f"{short} "))


def _is_called(group: _Group, described: str) -> bool:
    """Tell whether "the baker" may be this one: a baker, or somebody whose role is baker."""
    if not group.is_person:
        return _described_as(group.name) == described
    role = _ROLE_ENDS.split(f"{group.role or ''} ".lower(), maxsplit=1)[0]
    return f" {role}".rstrip().endswith(f" {described}")


def _identification(group: _Group) -> Identification:
    if not group.name or not group.is_resolved:
        return "unnamed"
    if group.is_person:
        return "named-with-role" if group.role else "named"
    return group.grade
