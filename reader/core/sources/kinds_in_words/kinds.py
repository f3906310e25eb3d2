"""What kind of source a description tells of.

Of a description the head says most ("a police union leader" speaks for a union), then what it is
the head of ("a spokesman for the army"). A listed phrase of several words ("press secretary")
comes before its last word. Words such as *president* or *director* are found in every kind of
body: they count only where the body itself has no word in the lists.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from reader.core.sources.kinds_in_words.heads import (
    is_of_many,
    kind_of_name,
    leads,
    owns,
    whose_lawyer,
)
from reader.core.sources.kinds_in_words.told_bodies import with_bodies_read
from reader.core.sources.source import SourceKind
from reader.core.sources.words.reference_words import without_opening
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import any_of, plain_apostrophes

_COMMA = re.compile(r"[,;]")
_CUT = re.compile(r"[,;()]")
_WORD = re.compile(r"(?:\b\w\.){2,}|[\w&-]+\.?")  # "u.s." is one word
_INSIDE_WORDS = frozenset(".&-")  # signs inside words, which are looked at with and without them
_BEFORE_BODIES = frozenset({"citizen", "document"})  # say nothing of the body named behind them
_OF_STATES = frozenset({"official", "military"})
_NEAR = 4  # words from "self-declared" to "republic"
_LONGEST = 4  # words of a listed phrase
_LONGEST_POST = 12  # words after "who chairs"
_LONGEST_KEPT = 60  # letters of a description that another text may hold too
_MOST_KEPT = 20_000  # descriptions


def kind_of(words: str, lists: SourceWords, *, is_sure: bool = False) -> SourceKind:
    """Return the kind of source that a description tells of, or `unclear`.

    Args:
        words: The description: name, role and what else is told.
        lists: The words for roles and bodies.
        is_sure: Leave out words that are found in every kind of body.
    """
    if len(words) > _LONGEST_KEPT:
        return _told_kind(words, lists, is_sure=is_sure)
    known, asked = lists.told_kinds, (words, is_sure)
    kind = known.get(asked)
    if kind is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        kind = known[asked] = _told_kind(words, lists, is_sure=is_sure)
    return kind


def _told_kind(words: str, lists: SourceWords, *, is_sure: bool) -> SourceKind:
    """Return what a description tells that is read for the first time."""
    if lists.joints.seat.search(words) or _sits(words, lists):
        return "official"
    whole = plain_apostrophes(with_bodies_read(words, lists).lower())
    first = next((one for one in map(str.strip, _COMMA.split(whole)) if one), "")
    name = without_opening(first, lists.grammar.name_openers)
    listed = kind_of_name(name, lists)
    if listed is not None:
        return listed
    plain = lists.joints.owner.sub("", whole)
    described, link, clause = _cut_at_clause(plain, lists)
    if not link and _tells_nothing(plain, lists):
        return "unclear"
    knowing = _cut_at(lists.grammar.knowing, plain)
    if knowing is not None:
        return _kind_of_knowing(knowing, lists)
    for phrases in (lists.grammar.passed_on, lists.grammar.opposed):
        described = _cut_at(phrases, described) or described
    bodies = lists.joints.owners.sub("", described)
    kind = _kind_of_owned(described, lists) or _kind_of_document(name, lists)
    kind = kind or _sure_kind(bodies, plain, lists)
    if kind in {"party", None} and lists.joints.share.search(bodies):
        kind = "citizen"  # "28% of Democrats" answered a poll
    if kind is not None or is_sure:
        return kind or "unclear"
    kind = _weak_kind(bodies, lists)
    if kind is None and not leads(bodies, lists):
        kind = _kind_among(described, lists.kinds, lists)
    return kind or kind_of_clause(clause, lists)


def _sits(words: str, lists: SourceWords) -> bool:
    """Tell whether somebody sits for a place: "the member for Mildura", "Member for Osk West"."""
    phrases = (one.split() for one in _CUT.split(words))
    sitting = lists.grammar.sitting
    for phrase in phrases:
        plain = (
            phrase[1:] if phrase[:1] and phrase[0].lower() in lists.grammar.definite else phrase
        )
        is_seat = " ".join(plain[:2]).lower() in sitting and plain[2:3] and plain[2][0].isupper()
        if is_seat:
            return True
    return False


def kind_of_clause(clause: str, lists: SourceWords) -> SourceKind:
    """Return the kind of what somebody is or works at, by a clause after "who", or `unclear`.

    Args:
        clause: Its words in lower case, without "who": "runs the bakery in Osk".
        lists: The words for roles and bodies.
    """
    for verb, post in _posts_in(clause, lists):
        kind = _kind_of_post(post, lists)
        if kind is not None:
            is_hand = verb in lists.grammar.employed
            if kind == "business" and is_hand:
                return "citizen"  # who works at a shop does not speak for it
            is_head = verb in lists.grammar.posts and not is_hand
            if kind == "citizen" and is_head:  # "Parents First", and no film
                return "civil-society" if is_of_many(post.split(), lists) else "unclear"
            return kind
        if verb in lists.grammar.farming:
            return "citizen"
    return "unclear"


def _tells_nothing(words: str, lists: SourceWords) -> bool:
    """Tell whether no word is on any list that tells a kind, as in most names."""
    if not _INSIDE_WORDS.isdisjoint(words):
        return False
    found = _WORD.findall(words)
    return (
        lists.kinds.keys().isdisjoint(found)
        and lists.weak_kinds.keys().isdisjoint(found)
        and lists.phrase_ends.isdisjoint(found)
        and lists.grammar.voices.isdisjoint(words.split())
    )


def _sure_kind(bodies: str, whole: str, lists: SourceWords) -> SourceKind | None:
    """Return what words tell that are found in one kind of body only."""
    kind = _kind_spoken_for(bodies, lists)
    kind = kind or _kind_among(_without_press_posts(bodies, lists), lists.kinds, lists)
    if kind in _OF_STATES and _is_unrecognised(whole, lists):
        return "armed-group"
    if kind == "civil-society" and owns(bodies, lists):
        return "business"
    if kind == "expert":
        kind = whose_lawyer(bodies, lists) or kind
    if kind not in {"citizen", "expert"} or not leads(bodies, lists):
        return kind
    if _leads_people(bodies, lists):
        return "civil-society"
    return None if kind == "citizen" else kind  # "a study of children"


def _without_press_posts(words: str, lists: SourceWords) -> str:
    """Leave out posts that every body has: a "press officer" is nobody of the press."""
    for post in lists.grammar.press_posts:
        if post in words and post not in lists.kinds:
            words = words.replace(post, "")
    return words


def _kind_of_owned(words: str, lists: SourceWords) -> SourceKind | None:
    """Return the kind of a listed body that people own: "hoteliers' association"."""
    for owner in lists.joints.owners.finditer(words):
        body = words[owner.end() :].partition(" ")[0].strip(",;")
        kind = lists.kinds.get(f"{owner.group().replace(' ', '')} {body}")
        if kind is not None:
            return kind
    return None


def _kind_of_document(name: str, lists: SourceWords) -> SourceKind | None:
    """Return `document` for one, whoever made it: "a Fox News poll", "research from Osk Bank"."""
    joint = lists.joints.part.search(name)
    made = name[: joint.start()] if joint else name
    made = _cut_at(lists.grammar.passed_on, made) or made  # "a poll conducted this month"
    head = _WORD.findall(made)
    is_owned = lists.joints.owner.search(made) is not None  # "PC World's analysis" is its own
    if not head or is_owned or _has_human_head(name, lists):
        return None
    kind = next((lists.kinds[one] for one in _ends_of(head) if one in lists.kinds), None)
    is_made = joint is not None and joint.group() in lists.grammar.makers
    if kind is None and is_made:
        kind = lists.weak_kinds.get(head[-1])
    return kind if kind == "document" else None


def _ends_of(words: Sequence[str]) -> Iterator[str]:
    """Yield the phrases that some words end with, the longest first."""
    return (" ".join(words[at:]) for at in range(max(0, len(words) - _LONGEST), len(words)))


def _cut_at(phrases: tuple[str, ...], words: str) -> str | None:
    """Return what stands before a phrase: "an official" of "an official familiar with it"."""
    found = _before(phrases).search(words, 1)
    return words[: found.start()] if found else None


@lru_cache(maxsize=8)
def _before(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of some phrases after a space."""
    return re.compile(f" (?:{any_of(phrases)})")


