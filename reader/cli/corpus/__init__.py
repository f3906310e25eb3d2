"""The `corpus` command: what many articles have in common, counted by voice."""

import argparse
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from reader.cli.corpus import reports
from reader.cli.corpus.sets import ArticleSet, SetReader
from reader.cli.output import say, write_output
from reader.core.across.corpora.collocates import collocates
from reader.core.across.corpora.concordance import concordance
from reader.core.across.corpora.counts import count_words
from reader.core.across.corpora.dispersion import dispersion
from reader.core.across.corpora.keyness import keyness
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VOICES
from reader.core.lexicon.findings import Voice
from reader.errors import ReaderError

_EPILOG = """\
SET is `library`, `collection:NAME`, a folder of articles, a JSON Lines file of texts, or what
`batch` wrote. Whose words are counted: --voice, once or more; all of them without it."""
_MOST = 50

Plain = Mapping[str, object]
Answer = tuple[Iterable[str], Plain]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be counted, each with its own words."""
    parser.epilog = _EPILOG
    below = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    part = _part(below, "keyness", "words typical of one set beside another")
    part.add_argument("set", metavar="SET")
    part.add_argument("other", metavar="SET")
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
            part.add_argument("--width", type=_positive, default=40, metavar="CHARACTERS")
        if name == "trends":
            part.add_argument("--by", choices=("outlet", "month"), default="month")


def _part(
    below: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, told: str
) -> argparse.ArgumentParser:
    part = below.add_parser(name, help=told, epilog=_EPILOG)
    part.add_argument("--voice", action="append", choices=VOICES, help="whose words count")
    part.add_argument("--limit", type=_positive, default=_MOST, metavar="N", help="rows at most")
    part.add_argument("--format", choices=("text", "json"), default="text")
    part.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    return part


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError("it takes a number from 1 to 1,000,000")
    return int(text)


def run(call: argparse.Namespace, _load_readability: object) -> int:
    """Write what is asked for; return the exit status.

    Raises:
        ReaderError: A set cannot be read, or there is no word to look for.
    """
    reader = SetReader()
    sets = [reader.read(call.set)]
    if call.what == "keyness":
        sets.append(reader.read(call.other))
    for one in sets:
        say(one.problems)
    warning = reports.warning(*(len(one.texts) for one in sets))
    try:
        lines, plain = _ANSWERS[call.what](call, sets, call.voice or VOICES)
    except ValueError as error:
        hint = "Name a word, such as regime or a phrase in quotation marks."
        raise ReaderError("There is no word to look for.", hint=hint) from error
    if call.format == "json":
        head = {"schema": reports.SCHEMA, "what": call.what, "warning": warning}
        data = json.dumps({**head, **plain}, ensure_ascii=False, indent=1)
    else:
        data = "\n".join([*([warning] if warning else []), *lines])
    write_output(f"{data}\n".encode("utf-8", "backslashreplace"), call.output)
    return 0


def _keyness(
    call: argparse.Namespace, sets: list[ArticleSet], voices: Collection[Voice]
) -> Answer:
    one, other = (count_words(item.name, item.texts, voices) for item in sets)
    words = keyness(one, other)[: call.limit]
    plain = {
        "sets": [reports.counts_plain(one), reports.counts_plain(other)],
        "voices": list(voices),
        "words": [asdict(word) for word in words],
    }
    return reports.keyness_text(one, other, words), plain


def _concordance(
    call: argparse.Namespace, sets: list[ArticleSet], voices: Collection[Voice]
) -> Answer:
    found = concordance(sets[0].texts, call.words, voices, call.width)
    lines = list(islice(found, call.limit))
    plain = {"words": call.words, "voices": list(voices), "lines": [asdict(one) for one in lines]}
    return reports.concordance_text(lines, call.width), plain


def _dispersion(
    call: argparse.Namespace, sets: list[ArticleSet], voices: Collection[Voice]
) -> Answer:
    found = dispersion(sets[0].texts, call.words, voices)
    return reports.dispersion_text(found), {"words": call.words, **asdict(found)}


def _collocates(
    call: argparse.Namespace, sets: list[ArticleSet], voices: Collection[Voice]
) -> Answer:
    found = collocates(sets[0].texts, call.words, voices)[: call.limit]
    plain = {"word": call.words, "words": [asdict(one) for one in found]}
    return reports.collocates_text(found), plain


def _trends(
    call: argparse.Namespace, sets: list[ArticleSet], _voices: Collection[Voice]
) -> Answer:
    found = trends(sets[0].texts, call.words, call.by)[: call.limit]
    plain = {"words": call.words, "by": call.by, "groups": reports.trends_plain(found)}
    return reports.trends_text(found), plain


_Asked = Callable[[argparse.Namespace, list[ArticleSet], Collection[Voice]], Answer]
_ANSWERS: Mapping[str, _Asked] = {
    "keyness": _keyness,
    "concordance": _concordance,
    "dispersion": _dispersion,
    "collocates": _collocates,
    "trends": _trends,
}
