"""The word lists of a language that tell who is meant."""

from typing import ClassVar
from unicodedata import combining, normalize

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
    owner_endings: tuple[str, ...] = phrases("endings of an owner’s name: “Hill’s team”")
    name_openers: frozenset[str] = words(
        "articles before the name of a body that are no part of it"
    )
    articles: frozenset[str] = words("articles without which a name or a description is the same")
    tells_no_role: frozenset[str] = words("words beside a name that tell no role")
    asides: frozenset[str] = words("participles of what was going on, which tell no role")
    lists_on: frozenset[str] = words("words before the last of a list")
    ands: frozenset[str] = words("those of them that only add")
    in_titled_names: frozenset[str] = words("words after a title that make a name of it")
    seats: tuple[str, ...] = phrases("parties in brackets after a name: “(D-Calif.)”")
    pronouns: Forms = forms("pronouns for who speaks, and the owner that stands for each")
    unabbreviated: frozenset[str] = words("small words of names that an abbreviation leaves out")
    grouping: tuple[str, ...] = phrases("endings of nouns for people of one sort: “fighter”")
    not_grouping: tuple[str, ...] = phrases("words that end like them and are no people")
    plurals: tuple[str, ...] = phrases("the usual endings of plurals")
    many: frozenset[str] = words("numbers that tell several")
    several: frozenset[str] = words("plurals for those who are not named")
    peoples_in_names: tuple[str, ...] = phrases("endings of names of many: “Wary Republicans”")
    signs_in_names: frozenset[str] = words("signs between two words of the name of a body")
    particles: frozenset[str] = words("small words inside the names of people")
    inside_names: frozenset[str] = words("small words inside the names of bodies")
    causes: frozenset[str] = words("words between who a body is of and what it stands for")
    role_joins: frozenset[str] = words("words between a role and what it is a role in")
    topic_joins: frozenset[str] = words("words between who speaks and of what: “on trade”")
    at_bodies: frozenset[str] = words("the words among them before the body somebody works for")
    body_joins: frozenset[str] = words("words between a name and the body of its bearer")
    close_joins: frozenset[str] = words("the words among them that belong most closely")
    anybody: frozenset[str] = words("words for somebody who is nobody in particular")
    office_joins: frozenset[str] = words("words between an office and what it is for")
    owner_joins: frozenset[str] = words("words between a group and whose it is")
    before_places: frozenset[str] = words("words after which a place stands")
    objects: frozenset[str] = words("forms of pronouns for whom something is done to")
    be: frozenset[str] = words("forms of “be” between a name and a description")
    as_what: frozenset[str] = words("words before what somebody works or is seen as")
    called: frozenset[str] = words("words between a description and a name")
    aliases: tuple[str, ...] = phrases("words before a name that somebody is given: “known as”")
    posts: frozenset[str] = words("verbs that tell somebody’s work or office")
    vague: frozenset[str] = words("words before reports of which nothing is told")
    vague_reports: frozenset[str] = words("what is said, without who: “some reports”")
    utterances: frozenset[str] = words("what somebody says or writes: “her post said”")
    research: frozenset[str] = words("works that tell of an expert: “who led the study”")
    alongside: frozenset[str] = words("words after such a verb before whose work it is not")
    doing: Forms = forms("the same verbs, each with the nouns for who does so")
    post_joins: frozenset[str] = words("words between such a verb and the body or work")
    counting: frozenset[str] = words("words that number and say nothing of who is meant")
    states_before: frozenset[str] = words("words before a name that tell no role")
    plural_endings: tuple[str, ...] = phrases("the other endings of plurals: “people”")
    aged: frozenset[str] = words("endings of a noun for somebody of an age")
    sole_offices: frozenset[str] = words("offices that serve as a name")
    given_names: frozenset[str] = words("first names, which tell a person and no gender")
    thrones: frozenset[str] = words("offices before a name that are never held two at a time")
    reigning: frozenset[str] = words("those of them who govern a state, and stand for no other")
    bench: frozenset[str] = words("titles of judges, whom a parliament may confirm")
    surnames: frozenset[str] = words("words for places and bodies that are surnames too")
    firm_surnames: frozenset[str] = words("names of firms that are surnames too")
    high_titles: frozenset[str] = words("titles that are parts of the names of places and bodies")
    short_titles: Forms = forms("titles before a name, and what they are short for")
    after_names: frozenset[str] = words("words after a name that belong to it")
    juniors: frozenset[str] = words("those of them that tell a son from his father")
    unrecognised: frozenset[str] = words("words before a state that is one by its own word only")
    polities: frozenset[str] = words("nouns for a state or those who rule it")
    paper_names: frozenset[str] = words("words by which papers are called: “the Post’s Ada Hill”")
    writing: frozenset[str] = words("verbs of who writes in a paper")
    before_papers: frozenset[str] = words("words between such a verb and the paper")
    outsiders: tuple[str, ...] = phrases("who had no part in a study: “not involved in”")
    shares: tuple[str, ...] = phrases("nouns for some of those who were asked: “two-thirds of”")
    ratios: tuple[str, ...] = phrases("of how many such a share is: “four in ten”")
    makers: frozenset[str] = words("words between a document and who made it: “research from”")
    polls: frozenset[str] = words("documents that are named by who made them: “a Gallup poll”")
    papers: frozenset[str] = words("nouns for a newspaper and for what was written")
    one: frozenset[str] = words("the number in “one of the defectors”")
    accusing: frozenset[str] = words("verbs of somebody on trial: “denies”, “is accused of”")
    accused: frozenset[str] = words("nouns for somebody on trial")
    contesting: frozenset[str] = words(
        "words for who stands for election or against those in office"
    )
    visiting: frozenset[str] = words("those who were somewhere and do not speak for that place")
    again: frozenset[str] = words("words for standing once more for an office that is held")
    prizes: frozenset[str] = words("words of prizes and posts that nobody votes on")
    lasting_titles: frozenset[str] = words("titles that go on when the office is over")
    lawmakers: frozenset[str] = words("words for who sits in a parliament")
    elections: frozenset[str] = words(
        "words of elections, without which a campaign is for no votes"
    )
    shared_ranks: frozenset[str] = words("ranks of armies and of the police")
    police: frozenset[str] = words("nouns for the police")
    armed_forces: frozenset[str] = words("nouns for an army and its people")
    camps: frozenset[str] = words("nouns for those behind who stands for election")
    governments: frozenset[str] = words("nouns for those behind who governs")
    retinue: frozenset[str] = words("those who speak for a politician: “a Reed adviser”")
    camp_adjectives: frozenset[str] = words("words between such a name and such a noun")
    choosing: frozenset[str] = words("verbs whose object stands for election: “endorsed”")
    voting: frozenset[str] = words("verbs and nouns of voters: “voted for”")
    choice_joins: frozenset[str] = words("words between these and who stands for election")
    passed_on: tuple[str, ...] = phrases("words before who passed a document on")
    opposed: tuple[str, ...] = phrases("words before those whom somebody fights: “against”")
    sitting: tuple[str, ...] = phrases("two words before the place somebody sits for")
    standing: tuple[str, ...] = phrases("clauses of who stands for election")
    partisans: frozenset[str] = words("people known to lead a party, joined by “_”")
    commentators: frozenset[str] = words("journalists and hosts whom all know, joined by “_”")
    telling: frozenset[str] = words("verbs of what documents tell, which are nouns too: “show”")
    knowing: tuple[str, ...] = phrases("words before what an unnamed source knows of")
    trials: frozenset[str] = words("words of courts, without which a denial is no defendant’s")
    undergone: frozenset[str] = words("participles of what is done to people: “was rescued”")
    lived: frozenset[str] = words("verbs of what people go through: “who lost his home”")
    ordeals: frozenset[str] = words("verbs of what people of any trade suffer: “who had waited”")
    before_ordeals: frozenset[str] = words("words between “who” and such a verb")
    belongings: frozenset[str] = words("what people lose or flee: “lost her home”")
    against: frozenset[str] = words("words before an office that make it another’s")
    elected: frozenset[str] = words("words in the roles of those who are elected")
    formerly: frozenset[str] = words("words before what somebody was: “the former mayor”")
    parts: frozenset[str] = words("nouns for parts in an event, which may be anybody’s")
    doers: tuple[str, ...] = phrases("endings of nouns for who does something")
    peoples: tuple[str, ...] = phrases("endings of words that name a people, and nobody alone")
    years: tuple[str, ...] = phrases("endings of words that say for how many years")
    prefixes: tuple[str, ...] = phrases("beginnings that leave a role what it is: “co-author”")
    generic: frozenset[str] = words("nouns for anybody of a kind: “the official”, “the soldier”")
    ranks: frozenset[str] = words("some of an army, whom a text may tell from the rest")
    gatherings: frozenset[str] = words("nouns for people who are together: “the crowd”")
    alike: Forms = forms("nouns for groups that may take one another up")
    orders: frozenset[str] = words("titles of nuns and monks, which are ties too: “Sister”")
    churches: frozenset[str] = words("nouns of churches, in texts with which “Sister” is a nun")
    left_trades: frozenset[str] = words("trades of public service, which who left them is rid of")
    partial: frozenset[str] = words("words for some of those told of before: “another said”")
    same_names: Forms = forms("first names, with how others write the same one")
    letters: Forms = forms("letters with signs, with how they are written without: “ü”, “ue”")
    demonyms: frozenset[str] = words("words for somebody from a part of a land or a city")
    ties: Forms = forms("nouns for who belongs to somebody: “wife”, and the return: “husband”")
    siding_before: tuple[str, ...] = phrases("beginnings that put somebody on a side")
    siding_after: tuple[str, ...] = phrases("endings that put somebody on a side")
    farming: frozenset[str] = words("verbs of who works a farm or a boat of their own")
    employed: frozenset[str] = words("verbs of who works for others")
    everywhere: frozenset[str] = words("posts that alone tell nothing of the body")
    headed_bodies: frozenset[str] = words("posts of a state, unless another body is told")
    holding: frozenset[str] = words("words before an office that tell how it is held")
    led: frozenset[str] = words("those who lead a state or anything else")
    chiefs: frozenset[str] = words("words for who leads what stands before them")
    leading: frozenset[str] = words("those who lead a body, of whatever kind it is")
    firms: frozenset[str] = words("nouns for firms that are nouns for people too")
    general_bodies: frozenset[str] = words("nouns for bodies of many sorts: “the company”")
    levels: frozenset[str] = words("words for a part of a state, and no name: “provincial”")
    placing: tuple[str, ...] = phrases("endings that tell where or how old a body is")
    newly: frozenset[str] = words("words before a group that was not spoken of before")
    parties: Forms = forms("words for a party and its other names")
    agents: frozenset[str] = words("other words for those who speak for a body")
    staff: frozenset[str] = words("those of a body who speak for it: “Osk Power officials”")
    pleaders: frozenset[str] = words("lawyers, who speak for the body whose they are")
    owning: frozenset[str] = words("those to whom a house or a body belongs")
    press_posts: tuple[str, ...] = phrases("posts of two words of those who speak for a body")
    voices: frozenset[str] = words("those who speak for a body")
    compass: frozenset[str] = words("words before the name of a state that belong to it")
    legal_forms: frozenset[str] = words("what stands behind the name of a firm: “Ltd”")
    name_endings: Forms = forms("kinds, and last words of the names of bodies that are of them")
    land_letters: frozenset[str] = words("letters for a land or a part of one: “NSW”")
    from_lands: tuple[str, ...] = phrases("endings of words for who is from a land: “Catalan”")
    regions: frozenset[str] = words("words that make a name one of a part of a land")
    sport: frozenset[str] = words("words of sport")
    markets: frozenset[str] = words("words of business results")
    loose_bodies: frozenset[str] = words("bodies that in such a report are firms: “the group”")
    arts: frozenset[str] = words("words of films, music and the stage")
    sport_roles: frozenset[str] = words("roles that in sport are no offices")
    men: frozenset[str] = words("words before a name or for it that tell a man")
    women: frozenset[str] = words("words before a name or for it that tell a woman")
    governing: frozenset[str] = words(
        "nouns for places that stand for who governs them: “the city”"
    )
    provinces: frozenset[str] = words("parts of states that speak as states do, joined by “_”")
    long_states: frozenset[str] = words("states whose names have several words, joined by “_”")
    statesmen: frozenset[str] = words("people known to govern, joined by “_”")
    metonyms: Forms = forms("other names for who governs a state; “_” joins words of one name")
    states: Forms = forms("states, what belongs to them, and cities that stand for them")


def without_opening(name: str, openers: frozenset[str]) -> str:
    """Return a name or description without a word at its beginning that is one of `openers`."""
    first, _, rest = name.partition(" ")
    return rest if rest and first in openers else name


def without_owners_ending(name: str, grammar: ReferenceWords) -> str:
    """Return a name or word without the ending of an owner, written with a plain apostrophe."""
    for ending in grammar.owner_endings:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def spellings(word: str, letters: Forms) -> frozenset[str]:
    """Return how a word in small letters is written by who has no "ü": "mueller", "muller".

    Args:
        word: The word.
        letters: Letters with signs, with how they are written without.
    """
    plain = "".join(one for one in normalize("NFKD", word) if not combining(one))
    pairs = {letter: others[0] for letter, others in letters.items()}
    written = "".join(pairs.get(letter, letter) for letter in word)
    return frozenset({plain, written}) - {word}
