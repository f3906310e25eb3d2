"""`library add`: each input read, kept and analysed; a bad one is told, and the rest goes on."""

import argparse

from reader.batch.documents import LoadReadability
from reader.batch.importing.analyser import Analyser
from reader.batch.importing.importing import Imported, Outcome, import_all
from reader.cli.frame.output import harmless, say
from reader.core.text.article import Article
from reader.storage.library.library import Library

_TOLD: dict[Outcome, str] = {
    "kept": " (kept already)",
    "version": " (a new version)",
    "out-of-trash": " (taken out of the trash)",
}


def add(library: Library, call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Keep every article of the inputs, a line each; return 1 if any could not be kept.

    Raises:
        ReaderError: The library cannot be written, or the lexicons cannot be read.
    """
    analyser = Analyser(library, load_readability)
    results = import_all(
        library,
        call.inputs,
        collections=call.collection,
        tags=call.tag,
        on_new=_without_analysis if call.no_analysis else analyser.analyse,
    )
    failed = 0
    for one in results:
        failed += bool(one.problem)
        if one.problem:
            say((one.problem,))
        if one.id:
            print(f"{one.id}  {_line(one)}", flush=True)
    say(analyser.problems)
    return 1 if failed else 0


def _without_analysis(_id: str, _article: Article) -> str:
    return ""


def _line(one: Imported) -> str:
    title = harmless(" ".join((one.title or one.name).split()))
    return title + _TOLD.get(one.outcome, "")