def _kind_of_knowing(words: str, lists: SourceWords) -> SourceKind:
    """Return the kind of somebody who knows of something, by what stands before that only."""
    kind = _kind_among(words, lists.kinds, lists)
    return "unclear" if kind is None or kind == "document" else kind


def _leads_people(words: str, lists: SourceWords) -> bool:
    """Tell whether somebody leads people of a kind: "founder of Parents for Plain Reading"."""
    for phrase in _CUT.split(words):
        head, *parts = lists.joints.part.split(phrase)
        found, led = head.split(), (parts[0].split() if parts else [])
        if led and found and found[-1] in lists.grammar.leading:
            is_of_people = is_of_many(led, lists)  # not of "student services"
            return is_of_people and _kind_among(head, lists.kinds, lists) is None
    return False


def _is_unrecognised(words: str, lists: SourceWords) -> bool:
    """Tell whether a state is one by its own word only: "the self-declared republic"."""
    grammar, found = lists.grammar, _WORD.findall(words)
    return any(
        word in grammar.unrecognised
        and not grammar.polities.isdisjoint(found[place + 1 : place + _NEAR])
        for place, word in enumerate(found)
    )


def _kind_of_post(post: str, lists: SourceWords) -> SourceKind | None:
    """Return the kind of the body or work in a post; who chairs a review is no document."""
    kind = _kind_among(post, lists.kinds, lists)
    if kind == "document" and not lists.grammar.research.isdisjoint(post.split()):
        return "expert"  # "who led the study"
    if kind == "document":
        kind = _kind_among(lists.joints.part.split(post)[-1], lists.kinds, lists)
    kind = kind or _weak_kind(post, lists)
    return None if kind == "document" else kind


