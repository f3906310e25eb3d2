"""A lesson as one page for browsers, which loads nothing and sends nothing."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from reader.core.lessons.plain_lessons import plain_lesson, plain_lesson_article
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.lessons.filled_table import filled_table
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import LESSONS
from reader.storage.lessons.program_marks import (
    analysed,
    lesson_tools,
    plain_marks,
    plain_sources,
)
from reader.storage.lessons.texts import LessonTexts

_SCRIPTS = ("text.js", "state.js", "article.js", "work.js", "main.js")  # in this order
_STYLE = "page.css"
_FRAME = "page.html"


def lesson_page(pack: LessonPack, paths: Paths) -> bytes:
    """Return a lesson as one HTML file: its steps, its locks, its articles, the program's marks.

    Everything from the lesson is text there: it stands in a block of data, not of markup.

    Raises:
        ReaderError: The parts of the page, or the language data, cannot be read.
    """
    parts = _Parts(paths.resources / LESSONS / "page")
    script = '"use strict";\n(() => {\n' + "".join(map(parts.read, _SCRIPTS)) + "})();\n"
    style = parts.read(_STYLE)
    filled = {
        "{title}": _escaped(pack.lesson.title),
        "{style-hash}": _hash(style),
        "{script-hash}": _hash(script),
        "{style}": style,
        "{script}": script,
        "{data}": _data(pack, paths),
    }
    page = parts.read(_FRAME)
    pieces = []
    for key in sorted(filled, key=page.index):  # cut once, so that no filling is filled again
        before, page = page.split(key, 1)
        pieces += [before, filled[key]]
    return "".join((*pieces, page)).encode("utf-8", "replace")


class _Parts:
    """The files that the page is made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> str:
        """Return the text of one file.

        Raises:
            ReaderError: It cannot be read.
        """
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise ReaderError(
                "The parts of a lesson’s page could not be read.",
                hint="Install Close Reader again.",
            ) from error


def _data(pack: LessonPack, paths: Paths) -> str:
    """Return the lesson as JSON that can stand in a page: no sign of it begins a tag."""
    tools, _ = lesson_tools(pack, paths)
    texts = LessonTexts.of(pack.lesson, paths)
    articles = []
    analyses = {article.id: analysed(article, tools) for article in pack.lesson.articles}
    for article in pack.lesson.articles:
        analysis = analyses[article.id]
        articles.append(
            {
                **plain_lesson_article(article),
                "sentences": [
                    [span.start, texts.place_in(article.id, span)]
                    for span in texts.sentences[article.id]
                ],
                "program": plain_marks(analysis),
                "sources": plain_sources(analysis),
            }
        )
    plain = {
        "lesson": plain_lesson(pack.lesson),
        "articles": articles,
        "filled": [
            {"row": row, "article": article, "text": words}
            for (row, article), words in filled_table(analyses).items()
            if words and any(one.id == row for one in pack.lesson.table)
        ],
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
