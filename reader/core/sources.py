"""Mentions that belong to one source, and how well the source is identified."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.core.attribution import Attribution
from reader.core.spans import Span
from reader.core.tokens import TokenTable

Identification = Literal["named-with-role", "named", "described", "group", "unnamed"]
SourceKind = Literal[
    "official",
    "military",
    "party",
    "expert",
    "business",
    "civil-society",
    "citizen",
    "armed-group",
    "media",
    "document",
    "unclear",
]


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


_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lady lord mr. mrs. ms. dr. prof.".split()
)
_PRONOUNS = frozenset("he she they it we i you who one".split())
_PHRASE_TAGS = frozenset("NN NNS NNP NNPS DT JJ POS CD".split())
_SINGULAR = frozenset({"he", "she"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VAGUE = frozenset(
    "sources source critics observers experts some others many people insiders somebody someone "
    "opponents supporters analysts witnesses reports those few most".split()
)
# Words that tell what kind of source it is; the first kind with a word in the text wins.
_KINDS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    (
        "document",
        frozenset(
            "report study document documents records record survey poll statement paper letter "
            "memo lawsuit complaint filing ruling transcript audit figures data file files email "
            "indictment affidavit analysis review article census register statistics".split()
        ),
    ),
    (
        "armed-group",
        frozenset(
            "militia militias rebels rebel insurgents insurgent militants militant guerrillas "
            "separatists separatist fighters self-defense self-defence".split()
        ),
    ),
    (
        "military",
        frozenset(
            "army navy military general colonel lieutenant sergeant soldier soldiers troops "
            "pentagon commander admiral captain marines airman veteran gen. col. lt.".split()
        ),
    ),
    (
        "party",
        frozenset(
            "campaign candidate party democrats republicans democrat republican labour tories "
            "conservatives nominee strategist activist-donor caucus delegate delegates".split()
        ),
    ),
    (
        "official",
        frozenset(
            "president minister secretary mayor governor senator congressman congresswoman "
            "councillor councilman councilwoman official officials police officer prosecutor "
            "judge court government administration ministry department agency ambassador "
            "spokesman-general commissioner council chancellor lawmaker lawmakers senators "
            "congress parliament mp premier attorney sheriff inspector authorities authority "
            "sen. rep. gov. white-house diplomat regulator commission".split()
        ),
    ),
    (
        "media",
        frozenset(
            "newspaper magazine journalist reporter reporters editor broadcaster channel "
            "television radio columnist correspondent host anchor cnn bbc reuters times post "
            "journal media news".split()
        ),
    ),
    (
        "expert",
        frozenset(
            "professor researcher researchers scientist scientists economist economists expert "
            "experts analyst analysts doctor dr dr. lecturer historian university institute "
            "studies lawyer scholar scholars epidemiologist physician prof prof.".split()
        ),
    ),
    (
        "civil-society",
        frozenset(
            "union association charity campaigners activist activists group foundation church "
            "bishop pastor imam rabbi ngo league society coalition advocates organiser "
            "organizer federation pope".split()
        ),
    ),
    (
        "business",
        frozenset(
            "company firm executive chief-executive ceo owner manager director bank investor "
            "employer retailer manufacturer corporation entrepreneur baker shopkeeper chairman "
            "chairwoman founder".split()
        ),
    ),
    (
        "citizen",
        frozenset(
            "resident residents neighbour neighbours neighbor neighbors witness witnesses voter "
            "voters mother father parent parents student students pupil victim man woman "
            "passer-by customer customers local locals worker workers".split()
        ),
    ),
)
_REASON = re.compile(
    r"(?:(?:who|and) )?(?:asked|spoke|speaking|requested|insisted)[^.;]{0,40}?"
    r"(?:anonym|not to be (?:named|identified))[^.;]{0,120}?"
    r"(because|since|as|for fear|citing|out of)\b[^.;,]{0,120}"
)


@dataclass(slots=True)
class _Group:
    """A source while its mentions are being gathered."""

    name: str
    key: str
    is_person: bool
    is_resolved: bool = True
    role: str | None = None
    mentions: dict[Span, None] = field(default_factory=dict)
    attributions: list[int] = field(default_factory=list)
    words: int = 0


def find_sources(
    tokens: TokenTable, tags: Sequence[str], attributions: Iterable[Attribution]
) -> tuple[Source, ...]:
    """Return who speaks, in order of the first mention.

    A surname joins the full name it ends; a pronoun joins the source named last before it when
    that is one person and no sentence in between began with another name, else it stays
    unresolved.
    """
    gatherer = _Gatherer(tokens, tags)
    for attribution in attributions:
        if not attribution.is_nobodys:
            gatherer.take(attribution)
    return gatherer.sources()


class _Gatherer:
    """Puts mentions together, in reading order."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str]) -> None:
        self._tokens = tokens
        self._tags = tags
        self._groups: list[_Group] = []
        self._latest: _Group | None = None
        self._past = 0  # the token after the mention read last
        self._sentence_starts = frozenset(first for first, _ in tokens.sentences)

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
            return self._named("", "", is_person=False, role=None)
        places = self._named_by(self._tokens.tokens_in(mention))
        lowers = [self._tokens.lowers[place] for place in places]
        if len(lowers) == 1 and lowers[0] in _PRONOUNS:
            self._forget_if_another_is_named(places[0])
            return self._pronoun(lowers[0])
        name, role, is_person = self._name(list(places))
        group = self._named(name, _key(name, is_person=is_person), is_person=is_person, role=role)
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
        while end < len(self._tags) and self._tags[end] in _NAME_TAGS:
            end += 1
        if end == index or end >= len(self._tags) or self._tags[end] not in _FINITE:
            return False
        return set(self._latest.key.split()).isdisjoint(self._tokens.lowers[index:end])

    def _named_by(self, places: range) -> range:
        """Return the noun phrase that "who" stands for, or the mention itself."""
        if len(places) != 1 or self._tokens.lowers[places[0]] != "who":
            return places
        end = places[0] - (self._tokens.words[places[0] - 1] == ",")
        start = end
        while start > 0 and self._tags[start - 1] in _PHRASE_TAGS:
            start -= 1
        return range(start, end) if start < end else places

    def _pronoun(self, pronoun: str) -> _Group:
        latest = self._latest
        if latest and pronoun in _SINGULAR and latest.is_person:
            return latest
        if latest and pronoun in {"it", "they"} and not latest.is_person and latest.is_resolved:
            return latest
        group = self._named(pronoun, f"pronoun {pronoun}", is_person=False, role=None)
        group.is_resolved = False
        return group

    def _named(self, name: str, key: str, *, is_person: bool, role: str | None) -> _Group:
        for group in reversed(self._groups):
            if group.key == key or (is_person and group.is_person and _same(group.key, key)):
                if len(key) > len(group.key):
                    group.key, group.name = key, name
                group.role = group.role or role
                return group
        group = _Group(name, key, is_person, role=role)
        self._groups.append(group)
        return group

    def _name(self, places: list[int]) -> tuple[str, str | None, bool]:
        """Return the name in a mention, the rest of it as role, and whether it is a name."""
        tokens, tags = self._tokens, self._tags
        run = _longest_name(places, tags, tokens.words)
        text = tokens.text
        whole = " ".join(text[tokens.starts[places[0]] : tokens.ends[places[-1]]].split())
        if not run:
            return whole, None, False
        name = text[tokens.starts[run[0]] : tokens.ends[run[-1]]]
        before = text[tokens.starts[places[0]] : tokens.starts[run[0]]].strip(" ,")
        after = text[tokens.ends[run[-1]] : tokens.ends[places[-1]]].strip(" ,")
        if after.startswith(("of ", "’s", "'s", "and ", "& ", "for ")):
            return whole, None, False
        role = ", ".join(part for part in (before, after) if part)
        is_person = len(run) <= 4 and not (before.lower() == "the" and not after)
        return " ".join(name.split()), role if role.lower() not in {"the", ""} else None, is_person

    def sources(self) -> tuple[Source, ...]:
        """Return the finished sources."""
        return tuple(
            self._finished(group, number) for number, group in enumerate(self._groups, start=1)
        )

    def _finished(self, group: _Group, number: int) -> Source:
        words = f"{group.name} {group.role or ''}"
        return Source(
            id=f"s{number}",
            name=group.name or None,
            role=group.role,
            identification=_identification(group),
            kind=_kind(words),
            mentions=tuple(group.mentions),
            attributions=tuple(group.attributions),
            words=group.words,
            anonymity_reason=self._reason(group),
            is_resolved=group.is_resolved,
        )

    def _reason(self, group: _Group) -> str | None:
        for mention in group.mentions:
            found = _REASON.search(
                self._tokens.text, mention.start, min(len(self._tokens.text), mention.end + 250)
            )
            if found:
                return " ".join(found.group()[found.start(1) - found.start() :].split())
        return None