def _posts_in(clause: str, lists: SourceWords) -> Iterator[tuple[str, str]]:
    """Yield a verb, and what somebody is or works at by it: "chairs", "the union"."""
    grammar = lists.grammar
    words = clause.partition(";")[0].replace(",", " ,").split()
    for place, word in enumerate(words):
        if word in grammar.posts or word in grammar.be:
            after = place + 1
            if word in grammar.employed and grammar.alongside.intersection(words[after:][:1]):
                continue  # "worked with the paper"
            while after < len(words) and words[after] in grammar.post_joins:
                after += 1
            post = words[after : after + _LONGEST_POST]
            if "," in post:
                post = post[: post.index(",")]
            others = (at for at, word in enumerate(post) if word in grammar.posts)
            yield word, " ".join(post[: next(others, _LONGEST_POST)])


def _kind_spoken_for(words: str, lists: SourceWords) -> SourceKind | None:
    """Return the kind of whom somebody speaks for: "ministry spokesman Colonel Benk"."""
    for phrase in _CUT.split(words):
        found = phrase.split()
        for place, word in enumerate(found):
            if " ".join(found[max(0, place - 1) : place + 1]) in lists.grammar.press_posts:
                behind = _past_topic(found[place + 1 :], lists)
                kind = _kind_among(behind, lists.kinds, lists) or _kind_among(
                    " ".join(found[: max(0, place - 1)]), lists.kinds, lists
                )
                if kind not in {None, "citizen", "expert"}:
                    return kind  # "press secretary for the Reed campaign"
            if word in lists.grammar.voices:
                wholes = (" ".join(found[at : place + 1]) for at in range(place))
                listed = next(
                    (lists.kinds[whole] for whole in wholes if whole in lists.kinds), None
                )
                if listed is not None:
                    return listed  # "defence spokesman"
                before, after = " ".join(found[:place]), _past_topic(found[place + 1 :], lists)
                for part in (before, after):
                    kind = _kind_among(part, lists.kinds, lists) or _weak_kind(part, lists)
                    if kind:
                        return kind
    return None


def _past_topic(words: Sequence[str], lists: SourceWords) -> str:
    """Return whom somebody speaks for, without of what: "on trade" tells no body."""
    joins = lists.grammar.role_joins - lists.grammar.topic_joins
    is_topic = bool(words) and words[0] in lists.grammar.topic_joins
    start = next((at for at, word in enumerate(words) if word in joins), len(words))
    return " ".join(words[start if is_topic else 0 :])


