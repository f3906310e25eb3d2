"""The `corpus` command: what many articles have in common, counted by voice."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Literal, get_args

from reader.batch.article_sets import ArticleSet, SetReader
from reader.cli.arguments.numbers import positive_to
from reader.cli.corpus import reports
from reader.cli.frame.command import CorpusLoads
from reader.cli.frame.output import harmless, say, write_output
from reader.core.across.corpora.concordance import NO_WORD, Order, concordance, in_order
from reader.core.across.corpora.dispersion import dispersion
from reader.core.across.corpora.keyness import keyness
from reader.core.across.corpora.overlap import kept_apart
from reader.core.across.corpora.tables import (
    CountTable,
    collocate_table,
    key_word_table,
    line_table,
    spread_table,
    trend_table,
)
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VOICES, Whose
from reader.core.sources.source import SourceKind
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.exports.count_tables import COUNT_FORMATS, counted_facts
from reader.values import frozen

_EPILOG = """\
SET is `library`, `collection:NAME`, `tag:NAME`, `search:NAME` of a kept search, a folder of
articles, a JSON Lines file of texts, or what `batch` wrote. Whose words are counted: --voice, once
or more, and --said-by a kind of source; all of them without these."""
_MOST, _LARGEST = 50, 1_000_000  # rows without a number, and the largest number

Plain = Mapping[str, object]
_Shared = Literal["leave-out", "count", "refuse"]  # what is done with articles of both sets


@frozen
class _Answer:
    """What is written: lines of text, plain data, a table."""

    lines: Iterable[str]
    plain: Plain
    table: CountTable


@frozen
class _Question:
    """What is asked: the call, its sets, whose words, what is loaded late."""

    call: argparse.Namespace
    sets: Sequence[ArticleSet]
    whose: Whose
    loads: CorpusLoads
    shared: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be counted, each with its own words."""
    parser.epilog = _EPILOG
    below = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    part = _part(below, "keyness", "words typical of one set beside another")
    part.add_argument("set", metavar="SET")
    part.add_argument("other", metavar="SET")
    part.add_argument(
        "--shared",
        choices=get_args(_Shared),
        default="leave-out",
        help="articles that are in both sets: leave them out of the second (without this), "
        "count them in both, or refuse such sets",
    )
    for name, told in (
        ("concordance", "every place of a word, with voice and speaker"),
        ("dispersion", "how a word is spread over the articles"),
        ("collocates", "the words beside a word"),
        ("trends", "how often a word stands in each outlet or month"),
    ):
        part = _part(below, name, told)
        part.add_argument("set", metavar="SET")
        part.add_argument("words", metavar="WORD", help="a word or phrase; * for any ending")
        if name == "concordance":
            part.add_argument(
                "--width", type=positive_to(_LARGEST), default=40, metavar="CHARACTERS"
            )
            part.add_argument(
                "--sort", choices=get_args(Order), help="by what stands beside, or who says it"
            )
        if name == "trends":
            part.add_argument("--by", choices=("outlet", "month"), default="month")


def _part(
    below: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, told: str
) -> argparse.ArgumentParser:
    part = below.add_parser(name, help=told, epilog=_EPILOG)
    kinds = get_args(SourceKind)
    formats = ("text", "json", *(one.name for one in COUNT_FORMATS))
    part.add_argument("--voice", action="append", choices=VOICES, help="whose words count")
    part.add_argument("--said-by", choices=kinds, metavar="KIND", help=", ".join(kinds))
    part.add_argument(
        "--limit", type=positive_to(_LARGEST), default=_MOST, metavar="N", help="rows at most"
    )
    part.add_argument("--format", choices=formats, default="text")
    part.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    return part


def run(call: argparse.Namespace, loads: CorpusLoads) -> int:
    """Write what is asked for; return the exit status.

    Raises:
        ReaderError: A set cannot be read, there is no word to look for, or two sets are the same.
    """
    question = _asked(call, loads)
    warning = reports.warning(*(len(one.texts) for one in question.sets))
    try:
        answer = _ANSWERS[call.what](question)
    except ValueError as error:
        hint = "Name a word, such as regime or a phrase in quotation marks."
        raise ReaderError(NO_WORD, hint=hint) from error
    if call.format in {"text", "json"}:
        data = _shown(call, answer, warning).encode("utf-8", "backslashreplace")
        write_output(data, call.output)
        return 0
    chosen = next(one for one in COUNT_FORMATS if one.name == call.format)
    sizes = [(one.name, len(one.texts)) for one in question.sets]
    facts = counted_facts(sizes, question.whose, getattr(call, "words", ""), question.shared)
    suffix = "" if chosen.is_text else chosen.suffix
    write_output(chosen.write(answer.table, facts), call.output, suffix)
    return 0


