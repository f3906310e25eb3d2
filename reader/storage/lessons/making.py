"""A new lesson from articles: the shipped plan, filled with them."""

import re
import tomllib
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.core.lessons.lesson import LessonArticle, TableRow
from reader.core.lessons.plain_lessons import (
    LONGEST_TEXT,
    MOST_ARTICLES,
    SCHEMA,
    plain_lesson_article,
    read_lesson,
)
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.article import Article, in_quotes
from reader.core.text.outlet_line import without_outlet_line
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.analysis_tools import load_all_lexicons
from reader.storage.lessons.lesson_files import LessonPack

LESSONS = "lessons"  # the folder of lessons among the resources
_PLAN = "plan.toml"
_LETTERS = "ABCDEFGHIJKL"
_FILES = ("lexicon.toml", "entries.csv")


def make_lesson(articles: Sequence[Article], paths: Paths, title: str = "") -> LessonPack:
    """Return a lesson on some articles, by the shipped plan, with the reader's own lists.

    Raises:
        ReaderError: There are none, too many, one twice, one too long, or no plan to be read.
    """
    if not 1 <= len(articles) <= MOST_ARTICLES:
        raise ReaderError(
            f"A lesson has between 1 and {MOST_ARTICLES} articles, and not {len(articles)}.",
            hint="Name the articles that the class is to read.",
        )
    texts = [one.text for one in articles]
    twice = next((one for one in articles if texts.count(one.text) > 1), None)
    if twice is not None:
        raise ReaderError(
            f"{in_quotes(twice.name)} is named twice.", hint="Name each article once."
        )
    items = [lesson_article(one, _LETTERS[place]) for place, one in enumerate(articles)]
    lexicons = [one for one in load_all_lexicons(paths)[0] if one.panel != "sourcing"]
    plan = read_plan(paths.resources / LESSONS / _PLAN)
    filled = filled_plan(plan, items, title, lexicons)
    lesson = read_lesson(filled, [plain_lesson_article(one) for one in items])
    return LessonPack(lesson, own_lists(paths, lexicons))


def lesson_article(article: Article, letter: str) -> LessonArticle:
    """Return an article as one of a lesson, without a line that gives its outlet away.

    Raises:
        ReaderError: It has no text, or more than a lesson can hold.
    """
    article = without_outlet_line(article)
    title = article.name
    if not article.text.strip():
        raise ReaderError(f"{in_quotes(title)} has no text, so nobody could mark it.")
    if len(article.text) > LONGEST_TEXT:
        raise ReaderError(f"{in_quotes(title)} is longer than an article of a lesson can be.")
    return LessonArticle(
        letter, title, article.text, article.zones, article.outlet, article.published
    )


def read_plan(path: Path) -> dict[str, object]:
    """Return the plan that new lessons begin with.

    Raises:
        ReaderError: It cannot be read.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderError(
            "The plan of new lessons could not be read.", hint="Install Close Reader again."
        ) from error


def default_table(paths: Paths) -> tuple[TableRow, ...]:
    """Return the rows of the comparison table of a lesson that names none.

    Raises:
        ReaderError: The plan cannot be read.
    """
    rows = _tables(read_plan(paths.resources / LESSONS / _PLAN).get("table"))
    return tuple(TableRow(str(row["id"]), str(row["title"])) for row in rows)


def filled_plan(
    plan: dict[str, object],
    articles: Sequence[LessonArticle],
    title: str,
    lexicons: Sequence[Lexicon],
) -> dict[str, object]:
    """Return a plan as a plain lesson on these articles; steps without an article are left out."""
    ids = [one.id for one in articles]
    groups = {"first": ids[:1], "all": ids, "others": ids[1:]}
    steps, before = [], ""
    for step in _tables(plan.get("steps")):
        if step.get("kind") == "compare" and len(ids) < 2:
            continue
        opens = dict(step.get("opens") or {})
        if opens.get("when") in {"after", "handed-in"}:
            opens["step"] = before
        locked = [
            one for what in step.get("locked", []) for one in groups.get(str(what), [str(what)])
        ]
        read = groups.get(str(step.get("articles")), ids)
        steps.append({**step, "articles": read, "opens": opens, "locked": locked})
        before = str(step["id"])
    name = title.strip() or str(plan.get("title", ""))
    return {
        **plan,
        "schema": SCHEMA,
        "id": lesson_id(name, articles),
        "title": name,
        "steps": steps,
        "lexicons": [{"id": one.id, "version": one.version} for one in lexicons],
    }


def _tables(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def lesson_id(title: str, articles: Sequence[LessonArticle]) -> str:
    """Return an id made of a title and of the texts: the same lesson has the same id."""
    digest = sha256("".join((title, *(one.sha256 for one in articles))).encode()).hexdigest()
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-")
    return f"{words or 'lesson'}-{digest[:8]}"


def own_lists(paths: Paths, lexicons: Sequence[Lexicon]) -> dict[str, dict[str, bytes]]:
    """Return the files of the reader's own lists, which travel with a lesson.

    Shipped lists stay at home: every program has them, and the lesson says which version.
    """
    found: dict[str, dict[str, bytes]] = {}
    for lexicon_name in sorted({one.id for one in lexicons}):
        folder = paths.user_lexicons / lexicon_name
        files = {name: folder / name for name in _FILES}
        if all(path.is_file() for path in files.values()):
            found[lexicon_name] = {name: path.read_bytes() for name, path in files.items()}
    return found
