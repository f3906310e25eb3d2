"""Which words of a language the rules of attribution need, table by table."""

from typing import ClassVar

from reader.core.text.word_lists import phrases, words
from reader.values import frozen


@frozen
class AttributionWords:
    """The small words that rules look for around a cue, and forms of a few verbs."""

    TABLE: ClassVar[str] = "attribution"

    be: frozenset[str] = words("forms of the auxiliary of the passive")
    shortened: frozenset[str] = words("forms of it that others have as well: “he’s held”")
    have: frozenset[str] = words("forms of other auxiliaries")
    within_group: frozenset[str] = words(
        "words that stand between an auxiliary and its verb, besides adverbs"
    )
    no_speakers: frozenset[str] = words(
        "words before a colon that are no speaker: parts of pages and of stories"
    )
    studies: frozenset[str] = words("studies that can say something: “In a poll, most said”")
    study_links: frozenset[str] = words("prepositions before a study: “in a poll”")
    own_links: frozenset[str] = words(
        "prepositions before somebody's words or view: “in her view”"
    )
    thus: frozenset[str] = words("the adverb in “or so he said”")
    as_what: frozenset[str] = words("the preposition in “is quoted as saying”")
    hearers: frozenset[str] = words("who hears what others say: courts and juries")
    heard: frozenset[str] = words("forms of verbs of hearing: “a jury has heard”")
    lets: frozenset[str] = words(
        "verbs before somebody and a bare infinitive: “helps them decide”"
    )
    some: frozenset[str] = words("small words that may be a subject: “another suggested that”")
    arrivals: frozenset[str] = words("verbs by which words arrive: “word reached the camp that”")
    collectives: frozenset[str] = words("bodies that take a plural verb: “the team report”")
    nor: frozenset[str] = words("the word in “neither confirm nor deny”")
    late_adverbs: frozenset[str] = words(
        "adverbs that a tagger takes for prepositions: “heard that one before”"
    )
    like_prepositions: frozenset[str] = words("parts of names taken for prepositions: “the Post”")
    views: frozenset[str] = words("prepositions before whose view it is: “To Reed, it is over”")
    adverbials: tuple[str, ...] = phrases("adverbs of several words: “maintained all along that”")
    points_back: frozenset[str] = words("words for what was just told: “That is the view of”")
    points_to: frozenset[str] = words("prepositions before whose view it was")
    own: frozenset[str] = words("the adjective in “by his own account”")
    told_openers: frozenset[str] = words("first words of “as she tells it”, “the way she sees it”")
    as_told: tuple[str, ...] = phrases("the whole of what opens such a phrase")
    seen: frozenset[str] = words("forms of verbs in such a phrase: “sees”, “tells”")
    seen_objects: frozenset[str] = words("their objects: “it”, “things”")
    how: frozenset[str] = words(
        "words between a quotation and who put it so: “was how she put it”"
    )
    senders: frozenset[str] = words("prepositions before who sends words: “the reply from Holm:”")
    noun_topics: frozenset[str] = words(
        "prepositions between a noun of speech and what it is about"
    )
    clause_links: frozenset[str] = words("words before a reported clause: “said that”")
    questions: frozenset[str] = words("words that begin an indirect question")
    topics: frozenset[str] = words("prepositions between a verb of speech and what it is about")
    state_topics: frozenset[str] = words("prepositions after a feeling: “is angry with”")
    no_subjects: frozenset[str] = words(
        "words that show that a clause has begun without its subject"
    )
    circumstances: frozenset[str] = words(
        "words that begin a circumstance: time, reason, contrast"
    )
    nominative: frozenset[str] = words("pronouns that are always a subject")
    single: frozenset[str] = words("articles before one thing")
    accusative: frozenset[str] = words("pronouns that are never a subject")
    days: frozenset[str] = words("days that may stand without a preposition")
    parts_of_day: frozenset[str] = words("parts of a day, which follow its name")
    openers: frozenset[str] = words("participles that open a sentence of who speaks: “Talking to”")
    inverted_ifs: frozenset[str] = words("verbs that stand for “if”: “had he come, it would”")
    circumstances_within: frozenset[str] = words(
        "words that begin a circumstance before the subject of a reported clause"
    )
    enders: frozenset[str] = words("words after a comma that end what is reported")
    outcomes: frozenset[str] = words(
        "verbs in -ing after a comma that tell what came of it: “, prompting laughter”"
    )
    set_against: tuple[str, ...] = phrases(
        "words that begin what the narrator sets against a report: “even as”"
    )
    contrasts: frozenset[str] = words("words after a comma that begin the narrator's contrast")
    no_adverbs: frozenset[str] = words("words tagged as adverbs that belong to what is reported")
    habits: frozenset[str] = words(
        "forms of verbs by which somebody says something often: “liked to say that”"
    )
    answers: frozenset[str] = words("words that stand for what was said: “said so”, “said no”")
    in_dateline: frozenset[str] = words("small words within the name of a place in a dateline")
    told: frozenset[str] = words(
        "forms of verbs that name who is spoken to and follow no quotation alone"
    )
    it: frozenset[str] = words("the subject that names nobody: “it was learnt that”")
    subject_pronouns: frozenset[str] = words("pronouns and other words that can only be a subject")
    light_verbs: frozenset[str] = words(
        "forms of verbs that lend their subject to a noun of speech: “made a claim”"
    )
    subordinators: frozenset[str] = words(
        "words at the head of a sentence that begin a side clause"
    )
    places: frozenset[str] = words("prepositions of a place or time after a speaker")
    times: frozenset[str] = words("nouns of time that are no speaker")
    time_openers: frozenset[str] = words("words before a noun of time: “last week”")
    months: frozenset[str] = words("months, as in “in May”")
    durations: frozenset[str] = words("prepositions before how long it was said: “for weeks”")
    occasion_links: frozenset[str] = words("prepositions before when or where it was said")
    occasions: frozenset[str] = words("where something is said: “in a speech”")
    whens: frozenset[str] = words("words after a cue that tell when it was said")
    relatives: frozenset[str] = words("words that begin a relative clause")
    passive_links: frozenset[str] = words(
        "words between a passive verb of speech and what is reported"
    )
    passive_ends: frozenset[str] = words("those of them whose content ends at a comma")
    means: frozenset[str] = words("prepositions before a verb in -ing that tell how")
    before_asked: frozenset[str] = words("words before “asked” with nobody who is asked")
    without_object: frozenset[str] = words(
        "words right after such a verb that show it has no object"
    )
    clause_openers: frozenset[str] = words("words that begin what something seems to be")
    ready: frozenset[str] = words(
        "adjectives that report nothing before an infinitive: “is ready to”"
    )
    after_and: frozenset[str] = words("adverbs between “and” and a verb")
    joins_clauses: frozenset[str] = words("words that join two main clauses")
    person_pronouns: frozenset[str] = words("pronouns for the speaker of the clause before")
    coordinators: frozenset[str] = words("words that join two parts of a sentence")
    whether: frozenset[str] = words("words that begin a question of yes or no")
    conditions: frozenset[str] = words("nouns whose “that” tells on what terms it was said")
    pairs: frozenset[str] = words("words that open a pair: “both he and Holm”")
    opens_clause: frozenset[str] = words("words that begin a clause wherever they stand")
    adds_clause: frozenset[str] = words("words that add a main clause after a comma")
    agents: frozenset[str] = words("prepositions before who did it: “blamed by Holm”")
    faults: frozenset[str] = words("prepositions before what praise and blame are for")
    as_said: frozenset[str] = words("the word in “as Holm said”")
    turns: frozenset[str] = words("words after a comma that go on or turn away: “, but he left”")
    who: frozenset[str] = words("the relative word that stands for who spoke")
    breaks: frozenset[str] = words("relative words and marks that belong to no cue before them")
    no_lone_verbs: frozenset[str] = words("plural nouns that are no verbs: “member states,”")
    plurals: tuple[str, ...] = phrases("the usual endings of plurals")
    asked: frozenset[str] = words("forms of verbs that may report without a named speaker")
    asked_about: frozenset[str] = words(
        "words that begin what somebody was asked or spoken to about"
    )
    verb_endings: tuple[str, ...] = phrases("endings of verbs beside a quotation")
    participle_endings: tuple[str, ...] = phrases("endings of participles at the head")
    past_endings: tuple[str, ...] = phrases("those of them that tell the past")
    no_verb_endings: tuple[str, ...] = phrases("endings of words that are no such verbs")