def _longest_name(
    places: Sequence[int], tags: Sequence[str], words: Sequence[str]
) -> list[int] | None:
    best: list[int] = []
    run: list[int] = []
    for place in places:
        is_name = tags[place] in {"NNP", "NNPS"} and words[place].lower() not in _HONORIFICS
        if is_name:
            run.append(place)
        else:
            run = []
        if len(run) > len(best):
            best = list(run)
    return best or None


def _key(name: str, *, is_person: bool) -> str:
    lower = name.lower()
    if is_person:
        return " ".join(word for word in lower.split() if word not in _HONORIFICS)
    return lower.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _same(one: str, other: str) -> bool:
    """Tell whether one name is the surname or the first name of the other."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] in {long[-1], long[0]}


def _identification(group: _Group) -> Identification:
    if not group.name or not group.is_resolved:
        return "unnamed"
    if group.is_person:
        return "named-with-role" if group.role else "named"
    words = set(re.findall(r"[\w-]+", group.name.lower()))
    if any(word[0].isupper() for word in group.name.split()[1:]):
        return "named"
    if words & _VAGUE:
        return "group" if words & _VAGUE - {"source", "somebody", "someone"} else "unnamed"
    last = group.name.split()[-1].lower()
    return "group" if last.endswith("s") and not last.endswith("ss") else "described"


def _kind(words: str) -> SourceKind:
    found = set(re.findall(r"[\w.-]+", words.lower()))
    for kind, marks in _KINDS:
        if found & marks:
            return kind
    return "unclear"
