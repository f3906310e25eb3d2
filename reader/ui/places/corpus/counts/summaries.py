"""What is said under and above a table of counts: how much was counted, what it leads to."""

from PySide6.QtCore import QCoreApplication

from reader.core.across.corpora.counts import FEW_ARTICLES, are_few
from reader.ui.places.corpus.asking.questions import Answer, What


def summary_of(answer: Answer) -> str:
    """Return the sentence that tells how much was counted."""
    return {
        "keyness": _key_words,
        "lines": _lines,
        "spread": _spread,
        "beside": _beside,
        "trends": _trends,
    }[answer.question.what](answer)


def _key_words(answer: Answer) -> str:
    (one, other), (words, beside) = answer.articles, answer.counted
    told = _tr("{n} in {one} beside {m} in {other}. Numbers do not tell why.")
    return told.format(
        n=_words(words), one=_articles(one), m=_words(beside), other=_articles(other)
    )


def _lines(answer: Answer) -> str:
    shown, found = len(answer.table.rows), answer.counted[0]
    if shown < found:
        told = _tr("{shown} of {places} are listed; looked for in {articles}.")
        return told.format(
            shown=f"{shown:,}", places=_places(found), articles=_articles(answer.articles[0])
        )
    with_it = len({row[0] for row in answer.table.rows})
    return _places_in(found, with_it, answer.articles[0])


def _places_in(places: int, articles: int, of_all: int) -> str:
    """Return a sentence such as: 2 places in 2 of 5 articles."""
    whole, part = _tr("{places} in {all}."), _tr("{places} in {some} of {all}.")
    told = whole if articles == of_all else part
    return told.format(places=_places(places), some=f"{articles:,}", all=_articles(of_all))


def _places(number: int) -> str:
    return _tr("1 place") if number == 1 else _tr("{n} places").format(n=f"{number:,}")


def _articles(number: int) -> str:
    return _tr("1 article") if number == 1 else _tr("{n} articles").format(n=f"{number:,}")


def _words(number: int) -> str:
    return _tr("1 word") if number == 1 else _tr("{n} words").format(n=f"{number:,}")


def _spread(answer: Answer) -> str:
    if answer.dp is None:
        return _tr("It is in none of {all}.").format(all=_articles(answer.articles[0]))
    told = _places_in(answer.counted[0], len(answer.table.rows), answer.articles[0])
    dp = _tr("DP {dp}: 0 is even, near 1 all in one.").format(dp=f"{answer.dp:.2f}")
    return f"{told} {dp}"


def _beside(answer: Answer) -> str:
    told = _tr("{n} within four words on each side, three times or more; {all}.")
    return told.format(n=_words(answer.counted[0]), all=_articles(answer.articles[0]))


def _trends(answer: Answer) -> str:
    told = _tr("{n}; {all} counted. Columns tell them in 1,000 words of each voice.")
    return told.format(n=_places(answer.counted[0]), all=_articles(answer.articles[0]))


def warning_of(answer: Answer) -> str:
    """Return what is to be said of few articles and of what could not be used; "" for nothing."""
    parts = []
    if are_few(*answer.articles):
        told = _tr(
            "With fewer than {n} articles the numbers tell of these articles, and of little "
            "beyond them."
        )
        parts.append(told.format(n=FEW_ARTICLES))
    parts += answer.problems[:2]
    if len(answer.problems) > 2:
        parts.append(_tr("And {n} more.").format(n=len(answer.problems) - 2))
    return " ".join(parts)


def hint_of(what: What) -> str:
    """Return what a reader can do with a table."""
    if what == "lines":
        return _tr("Enter or a double click opens the article there. S sorts by a column.")
    return _tr("Enter or a double click on a number leads to its lines. S sorts by a column.")


def nothing_of(what: What) -> str:
    """Return the sentence that stands where nothing was found."""
    return {
        "keyness": _tr("No word stands five times in these sets."),
        "beside": _tr("No word stands beside it three times."),
    }.get(what, _tr("It is not in these articles."))


def needs_of(what: What, *, has_set: bool) -> tuple[str, str]:
    """Return the sentence and the advice that stand where nothing was counted yet."""
    if not has_set:
        return (
            _tr("There are no articles to count yet."),
            _tr("Keep some in the library, or choose a folder of articles above."),
        )
    if what == "keyness":
        return (
            _tr("Which words are typical of one set beside another?"),
            _tr("Choose two sets above that are not the same."),
        )
    sentences = {
        "lines": _tr("Every place of a word, with its voice and speaker."),
        "spread": _tr("Where a word stands in each article, and how evenly."),
        "beside": _tr("Which words stand beside a word."),
        "trends": _tr("How often a word stands in each month or outlet, by voice."),
    }
    return sentences[what], _tr("Type a word above and press Enter.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusSummaries", words)