@frozen
class NounPhraseWords:
    """The words that noun phrases begin with, go on with and end at."""

    TABLE: ClassVar[str] = "noun_phrases"

    joins: frozenset[str] = words("prepositions that join two parts of a noun phrase")
    right_joins: frozenset[str] = words("those that do so to the right of a cue")
    days: frozenset[str] = words(
        "words for a time that stand beside a noun phrase without a preposition"
    )
    time_words: frozenset[str] = words("words before a time that belong to it")
    time_openers: frozenset[str] = words("those that need no preposition: “last night”")
    close: frozenset[str] = words("adjectives that go on a noun phrase: “sources close to”")
    nominative: frozenset[str] = words("pronouns that are always a subject")
    postposed: frozenset[str] = words("words behind a noun that belong to it")
    expletives: frozenset[str] = words("subjects that name nobody: “it is said”")
    body_pronouns: frozenset[str] = words("those that may mean a body: “it added that”")
    opens_clause: frozenset[str] = words("words after a comma that begin a clause, no apposition")
    ands: frozenset[str] = words("words that join two names")
    single: frozenset[str] = words("articles before one thing")
    numbering: frozenset[str] = words("nouns that number, after which several stand")
    goes_on: frozenset[str] = words("words that go on a noun phrase without a comma")
    asides: frozenset[str] = words("prepositions of when or where, after a comma")
    opens_apposition: frozenset[str] = words("words that begin an apposition")
    relatives: frozenset[str] = words("words that begin a relative clause")
    opens_second: frozenset[str] = words("words after a comma that go on with the noun before it")
    of: frozenset[str] = words("the preposition between a part and its whole")


