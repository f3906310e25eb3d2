"""The word lists of a language that tell who is meant."""

from typing import ClassVar

from reader.core.text.word_lists import Forms, forms, phrases, words
from reader.values import frozen


@frozen
class ReferenceWords:
    """Articles, pronouns, and what ties a name to a description; each list says its meaning."""

    TABLE: ClassVar[str] = "reference"

    definite: frozenset[str] = words("articles and pointers that say “the one you know”")
    indefinite: frozenset[str] = words("articles and numbers that bring up somebody new")
    other: frozenset[str] = words("openings that say “not the one before”")
    he: frozenset[str] = words("pronouns for one man")
    she: frozenset[str] = words("pronouns for one woman")
    it: frozenset[str] = words("pronouns for a thing or a body")
    they: frozenset[str] = words("pronouns for several")
    speaker: frozenset[str] = words("pronouns for who speaks and who is spoken to")
    owners: frozenset[str] = words("owners that open a noun phrase")
    relative: frozenset[str] = words("words that take up the noun before them")
    personal_relative: frozenset[str] = words("relative words that only people are meant by")
    possessive_relative: frozenset[str] = words("words between a name and a tie of its bearer")
    name_openers: frozenset[str] = words(
        "articles before the name of a body that are no part of it"
    )
    signs_in_names: frozenset[str] = words("signs between two words of the name of a body")
    particles: frozenset[str] = words("small words inside the names of people")
    inside_names: frozenset[str] = words("small words inside the names of bodies")
    causes: frozenset[str] = words("words between who a body is of and what it stands for")
    role_joins: frozenset[str] = words("words between a role and what it is a role in")
    close_joins: frozenset[str] = words("the words among them that belong most closely")
    anybody: frozenset[str] = words("words for somebody who is nobody in particular")
    office_joins: frozenset[str] = words("words between an office and what it is for")
    owner_joins: frozenset[str] = words("words between a group and whose it is")
    before_places: frozenset[str] = words("words after which a place stands")
    be: frozenset[str] = words("forms of “be” between a name and a description")
    as_what: frozenset[str] = words("words before what somebody works or is seen as")
    called: frozenset[str] = words("words between a description and a name")
    posts: frozenset[str] = words("verbs that tell somebody’s work or office")
    vague: frozenset[str] = words("words before reports of which nothing is told")
    vague_reports: frozenset[str] = words("what is said, without who: “some reports”")
    research: frozenset[str] = words("works that tell of an expert: “who led the study”")
    post_joins: frozenset[str] = words("words between such a verb and the body or work")
    counting: frozenset[str] = words("words that number and say nothing of who is meant")
    states_before: frozenset[str] = words("words before a name that tell no role")
    plural_endings: tuple[str, ...] = phrases("endings of plurals without an “s”")
    aged: frozenset[str] = words("endings of a noun for somebody of an age")
    sole_offices: frozenset[str] = words("offices that serve as a name")
    given_names: frozenset[str] = words("first names, which tell a person and no gender")
    thrones: frozenset[str] = words("offices before a name that are never held two at a time")
    surnames: frozenset[str] = words("words for places and bodies that are surnames too")
    high_titles: frozenset[str] = words("titles that are parts of the names of places and bodies")
    short_titles: Forms = forms("titles before a name, and what they are short for")
    after_names: frozenset[str] = words("words after a name that belong to it")
    unrecognised: frozenset[str] = words("words before a state that is one by its own word only")
    polities: frozenset[str] = words("nouns for a state or those who rule it")
    papers: frozenset[str] = words("nouns for a newspaper and for what was written")
    of_states: frozenset[str] = words("powers of a state, which take up nothing of unknown kind")
    one: frozenset[str] = words("the number in “one of the defectors”")
    accusing: frozenset[str] = words("verbs of somebody on trial: “denies”, “is accused of”")
    accused: frozenset[str] = words("nouns for somebody on trial")
    contesting: frozenset[str] = words(
        "words for who stands for election or against those in office"
    )
    lived: frozenset[str] = words("verbs of what people go through: “who lost his home”")
    against: frozenset[str] = words("words before an office that make it another’s")
    formerly: frozenset[str] = words("words before what somebody was: “the former mayor”")
    parts: frozenset[str] = words("nouns for parts in an event, which may be anybody’s")
    doers: tuple[str, ...] = phrases("endings of nouns for who does something")
    peoples: tuple[str, ...] = phrases("endings of words that name a people, and nobody alone")
    years: tuple[str, ...] = phrases("endings of words that say for how many years")
    prefixes: tuple[str, ...] = phrases("beginnings that leave a role what it is: “co-author”")
    generic: frozenset[str] = words("nouns for anybody of a kind: “the official”, “the soldier”")
    ranks: frozenset[str] = words("some of an army, whom a text may tell from the rest")
    alike: Forms = forms("nouns for groups that may take one another up")
    siding_before: tuple[str, ...] = phrases("beginnings that put somebody on a side")
    siding_after: tuple[str, ...] = phrases("endings that put somebody on a side")
    leading: frozenset[str] = words("those who lead a body, of whatever kind it is")
    firms: frozenset[str] = words("nouns for firms that are nouns for people too")
    placing: tuple[str, ...] = phrases("endings that tell where or how old a body is")
    newly: frozenset[str] = words("words before a group that was not spoken of before")
    parties: Forms = forms("words for a party and its other names")
    agents: frozenset[str] = words("other words for those who speak for a body")
    voices: frozenset[str] = words("those who speak for a body")
    compass: frozenset[str] = words("words before the name of a state that belong to it")
    sport: frozenset[str] = words("words of sport")
    sport_roles: frozenset[str] = words("roles that in sport are no offices")
    men: frozenset[str] = words("words before a name or for it that tell a man")
    women: frozenset[str] = words("words before a name or for it that tell a woman")
    states: Forms = forms("states, what belongs to them, and cities that stand for them")
