"""A lesson as data: its articles, its pens, its steps, and what is locked until when."""

from hashlib import sha256
from typing import Literal

from reader.core.text.article import Article, Zone
from reader.values import frozen

LessonKind = Literal["close-reading", "duel"]
StepKind = Literal["read", "mark", "compare", "program", "sources", "lateral", "judge"]
Asked = Literal["reason", "plainer", "loses", "sure"]
Opens = Literal["at-once", "after", "word", "handed-in"]
PenForm = Literal["ring", "box", "wave"]
PROGRAM = "program"  # what may be locked besides articles: the program's marks and panels
LEXICONS = "lexicons"


@frozen
class Pen:
    """One category that pupils mark.

    Attributes:
        id: Its id, as a rule a letter; the letter that it begins with is its key.
        name: What it is called.
        task: What it is for, in a few words.
        form: How its marks are drawn.
    """

    id: str
    name: str
    task: str = ""
    form: PenForm = "ring"


@frozen
class Opening:
    """When a step opens.

    Attributes:
        when: At once, after a step, with a word that the teacher says, or once a step has been
            handed in.
        step: The id of that step.
        word: The word.
    """

    when: Opens = "at-once"
    step: str = ""
    word: str = ""


@frozen
class Step:
    """One step of a lesson.

    Attributes:
        id: Its id, unique in the lesson.
        kind: What is done in it.
        title: Its name.
        task: What to do, in the teacher's words.
        minutes: How long it is meant to take; 0 where nobody says.
        articles: The ids of the articles that are read in it.
        pens: The ids of the pens that may be used.
        asks: What is asked of each mark.
        opens: When it opens.
        locked: What is not to be seen in it: `program`, `lexicons`, or the id of an article.
    """

    id: str
    kind: StepKind
    title: str
    task: str = ""
    minutes: int = 0
    articles: tuple[str, ...] = ()
    pens: tuple[str, ...] = ()
    asks: tuple[Asked, ...] = ()
    opens: Opening = Opening()
    locked: tuple[str, ...] = ()


@frozen
class TableRow:
    """A row of the comparison table that pupils fill, one cell an article.

    Attributes:
        id: Its id; the program can fill `actors`, `sources`, `hedges`, `wording` and `only`.
        title: What is asked.
    """

    id: str
    title: str


@frozen
class LessonArticle:
    """An article of a lesson.

    Attributes:
        id: Its id, unique in the lesson.
        title: Its headline.
        text: Its text; all offsets of answers are code points of it.
        zones: The blocks of the text, in order.
        outlet: Where it appeared, or None.
        published: Its day as yyyy-mm-dd, or None.
    """

    id: str
    title: str
    text: str
    zones: tuple[Zone, ...] = ()
    outlet: str | None = None
    published: str | None = None

    @property
    def sha256(self) -> str:
        """Return the fingerprint of the text, hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def as_article(self, *, with_outlet: bool) -> Article:
        """Return it as an article to show, its outlet hidden unless it may be seen."""
        outlet = self.outlet if with_outlet else None
        return Article(
            self.text, self.zones, title=self.title, outlet=outlet, published=self.published
        )


@frozen
class ListVersion:
    """Which version of a list marks in the lesson."""

    id: str
    version: str


@frozen
class Lesson:
    """A lesson that fits one file. It holds no reference marks and no names.

    Attributes:
        id: Its id; answers name it.
        title: What it is called.
        steps: Its steps, in order.
        pens: The categories that pupils mark.
        articles: Its articles, in order.
        lexicons: The lists that mark in it, in their versions.
        kind: A close reading, or a duel of two lists.
        forewarning: What is said before anything is read.
        outlets_from: The id of the step from which outlets are shown; "" for always.
        sides: The ids of the two lists of a duel, or ().
        table: The rows of the comparison table that is filled where articles are compared.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    pens: tuple[Pen, ...]
    articles: tuple[LessonArticle, ...]
    lexicons: tuple[ListVersion, ...] = ()
    kind: LessonKind = "close-reading"
    forewarning: str = ""
    outlets_from: str = ""
    sides: tuple[str, ...] = ()
    table: tuple[TableRow, ...] = ()

    def article(self, article_id: str) -> LessonArticle | None:
        """Return the article of an id, or None."""
        return next((one for one in self.articles if one.id == article_id), None)

    def step(self, step_id: str) -> Step | None:
        """Return the step of an id, or None."""
        return next((one for one in self.steps if one.id == step_id), None)

    def pen(self, pen_id: str) -> Pen | None:
        """Return the pen of an id, or None."""
        return next((one for one in self.pens if one.id == pen_id), None)

    def pen_of_key(self, key: str) -> Pen | None:
        """Return the pen of a key that was pressed: of its id, or of the letter it begins with."""
        wanted = key.upper()
        named = (one for one in self.pens if one.id.upper() == wanted)
        begun = (one for one in self.pens if one.id[:1].upper() == wanted)
        return next(named, None) or next(begun, None)

    def opening_of(self, what: str) -> Step | None:
        """Return the first step in which a thing is not locked, or None when it always is."""
        return next((step for step in self.steps if what not in step.locked), None)

    def shows_outlets(self, step: Step) -> bool:
        """Tell whether outlets are shown in a step."""
        first = self.step(self.outlets_from)
        return first is None or self.steps.index(step) >= self.steps.index(first)

    @property
    def minutes(self) -> int:
        """Return how long all steps are meant to take."""
        return sum(step.minutes for step in self.steps)
