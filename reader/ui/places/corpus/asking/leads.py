"""Where a number of a table leads: to which lines."""

from PySide6.QtCore import QCoreApplication

from reader.core.across.corpora.tables import CountTable
from reader.core.across.corpora.voiced_text import VOICES, Whose
from reader.core.lexicon.findings import Voice
from reader.core.text.article import in_quotes
from reader.ui.marks.words import voice_words
from reader.ui.places.corpus.asking.questions import Answer, Narrowing, Only
from reader.ui.places.corpus.asking.set_names import name_of
from reader.values import frozen


@frozen
class Lead:
    """Which lines are wanted.

    Attributes:
        words: The word that is looked for.
        narrowing: What they are narrowed to.
    """

    words: str
    narrowing: Narrowing


def lead_of(answer: Answer, row: int, column: str) -> Lead:
    """Return where a cell of a table leads."""
    question = answer.question
    values = dict(zip(answer.table.columns, answer.table.rows[row], strict=True))
    if question.what == "keyness":
        return Lead(str(values["word"]), _of_set(answer, column))
    if question.what == "spread":
        told = _tr("only in {title}").format(
            title=in_quotes(str(values["title"] or values["article"]))
        )
        only = Only(article=str(values["article"]))
        return Lead(question.words, Narrowing(only=only, told=told))
    if question.what == "beside" and column == "count":
        return Lead(str(values["word"]), Narrowing())
    if question.what == "beside":
        near = str(values["word"])
        told = _tr("only with “{word}” beside it").format(word=near)
        return Lead(question.words, Narrowing(near=near, told=told))
    voice = next((one for one in VOICES if column.startswith(one)), None)
    return lead_of_group(answer, str(values[question.by]), voice)


def lead_of_group(answer: Answer, group: str, voice: Voice | None) -> Lead:
    """Return where a column of the chart of trends leads."""
    question = answer.question
    whose = Whose((voice,), question.whose.kind) if voice is not None else None
    named = group or _tr("not told")
    told = _tr("only {group}").format(group=named)
    if voice is not None:
        told = _tr("only {group}, {voice}").format(group=named, voice=voice_words(voice))
    only = Only(group=group, by=question.by)
    return Lead(question.words, Narrowing(whose=whose, only=only, told=told))


def _of_set(answer: Answer, column: str) -> Narrowing:
    """Return the set whose count a column of key words tells."""
    question = answer.question
    if not column.startswith("other"):
        return Narrowing()
    if question.counts_shared or not answer.shared:
        told = _tr("in “{other}”").format(other=name_of(question.other))
        return Narrowing(one=question.other, told=told)
    told = _tr("in “{other}” without “{one}”")
    told = told.format(other=name_of(question.other), one=name_of(question.one))
    return Narrowing(one=question.other, apart_from=question.one, told=told)


def table_of_file(answer: Answer) -> CountTable:
    """Return the table that is written to a file."""
    return answer.file or answer.table


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusLeads", words)
