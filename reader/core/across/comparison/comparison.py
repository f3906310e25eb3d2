"""What a comparison of articles finds, as data: facts with the places they rest on, no verdict."""

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Voice
from reader.core.lexicon.lexicon import Category
from reader.core.sources.naming import ActorKind
from reader.core.text.spans import Span
from reader.values import frozen


@frozen
class ComparedArticle:
    """One of the articles.

    Attributes:
        id: What it is called in documents: its id in the library, or a short name.
        analysis: All that the program has to say about it.
    """

    id: str
    analysis: Analysis


@frozen
class Passage:
    """A place in one of the articles.

    Attributes:
        article: The number of the article, from 0.
        span: The place in its text.
    """

    article: int
    span: Span


@frozen
class ComparedLabel:
    """A wording for an actor in one article, in one voice, by one speaker.

    Attributes:
        article: The number of the article.
        text: The words.
        voice: Whether the narrator uses them or somebody else.
        speaker: The name of the source that uses them, or None.
        spans: Where they stand.
    """

    article: int
    text: str
    voice: Voice
    speaker: str | None
    spans: tuple[Span, ...]


@frozen
class ComparedActor:
    """Somebody, with every wording for them in all articles.

    Attributes:
        name: The fullest name; without one the most frequent wording.
        kind: A person, a body, a group, or somebody without a name.
        labels: The wordings, by article and in reading order.
        perhaps: The full names of those who may be meant, where the articles do not tell.
    """

    name: str
    kind: ActorKind
    labels: tuple[ComparedLabel, ...]
    perhaps: tuple[str, ...] = ()

    def of(self, article: int) -> tuple[ComparedLabel, ...]:
        """Return the wordings of one article."""
        return tuple(label for label in self.labels if label.article == article)


@frozen
class SourcePart:
    """What one article lets a source say.

    Attributes:
        article: The number of the article.
        words: How many words of the article are attributed to the source.
        verbs: The words that attribute them, in lower case, each once, the most used first.
        spans: Where the source is mentioned.
        said: Where its words stand, from the first to the last word of each attribution.
        by_verb: The same for each of the verbs.
        indirect: Those of `said` that are told without quotation marks.
    """

    article: int
    words: int
    verbs: tuple[str, ...]
    spans: tuple[Span, ...]
    said: tuple[Span, ...]
    by_verb: tuple[tuple[Span, ...], ...] = ()
    indirect: tuple[Span, ...] = ()


@frozen
class ComparedSource:
    """A source, and what each article lets it say.

    Attributes:
        name: The fullest name or description, or None when unnamed.
        role: What the articles say it is, or None.
        parts: One for each article that has it.
    """

    name: str | None
    role: str | None
    parts: tuple[SourcePart, ...]


@frozen
class CarriedQuotation:
    """A quotation as one article carries it.

    Attributes:
        article: The number of the article.
        span: What stands there, without the quotation marks around it.
        words: Its words in lower case, which are compared.
    """

    article: int
    span: Span
    words: tuple[str, ...]


@frozen
class SharedQuotation:
    """What was said, as several articles carry it.

    Attributes:
        carried: The pieces, by article and in reading order.
        differs: The articles do not carry the same words.
        fullest: The number of the article that carries the most of it.
        cut: What of the fullest another article does not have: its number, and the places in the
            text of the fullest.
    """

    carried: tuple[CarriedQuotation, ...]
    differs: bool
    fullest: int
    cut: tuple[tuple[int, tuple[Span, ...]], ...] = ()


@frozen
class OnlyThere:
    """A person, a place or a figure that one article has and no other.

    Attributes:
        text: Its name, or the figure as written.
        spans: Where it stands.
        around: The same with the words that tell what a figure counts.
    """

    text: str
    spans: tuple[Span, ...]
    around: str = ""


@frozen
class OnlyIn:
    """What one article has and no other.

    Attributes:
        article: The number of the article.
        people: People with a name.
        places: Places with a name.
        figures: Numbers.
    """

    article: int
    people: tuple[OnlyThere, ...]
    places: tuple[OnlyThere, ...]
    figures: tuple[OnlyThere, ...]


@frozen
class ComparedMark:
    """A mark of one of the articles.

    Attributes:
        article: The number of the article.
        span: Where it stands.
        voice: In whose words.
        speaker: The name of the source, or None.
    """

    article: int
    span: Span
    voice: Voice
    speaker: str | None


@frozen
class CategoryMarks:
    """The marks of one category in all articles, as the panels show them at first."""

    category: Category
    marks: tuple[ComparedMark, ...]

    def of(self, article: int) -> tuple[ComparedMark, ...]:
        """Return the marks in one article."""
        return tuple(mark for mark in self.marks if mark.article == article)


@frozen
class ClaimPart:
    """How sure one article is of a claim.

    Attributes:
        article: The number of the article.
        sentence: The sentence that makes it.
        hedges: What weakens it there.
        attributed: Who says it, with which word: (name or None, cue); empty where the narrator
            says it and no source was found.
    """

    article: int
    sentence: Span
    hedges: tuple[ComparedMark, ...]
    attributed: tuple[tuple[str | None, str], ...]


@frozen
class SharedClaim:
    """What two articles or more claim, each in its own way.

    Attributes:
        about: What they have in common: a figure, or words.
        parts: The sentences, by article.
    """

    about: str
    parts: tuple[ClaimPart, ...]


@frozen
class Comparison:
    """All that two to six articles have in common, and what only one of them has.

    Attributes:
        articles: What was compared, in the reader's order.
        actors: Who is named in several articles, or in several ways in one.
        sources: Who speaks.
        quotations: What was said and is carried by several articles.
        shared_sentences: The places of each sentence that several articles have word for word.
        only_in: For each article what no other has.
        hedges: Signs of uncertainty and emphasis, by category.
        wording: Words and phrases to look at, by category.
        claims: What several articles claim, with the hedges of each.
    """

    articles: tuple[ComparedArticle, ...]
    actors: tuple[ComparedActor, ...]
    sources: tuple[ComparedSource, ...]
    quotations: tuple[SharedQuotation, ...]
    shared_sentences: tuple[tuple[Passage, ...], ...]
    only_in: tuple[OnlyIn, ...]
    hedges: tuple[CategoryMarks, ...]
    wording: tuple[CategoryMarks, ...]
    claims: tuple[SharedClaim, ...]

    def text_of(self, article: int) -> str:
        """Return the text of an article."""
        return self.articles[article].analysis.article.text