def _cut_at_clause(words: str, lists: SourceWords) -> tuple[str, str, str]:
    """Return a description, the word that opens its relative clause, and the clause."""
    found = lists.joints.relative.search(words)
    if found is None:
        return words, "", ""
    return words[: found.start()], found.group(), words[found.end() :]


def _kind_among(
    words: str, kinds: Mapping[str, SourceKind], lists: SourceWords
) -> SourceKind | None:
    for phrase in _CUT.split(words):
        for part in _weighty_first(phrase, lists):
            kind = kinds.get(part)
            if kind is None and part.endswith("."):
                kind = kinds.get(part.rstrip("."))
            if kind is None:
                kind = kinds.get(_without_prefix(part, lists))
            if kind == "document" and _has_human_head(phrase, lists):
                continue
            if kind in _BEFORE_BODIES and _is_before_body(phrase, part, lists):
                continue  # "the audit committee", "director of student services"
            if kind is not None:
                return kind
    return None


def _without_prefix(word: str, lists: SourceWords) -> str:
    """Return a role without a beginning that leaves it what it is: "author" of "co-author"."""
    return word.partition("-")[2] if word.startswith(lists.grammar.prefixes) else word


def _is_before_body(phrase: str, part: str, lists: SourceWords) -> bool:
    """Tell whether a word only says what a body is for, whose noun stands right behind it."""
    _, found, after = f" {phrase} ".partition(f" {part} ")
    noun, plurals = after.split(" ", 1)[0], lists.grammar.plurals
    if not found or part.endswith(plurals) or noun in lists.grammar.surnames:
        return False
    return noun in lists.bodies or any(noun.removesuffix(end) in lists.bodies for end in plurals)


def _has_human_head(phrase: str, lists: SourceWords) -> bool:
    """Tell whether a description is of people: who writes a report is no document."""
    head = lists.joints.part.split(phrase, maxsplit=1)[0].split()
    return bool(head) and (head[-1] in lists.people or " ".join(head[-2:]) in lists.people)


def _weak_kind(words: str, lists: SourceWords) -> SourceKind | None:
    """Return what a word found in every kind of body tells: the body first, then the post."""
    for phrase in _CUT.split(words):
        wholes = _stretches(_WORD.findall(phrase), 3, lists.phrase_ends)
        for whole in wholes:
            if whole in lists.weak_kinds:
                return lists.weak_kinds[whole]  # "vice president of sales"
        head, *others = lists.joints.part.split(phrase)
        for part in reversed(others):
            if lists.grammar.everywhere.intersection(part.split()[-1:]):
                continue  # "head of the team", which may be anybody's
            kind = _kind_among(part, lists.weak_kinds, lists)
            if kind is not None:
                return kind
        kind = _kind_among(head, lists.weak_kinds, lists)
        kind = _body_before(head, lists) if kind == "business" else kind
        kind = _kind_of_head(phrase, kind, lists) if kind is not None else None
        if kind is not None:
            return kind
    return None


def _body_before(head: str, lists: SourceWords) -> SourceKind:
    """Return the kind of a body that a post of firms is in: "the institute's CEO"."""
    loose = lists.grammar.loose_bodies
    bodies = (
        word for word in reversed(head.split()[:-1]) if word in lists.bodies and word not in loose
    )
    found = (lists.weak_kinds[word] for word in bodies if word in lists.weak_kinds)
    return next(found, "business")


