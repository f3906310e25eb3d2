"""Mentions that belong to one source, and how well the source is identified."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from reader.core.attribution import Attribution
from reader.core.sources.aliases import abbreviations
from reader.core.sources.anonymity import find_anonymity, speaks_of_anonymity
from reader.core.sources.chain.entities import Chains, Entity
from reader.core.sources.documents import Documents
from reader.core.sources.kinds_in_text.source_kinds import SourceKinds
from reader.core.sources.mentions import Mention, MentionReader
from reader.core.sources.source import Identification, Source, SourceKind
from reader.core.sources.words.reference_words import without_opening
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.spans import Span, apart
from reader.core.text.tokens import TokenTable, window

_PHRASE_TAGS = frozenset("NN NNS NNP NNPS DT JJ POS CD".split())
_NEAR = 400  # characters
_MANY = 200  # sources among which one that is told of again is looked for
_GRADES: tuple[Identification, ...] = get_args(Identification)
_ANSWER = "interview"  # the rule that gives an answer to who is asked
_NOBODY = Mention("", role=None, is_person=False, grade="unnamed")


@dataclass(slots=True)
class _Group:
    """A source while its mentions are being gathered."""

    name: str
    key: str
    is_person: bool
    entity: Entity | None = None
    grade: Identification = "unnamed"
    is_resolved: bool = True
    answers: bool = False  # the questions of an interview
    begins: int = -1  # the token of the first mention
    role: str | None = None
    mentions: dict[Span, None] = field(default_factory=dict)
    attributions: list[int] = field(default_factory=list)
    words: int = 0


def find_sources(
    tokens: TokenTable,
    tags: Sequence[str],
    attributions: Iterable[Attribution],
    lists: SourceWords,
    chains: Chains,
) -> tuple[Source, ...]:
    """Return who speaks, in order of the first mention.

    Args:
        tokens: The text.
        tags: One Penn tag for each token.
        attributions: Who says what.
        lists: The words for roles, titles and bodies.
        chains: Who is meant where.
    """
    gatherer = _Gatherer(tokens, tags, lists, chains)
    for attribution in attributions:
        if not attribution.is_nobodys:
            gatherer.take(attribution)
    return gatherer.sources()


class _Gatherer:
    """Puts mentions together, in reading order."""

    def __init__(
        self, tokens: TokenTable, tags: Sequence[str], lists: SourceWords, chains: Chains
    ) -> None:
        self._tokens = tokens
        self._lists = lists
        self._chains = chains
        self._kinds = SourceKinds(tokens, chains, lists)
        self._mentions = MentionReader(tokens, tags, lists)
        self._words = window(tokens.words, "")
        self._tags = window(tags, "")
        self._groups: list[_Group] = []
        self._by_key: dict[str, _Group] = {}
        self._of_entity: dict[int, _Group] = {}
        self._of_attribution: dict[int, _Group] = {}
        self._owner_endings = frozenset(lists.grammar.owner_endings)
        self._pronouns = {
            form: pronoun
            for pronoun, owners in lists.grammar.pronouns.items()
            for form in (pronoun, *owners)
        }
        self._documents: Documents[_Group] = Documents(lists)
        self._abbreviations = abbreviations(tokens.text, lists.grammar)
        self._starts = [first for first, _ in tokens.sentences]
        self._looked_at = 0  # characters in which a reason for namelessness was sought

    def take(self, attribution: Attribution) -> None:
        """Give one attribution to its source."""
        mention = attribution.source[0] if attribution.source else None
        group = self._group(mention, attribution)
        self._of_attribution[attribution.id] = group
        if mention:
            group.begins = (
                group.begins if group.mentions else self._tokens.tokens_in(mention).start
            )
            group.mentions[mention] = None
        group.attributions.append(attribution.id)
        group.answers = group.answers or (attribution.rule == _ANSWER and bool(mention))
        if attribution.is_counted:
            group.words += sum(self._word_count(span) for span in attribution.content)

    def _word_count(self, span: Span) -> int:
        places = self._tokens.tokens_in(span)
        return self._tokens.places.count_words(places.start, places.stop)

    def _group(self, mention: Span | None, attribution: Attribution) -> _Group:
        if mention is None:
            return self._named(_NOBODY)
        places = self._named_by(self._tokens.tokens_in(mention))
        listed, entity = self._mentions.listed(places), self._chains.at(places)
        if listed is not None and (
            entity is None or not entity.is_body_of(self._mentions.words_of_body(listed.name))
        ):
            return self._named(listed)  # "Transport for London", "Moody's"
        lowers = [self._tokens.lowers[place] for place in places]
        if lowers[-1] in self._owner_endings and len(lowers) > 1:
            places, lowers = places[:-1], lowers[:-1]
        if len(lowers) == 1 and lowers[0] in self._pronouns:
            return self._pronoun(places, self._pronouns[lowers[0]], attribution)
        read = self._mentions.read(places)
        if read.is_joined:
            return self._named(read)
        entity = self._chains.at(self._without_letters(read.head))
        head = [self._tokens.lowers[place] for place in read.head]
        if not (read.is_person or self._documents.is_one(head)):  # "a summary, Ada Hill, an aide"
            entity = self._person_at_end(places) or entity
        is_told = entity is not None and (entity.is_named or entity.sort != "body")
        return self._named(read, entity=entity) if is_told else self._written(read, entity)

    def _without_letters(self, head: range) -> range:
        """Return a name without what belongs to it behind: "Helena Roscoe KC"."""
        after = self._lists.grammar.after_names
        while len(head) > 1 and self._tokens.lowers[head[-1]] in after:
            head = head[:-1]
        return head

    def _person_at_end(self, places: range) -> Entity | None:
        """Return the person whose name ends a mention that begins with the role."""
        places = self._without_letters(places)
        entity = self._chains.at(places)
        if entity is None or entity.sort != "person":
            return None
        ends = (item for item in entity.references if item.end == places.stop)
        place = max(places.start, next((item.first for item in ends), places.start))
        joins = self._lists.grammar.role_joins
        lowers = self._tokens.lowers
        before = lowers[places.start : place]
        is_alone = lowers[place - 1] not in joins and (
            self._lists.grammar.ands.isdisjoint(before) or self._is_two_posts(before)
        )
        return entity if is_alone or place == places.start else None

    def _is_two_posts(self, words: Sequence[str]) -> bool:
        """Tell whether one person holds two posts: "company president and CEO" before a name."""
        lists = self._lists
        at = next((i for i, word in enumerate(words) if word in lists.grammar.ands), 0)
        if not at or words[0] in lists.grammar.definite | lists.grammar.indefinite:
            return False
        posts = lists.people | lists.weak_kinds.keys()
        plurals = lists.grammar.plurals
        return all(
            end in posts and not end.endswith(plurals) for end in (words[at - 1], words[-1])
        )

    def _named_by(self, places: range) -> range:
        """Return the noun phrase that "who" or "which" stands for, or the mention itself."""
        while len(places) > 1 and self._is_time(places.start):
            places = places[1:]
        if len(places) > 1 and self._is_day(places[-1]):
            places = places[:-1]
        if len(places) > 1 and self._tokens.lowers[places[-1]] in self._lists.grammar.utterances:
            return self._owner_of(places)
        relatives = self._lists.grammar.relative
        if len(places) != 1 or self._tokens.lowers[places[0]] not in relatives:
            return places
        end = self._past_places(places[0] - (self._words[places[0] - 1] == ","))
        start = self._phrase_start(end)
        if self._is_place_of(start):
            start = self._phrase_start(start - 1)
        return range(start, end) if start < end else places

    def _phrase_start(self, end: int) -> int:
        """Return where the noun phrase begins that ends before a token."""
        start = end
        while self._tags[start - 1] in _PHRASE_TAGS or self._is_of(start - 1):
            start -= 1
        return start

    def _is_place_of(self, start: int) -> bool:
        """Tell whether people or papers stand before it: "voters in Ohio who suspect it"."""
        join, noun = self._tokens.lowers[start - 1], self._tokens.lowers[start - 2]
        is_head = noun in self._lists.people or self._lists.kinds.get(noun) == "document"
        return join in self._lists.grammar.role_joins and is_head

    def _past_places(self, end: int) -> int:
        """Return where a name ends behind which it is told how old and from where somebody is."""
        start = end
        while self._tags[start - 1] == "NNP":
            start -= 1
        is_from = self._tags[start - 1] == "IN" and self._words[start - 2] == ","
        end = start - 2 if is_from and start < end else end
        is_age = is_from and self._tags[end - 1] == "CD" and self._words[end - 2] == ","
        return end - 2 if is_age else end

    def _owner_of(self, places: range) -> range:
        """Return "Her" of "Her post", "Ann Lee" of "Ann Lee's tweet"; all where nobody owns it."""
        if self._tokens.lowers[places[0]] in self._lists.grammar.owners:
            return places[:1]
        ends = (place for place in reversed(places) if self._tags[place] == "POS")
        end = next(ends, places.start)
        return range(places.start, end) if end > places.start else places

    def _is_of(self, place: int) -> bool:
        """Tell whether "of" stands after a number: "one of the defectors"."""
        is_of = self._tokens.lowers[place] in self._lists.grammar.close_joins
        return is_of and self._tags[place - 1] == "CD"

    def _is_time(self, place: int) -> bool:
        """Tell whether a time of day stands before a mention: "10:42 The mayor"."""
        return self._tags[place] == "CD" and ":" in self._words[place]

    def _is_day(self, place: int) -> bool:
        """Tell whether a day stands behind somebody's name: "Hill Sunday night recounted"."""
        is_day = self._tokens.lowers[place] in self._lists.calendar
        before = self._chains.at(range(place - 1, place))
        return is_day and before is not None and self._chains.at(range(place, place + 1)) is None

    def _pronoun(self, places: range, pronoun: str, attribution: Attribution) -> _Group:
        entity = self._chains.at(places)
        if entity is not None:
            read = Mention(
                entity.name, role=None, is_person=entity.sort == "person", grade="described"
            )
            return self._named(read, entity=entity)
        outer = self._of_attribution.get(attribution.inside or 0)
        if outer is not None and pronoun in self._lists.grammar.speaker:
            return outer
        unresolved = Mention(pronoun, role=None, is_person=False, grade="unnamed")
        group = self._named(unresolved, f"pronoun {pronoun}")
        group.is_resolved = False
        return group

    def _named(self, mention: Mention, key: str = "", entity: Entity | None = None) -> _Group:
        """Return the group that a mention belongs to; a new one when there is none."""
        if entity is not None:
            return self._known(mention, entity)
        name, is_person = mention.name, mention.is_person
        told = "" if is_person else mention.role or ""
        key = key or self._spelled_out(self._key(f"{name} {told}".rstrip(), is_person=is_person))
        known = self._by_key.get(key) or (self._same_person(key) if is_person else None)
        if known is not None:
            if len(key) > len(known.key):
                known.key, known.name = key, name
            known.role = known.role or mention.role
            return known
        known = None if is_person else self._told_again(mention)
        if known is not None:
            return known
        group = _Group(name, key, is_person, None, mention.grade, role=mention.role)
        self._groups.append(group)
        self._by_key[key] = group
        return group

    def _written(self, mention: Mention, entity: Entity | None) -> _Group:
        """Return the group of what may be a document: "the paper" is one told of before."""
        head = [self._tokens.lowers[place] for place in mention.head]
        if mention.is_person or not self._documents.is_one(head):
            return self._named(mention, entity=entity)
        group = self._documents.meant(head) or self._named(mention, entity=entity)
        self._documents.note(head, group)
        return group

    def _same_person(self, key: str) -> _Group | None:
        """Return a recent person whose name ends this one, or the other way round."""
        near = reversed(self._groups[-_MANY:])
        return next((item for item in near if item.is_person and _same(item.key, key)), None)

    def _known(self, mention: Mention, entity: Entity) -> _Group:
        """Return the group of an entity; the best of its mentions tells how well it is named."""
        group = self._of_entity.get(id(entity))
        if group is None:
            is_person = entity.sort == "person"
            name = entity.name if entity.is_named or not mention.name else mention.name
            key = self._key(name, is_person=is_person)
            spelled = key if is_person else self._spelled_out(key)  # "CBP", told in full before
            group = self._by_key.get(spelled) if spelled != key or is_person else None
            if group is not None and group.entity is not None and is_person:
                group = None  # of two people of one name
            if group is None:
                group = _Group(name, key, is_person, entity, mention.grade)
                self._groups.append(group)
                if is_person and entity.is_named:
                    self._by_key.setdefault(key, group)
            group.entity = group.entity or entity
            self._of_entity[id(entity)] = group
        grade = _grade(entity, mention)
        group.grade = min(group.grade, grade, key=_GRADES.index) if group.mentions else grade
        if not (mention.is_person and entity.sort == "group"):
            group.role = group.role or mention.role
        return group

    def _key(self, name: str, *, is_person: bool) -> str:
        """Return what mentions of one source have in common."""
        if not is_person:
            return self._described_as(name)
        address = self._lists.forms_of_address
        return " ".join(word for word in name.lower().split() if word not in address)

    def _spelled_out(self, key: str) -> str:
        return self._described_as(self._abbreviations.get(key, key))

    def _described_as(self, name: str) -> str:
        """Return a description without its article and what stands in brackets."""
        plain = name.lower().partition(" (")[0]
        return without_opening(plain, self._lists.grammar.articles)

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
        described = without_opening(lower, self._lists.grammar.name_openers)
        if described == lower or mention.role:
            return None
        groups = [group for group in near if self._is_called(group, described)]
        return groups[0] if len(groups) == 1 else None

    def _is_called(self, group: _Group, described: str) -> bool:
        """Tell whether "the baker" may be this one: a baker, or somebody whose role is baker."""
        if not group.is_person:
            return self._described_as(group.name) == described
        role = self._lists.joints.past_role.split(f"{group.role or ''} ".lower(), maxsplit=1)[0]
        return f" {role}".rstrip().endswith(f" {described}")

    def sources(self) -> tuple[Source, ...]:
        """Return the finished sources; a role told beside another mention counts as well."""
        for group in self._groups:
            if group.entity is not None:
                group.role = group.role or self._role_of(group.entity)
        return tuple(
            self._finished(group, number) for number, group in enumerate(self._groups, start=1)
        )

    def _role_of(self, entity: Entity) -> str | None:
        """Return what a text says somebody is; a mere "Dr" only where there is nothing else."""
        address = self._lists.forms_of_address
        telling = (role for role in entity.roles if role.lower() not in address)
        return next(telling, next(iter(entity.roles), None))

    def _finished(self, group: _Group, number: int) -> Source:
        fullest = group.entity.name if group.entity else ""
        words = "" if group.is_person else f"{group.name}, {group.key}, {fullest}"
        roles = [group.role] if group.role else []
        kind = self._kinds.of(group.entity, words, roles)
        if kind == "unclear" and group.is_person and group.entity is None:
            kind = self._kinds.known_by_name(group.name)
        if kind == "unclear" and self._is_part(group):
            kind = self._kinds.of_group_before(group.begins)
        if kind == "unclear" and group.answers:
            kind = "citizen"  # who answers without an office speaks of a life of their own
        return Source(
            id=f"s{number}",
            name=group.name or None,
            role=group.role,
            identification=self._identification(group, kind),
            kind=kind,
            mentions=apart(group.mentions),
            attributions=tuple(group.attributions),
            words=group.words,
            anonymity_reason=self._reason(group),
            is_resolved=group.is_resolved,
        )

    def _is_part(self, group: _Group) -> bool:
        """Tell whether a source is some of those told of before: "a third", "others"."""
        words = self._described_as(group.name).split()
        return bool(words) and self._lists.grammar.partial.issuperset(words)

    def _identification(self, group: _Group, kind: SourceKind) -> Identification:
        """Return how well all of a text tells who a source is."""
        if not group.name or not group.is_resolved:
            return "unnamed"
        is_person = group.entity is not None and group.entity.sort == "person"
        if group.is_person or (is_person and group.grade == "named"):
            is_told = group.role or self._kinds.tells_life_or_work(group.entity)
            return "named-with-role" if is_told else "named"
        is_paper = kind == "document" and group.grade == "group"
        return "described" if is_paper else group.grade

    def _reason(self, group: _Group) -> str | None:
        """Return the words that say why no name is given, from the sentences of its mentions."""
        tokens = self._tokens
        if group.is_person:
            return None
        for mention in group.mentions:
            self._looked_at += 2 * _NEAR
            if self._looked_at > len(tokens.text) and not self._speaks_of_anonymity:
                return None  # so many look-ups take longer than to read all of it once
            number = bisect_right(self._starts, tokens.tokens_in(mention).start) - 1
            sentence = tokens.span(*tokens.sentences[number])
            near = Span(
                max(sentence.start, mention.start - _NEAR),
                min(sentence.end, mention.end + _NEAR),
            )
            found = find_anonymity(tokens.text, near, mention, self._lists.telling)
            if found and found.reason:
                return " ".join(found.reason.of(tokens.text).split())
        return None

    @cached_property
    def _speaks_of_anonymity(self) -> bool:
        return speaks_of_anonymity(self._tokens.text, self._lists.telling)


def _grade(entity: Entity, mention: Mention) -> Identification:
    """Return how well a mention of an entity names it."""
    if entity.sort == "group":
        return "group"
    if entity.sort == "body" and entity.is_named:
        return "named"
    if entity.sort == "someone" and mention.is_person:
        return "described"
    return mention.grade


def _same(one: str, other: str) -> bool:
    """Tell whether one name ends the other, or is its first name."""
    short, long = sorted((one, other), key=len)
    return long.endswith(f" {short}") or (" " not in short and long.startswith(f"{short} "))
