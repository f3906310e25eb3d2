"""Answers as plain data, in schema `close-reader/answer/1`."""

from collections.abc import Iterable, Mapping
from typing import Any

from reader.core.lessons.answer import (
    Answer,
    AnswerMark,
    ArticleVersion,
    LateralRow,
    Selector,
    SourceRow,
    TableCell,
    is_code,
)
from reader.core.lessons.fields import Fields
from reader.core.lessons.lesson import ListVersion
from reader.errors import ReaderError
from reader.schemas import is_later

SCHEMA = "close-reader/answer/1"
_NEEDED = ("lesson", "code", "articles", "marks")
_QUOTE, _POSITION = "TextQuoteSelector", "TextPositionSelector"


def plain_answer(answer: Answer) -> dict[str, object]:
    """Return an answer as plain data, ready for JSON; what is empty is left out."""
    plain: dict[str, object] = {
        "schema": SCHEMA,
        "lesson": answer.lesson,
        "code": answer.code,
        "articles": [{"id": one.id, "sha256": one.sha256} for one in answer.articles],
        "marks": [_plain_mark(mark) for mark in answer.marks],
    }
    rest: dict[str, object] = {
        "sources": [
            {"name": row.name, "role": row.role, "knows": row.knows,
             "interest": row.interest, "named": row.named}
            for row in answer.sources
        ],
        "lateral": [
            {"looked_up": row.looked_up, "where": row.where, "found": row.found}
            for row in answer.lateral
        ],
        "program": (
            {"wrong": answer.wrong, "missed": answer.missed}
            if answer.wrong or answer.missed
            else {}
        ),
        "steps": dict(answer.steps),
        "judgement": answer.judgement,
        "lexicons": [{"id": one.id, "version": one.version} for one in answer.lexicons],
        "withdrawn": [_plain_mark(mark) for mark in answer.withdrawn],
        "well_made": list(answer.well_made),
        "comparison": [
            {"row": one.row, "article": one.article, "text": one.text}
            for one in answer.comparison
        ],
    }  # fmt: skip
    return {**plain, **{key: value for key, value in rest.items() if value}}


def _plain_mark(mark: AnswerMark) -> dict[str, object]:
    selector = mark.selector
    plain: dict[str, object] = {
        "article": mark.article,
        "category": mark.category,
        "reason": mark.reason,
        "plainer": mark.plainer,
        "loses": mark.loses,
        "sure": mark.sure,
        "selector": [
            {"type": _QUOTE, "exact": selector.exact, "prefix": selector.prefix,
             "suffix": selector.suffix},
            {"type": _POSITION, "start": selector.start, "end": selector.end},
        ],
        "also": list(mark.also),
    }  # fmt: skip
    return {**plain, "optional": True} if mark.is_optional else plain


def read_answer(plain: object) -> Answer:
    """Return the answer that plain data from elsewhere is.

    Raises:
        ReaderError: It is none; the sentence says what is wrong, not in which file.
    """
    if not isinstance(plain, Mapping):
        raise ReaderError("It is no answer file: what it holds is a list or a word.")
    fields = Fields(plain, "The file")
    schema = fields.text("schema", "")
    if is_later(schema, SCHEMA):
        raise ReaderError("A later version of Close Reader made it; that version opens it.")
    if schema != SCHEMA:
        named = f"says “{schema[:60]}”" if schema else "does not say what it is"
        raise ReaderError(f"It is no answer file: it {named}, and not {SCHEMA}.")
    missing = [key for key in _NEEDED if key not in fields]
    if missing:
        raise ReaderError(f"It is no whole answer file: “{missing[0]}” is missing.")
    code = fields.text("code")
    if not is_code(code):
        raise ReaderError(f"“{code[:40]}” is no code: letters and digits, as in heron-14.")
    program = fields.part("program")
    return Answer(
        lesson=fields.text("lesson"),
        code=code,
        articles=tuple(
            ArticleVersion(one.text("id"), one.text("sha256", longest=64))
            for one in fields.objects("articles", "article")
        ),
        marks=_marks(fields.objects("marks", "mark")),
        sources=tuple(_source(one) for one in fields.objects("sources", "source")),
        lateral=tuple(
            LateralRow(one.text("looked_up", ""), one.text("where", ""), one.text("found", ""))
            for one in fields.objects("lateral", "look-up")
        ),
        wrong=program.text("wrong", ""),
        missed=program.text("missed", ""),
        steps=_steps(fields.part("steps")),
        judgement=fields.text("judgement", ""),
        lexicons=tuple(list_versions(fields)),
        withdrawn=_marks(fields.objects("withdrawn", "withdrawn mark")),
        well_made=fields.texts("well_made"),
        comparison=tuple(
            TableCell(
                one.text("row", longest=100),
                one.text("article", longest=100),
                one.text("text", ""),
            )
            for one in fields.objects("comparison", "cell of the comparison")
        ),
    )


def list_versions(fields: Fields) -> Iterable[ListVersion]:
    """Yield the lists that marked, in their versions; those of which only the id is known too.

    Raises:
        ReaderError: They are something else.
    """
    for one in fields.named("lexicons", "lexicon"):
        yield ListVersion(one.text("id"), one.word("version"))


def _steps(fields: Fields) -> dict[str, str]:
    return {key: fields.text(key, "") for key in fields.keys()}  # noqa: SIM118 -- no mapping


def _source(one: Fields) -> SourceRow:
    return SourceRow(
        one.text("name", ""), one.text("role", ""), one.text("knows", ""),
        one.text("interest", ""), one.word("named"),
    )  # fmt: skip


def _marks(items: Iterable[Fields]) -> tuple[AnswerMark, ...]:
    return tuple(
        AnswerMark(
            article=one.text("article"),
            category=one.text("category", longest=40),
            selector=_selector(one),
            reason=one.text("reason", ""),
            plainer=one.text("plainer", ""),
            loses=one.text("loses", ""),
            sure=one.word("sure") or None,
            also=one.texts("also"),
            is_optional=one.flag("optional"),
        )
        for one in items
    )


def _selector(mark: Fields) -> Selector:
    """Return where a mark stands, of the two kinds of selectors or of one."""
    found: dict[str, Any] = {}
    for one in mark.objects("selector", f"{mark.place}, selector"):
        kind = one.text("type", "")
        if kind == _QUOTE:
            found.update(
                exact=one.text("exact"), prefix=one.text("prefix", ""),
                suffix=one.text("suffix", ""),
            )  # fmt: skip
        elif kind == _POSITION:
            found.update(start=one.number("start"), end=one.number("end"))
    if not found:
        raise ReaderError(f"{mark.place} has no selector, so nobody knows where it stands.")
    return Selector(**found)