def _kind_of_head(phrase: str, kind: SourceKind, lists: SourceWords) -> SourceKind | None:
    """Return the kind of a weak word, or None where the body behind it may be of any kind.

    "The president" is a state's; "the president of Osk Motors" need not be, and a president of
    sales at Osk Motors is not. "A director" is a firm's, but one of Osk may be of anything.
    """
    grammar = lists.grammar
    parts = [_WORD.findall(part) for part in lists.joints.part.split(phrase)]
    head = _without_prefix(parts[0][-1], lists) if parts[0] else ""
    is_of_state = any(word in lists.states for part in parts for word in part)
    if head in grammar.led and is_of_state:
        return "official"  # "the Kenyan leader"
    body = parts[0][-2] if len(parts[0]) > 1 else ""  # "chapter president"
    if head in grammar.everywhere or (body in grammar.everywhere and kind == "military"):
        return _kind_of_post_anywhere(parts, kind, lists)  # "the director general" too
    if head not in grammar.headed_bodies:
        return kind
    of_body = lists.kinds.get(body) or lists.weak_kinds.get(body)
    if of_body is None and len(parts) > 2 and _is_of_work(phrase, parts, lists):
        return "business"
    is_open = head in grammar.lasting_titles or _tells_no_body(body, lists)
    is_bare = len(parts) == 1 and is_open and grammar.owners.isdisjoint(parts[0])
    return of_body or (kind if is_of_state or is_bare else None)


def _tells_no_body(word: str, lists: SourceWords) -> bool:
    """Tell whether the word before "president" leaves open of what: "the former president"."""
    grammar = lists.grammar
    open_words = (
        grammar.definite,
        grammar.indefinite,
        grammar.states_before,
        grammar.formerly,
        grammar.against,
        grammar.holding,
        grammar.parties,
    )
    return not word or any(word in some for some in open_words) or "-" in word or word[0].isdigit()


def _kind_of_post_anywhere(
    parts: Sequence[Sequence[str]], kind: SourceKind, lists: SourceWords
) -> SourceKind | None:
    """Return `business` for "managing director" and "a director", and for other directors None."""
    head = parts[0]
    if len(head) > 1 and lists.weak_kinds.get(" ".join(head[-2:])) == "business":
        return "business"
    is_one = len(parts) == 1 and head[0] in lists.grammar.indefinite
    return kind if is_one and kind == "business" else None


def _weighty_first(phrase: str, lists: SourceWords) -> Iterator[str]:
    """Yield what a description holds: each part from its end, listed phrases before words."""
    parts = lists.joints.part.split(phrase)
    found = [_WORD.findall(part) for part in parts]
    if len(parts) > 1:  # "secretary of state"
        yield from _stretches(_WORD.findall(phrase), 3, lists.phrase_ends)
    if len(parts) > 1 and _is_stacked(phrase, lists):  # "University of Carrow professor"
        found.reverse()
    elif len(parts) > 2 and _is_of_work(phrase, found, lists):
        found = [found[0], *found[2:], found[1]]  # "president of planning for Osk Power"
    for part in found:
        if part and lists.kinds.get(part[-1]) == "expert":  # "a Merrill Lynch analyst" is one
            yield from _ends_of(part)
        yield from _stretches(part, 2, lists.phrase_ends)
        yield from reversed(part)


def _is_of_work(phrase: str, parts: Sequence[Sequence[str]], lists: SourceWords) -> bool:
    """Tell whether "of" tells the work of who leads, and the body stands behind that."""
    grammar, head, work = lists.grammar, parts[0], parts[1]
    articles = (grammar.definite, grammar.indefinite, grammar.owners)
    is_bare = bool(work) and all(work[0] not in some for some in articles)
    second = list(lists.joints.part.finditer(phrase))[1].group()
    return is_bare and bool(head) and head[-1] in lists.weak_kinds and second in grammar.at_bodies


def _is_stacked(phrase: str, lists: SourceWords) -> bool:
    """Tell whether the last word of a row of nouns is its head."""
    words, grammar = phrase.split(), lists.grammar
    is_paper = bool(words) and lists.kinds.get(words[-1]) == "document"
    if not words or not (is_paper or words[-1] in lists.people):
        return False
    articles = (grammar.definite, grammar.indefinite, grammar.owners)
    inside = words[1:] if is_paper else words  # "a University of Carrow study"
    return all(some.isdisjoint(inside) for some in articles)


def _stretches(words: Sequence[str], shortest: int, ends: Set[str]) -> Iterator[str]:
    """Yield the stretches of words that may be a listed phrase, from the end to the beginning."""
    for end in range(len(words), shortest - 1, -1):
        last = words[end - 1]
        if last in ends or last.rstrip(".") in ends:
            for first in range(max(0, end - _LONGEST), end - shortest + 1):
                yield " ".join(words[first:end])