@frozen
class ReportingVerbs:
    """The verbs that report in another way than their class, each in its base form."""

    TABLE: ClassVar[str] = "reporting_verbs"

    addressed: frozenset[str] = words(
        "verbs that name the one it is said to: “told reporters that”"
    )
    takes_object: frozenset[str] = words(
        "verbs that take a thing as well as a clause: “feared the flood”"
    )
    also_clause: frozenset[str] = words(
        "verbs that take a clause as well: “she worries it will rain”"
    )
    takes_words: frozenset[str] = words(
        "verbs that take a noun for the words themselves: “said the same”"
    )
    takes_clause: frozenset[str] = words(
        "verbs that report only with a clause: “found the gun” reports nothing"
    )
    takes_no_object: frozenset[str] = words("verbs whose object is no report: “invited the mayor”")
    thought: frozenset[str] = words(
        "verbs that report a thought, besides those of the class “mind”"
    )
    impersonal: tuple[str, ...] = phrases("verbs whose subject names nobody: “it emerged that”")
    transitive: frozenset[str] = words("verbs that report nothing without an object")
    alone: tuple[str, ...] = phrases("verbs that report beside a quotation or a clause only")
    alone_with_topic: tuple[str, ...] = phrases(
        "those of them that may name what was spoken about"
    )
    names_hearer: tuple[str, ...] = phrases("verbs whose passive subject was spoken to")


@frozen
class InterviewWords:
    """The words that tell an interview and who is interviewed."""

    TABLE: ClassVar[str] = "interviews"

    addressed: frozenset[str] = words("pronouns for the one who is asked")
    first_person: frozenset[str] = words("pronouns for the one who answers")
    interviewed: frozenset[str] = words("forms of verbs whose object is interviewed, and nouns")
    talked: frozenset[str] = words("forms of verbs of talking")
    talked_with: frozenset[str] = words("prepositions between them and who is interviewed")
    credits: frozenset[str] = words("words before the name of who took a picture or asks")
    no_persons: frozenset[str] = words("parts of names that are no person's")
    articles: frozenset[str] = words("articles, which no person's name has before it")
    joiners: frozenset[str] = words("words between two names")
    of_body: frozenset[str] = words("words between names and the body that they belong to")
    letters: frozenset[str] = words("letters before questions and answers: “Q.”, “A.”")
    answer_labels: frozenset[str] = words("labels before an answer that name nobody")
    question_labels: frozenset[str] = words("labels before a question that name nobody")
    titles: tuple[str, ...] = phrases("what interviews are called: “five minutes with”")
    full_texts: tuple[str, ...] = phrases("what a speech printed in full is called")
    presenting: frozenset[str] = words("words by which a paragraph announces one: “here is”")
    told_to: tuple[str, ...] = phrases("words before who wrote down a life: “as told to”")


@frozen
class SpeakerWords:
    """Who can speak and who cannot, by the heads of subjects and objects."""

    TABLE: ClassVar[str] = "speakers"

    things: frozenset[str] = words("things, beasts and events that say nothing")
    premises: frozenset[str] = words("places of business, which say things but do no deeds")
    deeds: frozenset[str] = words("objects of deeds that are no words: “defended the title”")
    shapes: frozenset[str] = words("lines that move through the air: “described an arc”")
    blows: frozenset[str] = words("verbs that may be blows: “was attacked by”")
    deed_verbs: frozenset[str] = words(
        "verbs that are deeds with a bare object: “called a strike”"
    )
    articles: frozenset[str] = words("articles, which name nobody alone")
    anybody: frozenset[str] = words("words for anybody, who are nobody in particular")
    nobody: frozenset[str] = words("words that make a subject nobody: “no official said”")
    before_unsaid: frozenset[str] = words(
        "words before a subject that did not say it: “if she says”"
    )
    negations: frozenset[str] = words("words beside a verb by which it was not said")
    unreal: frozenset[str] = words("auxiliaries by which it is not said: “should say”")
    short_of: tuple[str, ...] = phrases(
        "words before a verb in -ing by which it was not said: “short of saying”"
    )
    denials: frozenset[str] = words("verbs that say something when negated: “did not deny”")
    purposes: frozenset[str] = words("nouns before “to” and a verb that tell a purpose")
    with_objects: frozenset[str] = words(
        "verbs that report with a clause and are deeds with a thing: “claimed the wall”"
    )
    firsts: frozenset[str] = words("words that tell in what order: “the first mayor to say it”")
    made_to: frozenset[str] = words(
        "participles before “to” and a verb that was done: “was forced to admit”"
    )
    asked_of_people: frozenset[str] = words("forms of verbs of asking that are deeds to people")
    names: frozenset[str] = words("nouns before a name in quotation marks: “the name “Ted””")
    own_words: frozenset[str] = words("what somebody's words are called: “in her words”")
    documents: frozenset[str] = words("documents and studies, which show something")
    amounts: frozenset[str] = words("nouns for some of many who were asked")
    accompanying: frozenset[str] = words("words before the subject of a verb in -ing")
    parted_relatives: frozenset[str] = words("words that begin a relative clause between commas")
    new: frozenset[str] = words("articles that bring up somebody new")