def _asked(call: argparse.Namespace, loads: CorpusLoads) -> _Question:
    """Read the sets of a call; what two of them share is told, and left out of the second."""
    reader = SetReader(default_paths())
    sets = [reader.read(call.set)]
    if call.what == "keyness":
        sets.append(reader.read(call.other))
    for one in sets:
        say(one.problems)
    whose = Whose(tuple(call.voice or VOICES), call.said_by)
    if call.what != "keyness":
        return _Question(call, sets, whose, loads)
    parted = kept_apart(sets[0].texts, sets[1].texts)
    if parted.shared and call.shared != "count":
        if call.shared == "refuse" or not parted.other:
            told = reports.refusal(parted.shared, sets[1].name, sets[0].name)
            hint = "Name sets that part, or take --shared count to count them in both."
            raise ReaderError(told, hint=hint)
        sets[1] = ArticleSet(sets[1].name, parted.other)
    if parted.shared:
        say((reports.shared_words(parted.shared, is_counted=call.shared == "count"),))
    return _Question(call, sets, whose, loads, parted.shared)


def _shown(call: argparse.Namespace, answer: _Answer, warning: str | None) -> str:
    """Return an answer as text or JSON."""
    if call.format == "json":
        head = {"schema": reports.SCHEMA, "what": call.what, "warning": warning}
        return json.dumps({**head, **answer.plain}, ensure_ascii=False, indent=1) + "\n"
    return harmless(
        "".join(f"{line}\n" for line in (*([warning] if warning else []), *answer.lines))
    )


def _keyness(asked: _Question) -> _Answer:
    one, other = asked.sets
    found = keyness(one.texts, other.texts, asked.whose, asked.call.limit)
    plain = {
        "sets": [
            reports.counts_plain(one.name, found.one),
            reports.counts_plain(other.name, found.other),
        ],
        **_whose_plain(asked.whose),
        "shared": asked.shared,
        "words": [asdict(word) for word in found.words],
    }
    lines = reports.keyness_text((one.name, other.name), found)
    return _Answer(lines, plain, key_word_table(found.words))


def _whose_plain(whose: Whose) -> Plain:
    return {"voices": list(whose.voices), "said_by": whose.kind}


def _concordance(asked: _Question) -> _Answer:
    call = asked.call
    found = concordance(asked.sets[0].texts, call.words, asked.whose, call.width)
    lines = list(islice(in_order(found, call.sort) if call.sort else found, call.limit))
    plain = {"words": call.words, **_whose_plain(asked.whose), "lines": reports.lines_plain(lines)}
    return _Answer(reports.concordance_text(lines, call.width), plain, line_table(lines))


def _dispersion(asked: _Question) -> _Answer:
    found = dispersion(asked.sets[0].texts, asked.call.words, asked.whose)
    plain = {"words": asked.call.words, **asdict(found)}
    return _Answer(reports.dispersion_text(found), plain, spread_table(found))


def _collocates(asked: _Question) -> _Answer:
    measure = asked.loads.collocates()
    found = measure(asked.sets[0].texts, asked.call.words, asked.whose)[: asked.call.limit]
    plain = {"words": asked.call.words, "beside": [asdict(one) for one in found]}
    return _Answer(reports.collocates_text(found), plain, collocate_table(found))


def _trends(asked: _Question) -> _Answer:
    call = asked.call
    found = trends(asked.sets[0].texts, call.words, call.by, asked.whose)[: call.limit]
    plain = {"words": call.words, "by": call.by, "groups": reports.trends_plain(found)}
    return _Answer(reports.trends_text(found), plain, trend_table(found, call.by))


_ANSWERS: Mapping[str, Callable[[_Question], _Answer]] = {
    "keyness": _keyness,
    "concordance": _concordance,
    "dispersion": _dispersion,
    "collocates": _collocates,
    "trends": _trends,
}
