"""Feeds mutated files to every reader of foreign bytes.

    fuzz.py [TARGET...] [--seconds N | --count N] [--seed N] [--seeds FOLDER] [--atheris]

A reader may answer with what it read or with a ReaderError, whose sentence is finished; anything
else is a fault, and so is more than two seconds of CPU time for a megabyte (small files get a
tenth of a second). Failing files are written to `tests/fuzz_corpus/TARGET/`, where `make test`
reads them for ever. With atheris installed, `--atheris` lets coverage choose the mutations.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from mutations import mutated

from reader.batch.article_sets import SetReader
from reader.core.across.corpora.voiced_text import Whose
from reader.core.analysis.analysing import analyse
from reader.core.corrections import EVERYWHERE, Anchor, Correction, Scope, muted_entry
from reader.core.document import analysis_document
from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.progress import Progress
from reader.core.lessons.scores.scoring import class_scores
from reader.core.lexicon.layering.layer_edits import added
from reader.core.lexicon.lexicon import Entry
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.intake import read
from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.kept_item import article_of_item
from reader.intake.collections.registry import EXPORT_FORMATS
from reader.intake.feeds.discovery import feeds_in_page
from reader.intake.feeds.entry_articles import article_of_entry
from reader.intake.feeds.feed import Feed
from reader.intake.feeds.opml import read_opml, write_opml
from reader.intake.feeds.reading import read_feed
from reader.intake.formats.registry import ARTICLE_FORMATS
from reader.launch import load_agreement
from reader.paths import default_paths
from reader.settings import Settings
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.interchange.registry import LIST_FORMATS, write_foreign
from reader.storage.languages import load_languages
from reader.storage.lessons.answer_files import answer_bytes, read_class
from reader.storage.lessons.drafts import Draft, Drafts
from reader.storage.lessons.lesson_files import lesson_bytes, lesson_of
from reader.storage.lessons.making import make_lesson
from reader.storage.lessons.scores.registry import SCORE_FORMATS
from reader.storage.lessons.texts import LessonTexts
from reader.storage.lexicons.files import load_lexicon, load_lexicons
from reader.storage.lexicons.own_lexicons import UserLexicons
from reader.storage.library.library import Library
from reader.storage.user_data.file_store import FileStore

ROOT = Path(__file__).resolve().parents[2]
INTAKE = ROOT / "tests" / "unit" / "intake"
SAMPLES = INTAKE / "formats" / "samples"
EXPORTS = INTAKE / "collections" / "samples"
FEEDS = INTAKE / "feeds" / "samples"
PATHS = default_paths()
LANGUAGES = load_languages(PATHS.languages)
CORPUS = ROOT / "tests" / "fuzz_corpus"
TEXT = "The harbour may be shut on Friday, the mayor said."
ARTICLE = Article(text=TEXT, zones=(), origin="/news/harbour.txt", title="Harbour")
SCOPE = Scope.of(ARTICLE)
CORRECTION = Correction("add-hedge", places=(Anchor.at(TEXT, Span(12, 15)),), value="modal")
MUTE = Correction("mute-here", places=(Anchor.at(TEXT, Span(12, 15)),))
_OURS = {".json", ".sqlite"}
SECONDS_PER_MB = 2.0
_TELL_AFTER = 1_000  # files
LEAST_SECONDS = 0.5  # small files are measured with the noise of the machine


@dataclass(frozen=True)
class Target:
    """One reader of foreign bytes.

    Attributes:
        name: What it is called on the command line, and its folder of failing files.
        read: Reads the bytes; may raise a ReaderError.
        seeds: Good files to begin with.
    """

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def targets() -> dict[str, Target]:
    """Return every reader of foreign bytes by its name."""
    return {
        target.name: target
        for target in (
            *_articles(),
            *_packed_articles(),
            *_exports(),
            *_feeds(),
            *_lists(),
            *_tables(),
            *_data(),
            *_lessons(),
            *_documents(),
        )
    }


def _articles() -> Iterator[Target]:
    for one in ARTICLE_FORMATS:
        seeds = tuple(path.read_bytes() for path in SAMPLES.glob(f"{one.name}.*"))
        origin = f"mutated{one.endings[0]}"
        yield Target(
            f"article-{one.name}", lambda data, to=origin: read.read_bytes(data, to), seeds
        )


def _packed_articles() -> Iterator[Target]:
    """Yield the readers of packed documents once for each part, which is mutated in a sound pack.

    Of mutated packs themselves nearly all are refused before a part is read.
    """
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".docx", ".odt", ".epub"}:
            parts = _parts_of(path.read_bytes())
            for name, seed in parts.items():
                use = partial(_read_packed, parts, name, f"mutated{path.suffix}")
                yield Target(f"{path.stem}-{name.replace('/', '-')}", use, (seed,))


def _parts_of(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes], name: str, data: bytes) -> bytes:
    """Return a pack of all parts, one of them as these bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, held in parts.items():
            archive.writestr(each, data if each == name else held)
    return out.getvalue()


def _read_packed(parts: dict[str, bytes], name: str, origin: str, data: bytes) -> None:
    read.articles_in(_packed(parts, name, data), origin)


def _exports() -> Iterator[Target]:
    """Yield the readers of other programs' exports; each item is made an article."""
    for one in EXPORT_FORMATS:
        seeds = tuple(path.read_bytes() for path in EXPORTS.glob(f"{one.name}.*"))
        yield Target(f"export-{one.name}", partial(_take_over, one), seeds)


def _take_over(one: ExportFormat, data: bytes) -> None:
    for item in one.read(data, "mutated"):
        with suppress(ReaderError):
            article_of_item(item, one.title)


def _feeds() -> Iterator[Target]:
    """Yield the readers of feeds, of lists of feeds and of pages that name feeds."""
    address = "https://quay.example/feeds/all"
    seeds = tuple(path.read_bytes() for path in FEEDS.glob("feed-*"))
    yield Target("feed", lambda data: _entries(read_feed(data, address)), seeds)
    lists = tuple(path.read_bytes() for path in FEEDS.glob("*.opml"))
    yield Target("opml", lambda data: write_opml(read_opml(data, "mutated")), lists)
    pages = tuple(path.read_bytes() for path in FEEDS.glob("page.*"))
    yield Target("feeds-in-page", lambda data: feeds_in_page(data, address), pages)


def _entries(feed: Feed) -> None:
    for entry in feed.entries:
        with suppress(ReaderError):
            article_of_entry(entry, feed)


def _lists() -> Iterator[Target]:
    lexicons, _ = load_lexicons([PATHS.lexicons], LANGUAGES)
    (shipped,) = (one for one in lexicons if one.id == "hedging")
    for one in LIST_FORMATS:
        if one.read is not None:
            seed, name = write_foreign(shipped, one.name).data, f"mutated{one.endings[0]}"
            yield Target(
                f"list-{one.name}",
                lambda data, how=one.read, to=name: how(data, to, LANGUAGES),
                (seed,),
            )


def _tables() -> Iterator[Target]:
    folder = PATHS.lexicons / "hedging"
    toml, table = (folder / name for name in ("lexicon.toml", "entries.csv"))

    def load(settings: bytes, entries: bytes) -> object:
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "lexicon.toml").write_bytes(settings)
            (Path(place) / "entries.csv").write_bytes(entries)
            return load_lexicon(Path(place), LANGUAGES)

    good_toml, good_table = toml.read_bytes(), table.read_bytes()[:6_000]
    yield Target("lexicon-toml", lambda data: load(data, good_table), (good_toml,))
    yield Target("lexicon-entries", lambda data: load(good_toml, data), (good_table,))


def _data() -> Iterator[Target]:
    """Yield the readers of the program's own files, which anything may have happened to."""
    before, after = Settings(), Settings(text_size=20)
    with tempfile.TemporaryDirectory() as place:
        store = FileStore(Path(place))
        store.save_settings(before, after)
        store.save_corrections(SCOPE, (), (CORRECTION, MUTE))
        store.save_corrections(EVERYWHERE, (), (muted_entry("hedging", "may"),))
        with contextlib.closing(Library.open(Path(place))) as library:
            library.articles.add(ARTICLE)
        for path in sorted(path for path in Path(place).rglob("*") if path.suffix in _OURS):
            name = str(path.relative_to(place))
            kind = "everywhere" if path.stem == "everywhere" else path.parent.name
            kind = path.stem if path.parent == Path(place) else kind
            yield Target(f"data-{kind}", partial(_use_data, name), (path.read_bytes(),))
    mutes = b'{"entries": [["hedging", "may"]], "places": {"abc": [[1, 4]]}}'
    yield Target("data-mutes", partial(_use_data, "mutes.json"), (mutes,))
    folder = PATHS.lexicons / "hedging"
    for name in ("lexicon.toml", "entries.csv"):
        seed = (folder / name).read_bytes()[:20_000]
        yield Target(f"own-{Path(name).stem}", partial(_use_own_list, name), (seed,))


def _lessons() -> Iterator[Target]:
    """Yield the readers of lessons, of what is in them, and of answers."""
    second = replace(ARTICLE, text=f"{TEXT} Nobody knew.")
    pack = make_lesson([ARTICLE, second], PATHS, "Harbour")
    lesson = pack.lesson
    packed = lesson_bytes(pack)
    parts = _parts_of(packed)
    yield Target("lesson", lambda data: lesson_of(data, "mutated"), (packed,))
    for name in ("lesson.json", "articles/1.json"):
        yield Target(f"lesson-{Path(name).stem}", partial(_use_part, parts, name), (parts[name],))
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles)
    marks = tuple(
        AnswerMark("A", pen, Selector.at(TEXT, Span(start, end)), "So.")
        for pen, start, end in (("L", 4, 11), ("H", 12, 15), ("S", 35, 44))
    )
    answer = Answer(lesson.id, "heron-14", versions, marks, wrong="may", steps={"read": "So."})
    yield Target("answer", partial(_score, lesson), (answer_bytes(answer),))
    with tempfile.TemporaryDirectory() as place:
        drafts = Drafts(default_paths(Path(place)), lesson)
        drafts.keep(Draft(answer, Progress(frozenset({"read"}))))
        (path,) = Path(place).rglob("*.answer")
        yield Target("lesson-draft", partial(_use_draft, lesson), (path.read_bytes(),))


def _use_part(parts: dict[str, bytes], name: str, data: bytes) -> None:
    """Read a lesson of which one part is mutated, and write it again."""
    lesson_bytes(lesson_of(_packed(parts, name, data), "mutated"))


def _score(lesson: Lesson, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "heron-14.answer"
        path.write_bytes(data)
        placed, refused = read_class([path], lesson)
        for one in refused:
            raise ReaderError(one.reason)
        texts = LessonTexts.of(lesson, PATHS)
        scores = class_scores(lesson, placed, placed[0], texts.sentences, load_agreement())
        for one in SCORE_FORMATS:
            one.write(scores, texts)


def _use_draft(lesson: Lesson, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        drafts = Drafts(default_paths(Path(place)), lesson)
        drafts.keep(Draft(Answer(lesson.id, "heron-14", (), ()), Progress()))
        (path,) = Path(place).rglob("*.answer")
        path.write_bytes(data)
        anew = Drafts(default_paths(Path(place)), lesson)
        found = anew.kept("heron-14")
        if found is not None:
            anew.keep(found)


def _documents() -> Iterator[Target]:
    """Yield the readers of what the program itself writes for others."""
    analysis = analyse(ARTICLE, load_analysis_tools(PATHS)[0])
    line = json.dumps(analysis_document(analysis, "a")).encode() + b"\n"
    yield Target("analysis-lines", _count, (line * 2,))


def _count(data: bytes) -> None:
    """Count the words of analysis documents of which some are mutated."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "set.jsonl"
        path.write_bytes(data)
        for text in SetReader(PATHS).read(str(path)).texts:
            list(text.counted_pieces(Whose()))


def _use_data(name: str, data: bytes) -> None:
    """Read, change and write again what the reader made, with one file of it mutated."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if path.suffix == ".sqlite":
            with contextlib.closing(Library.open(Path(place))) as library:
                list(library.rows())
                library.articles.add(ARTICLE)
                library.search.find("harbour")
            return
        store = FileStore(Path(place))
        store.prepare()
        settings = store.load_settings().value
        store.save_settings(settings, replace(settings, text_size=22))
        for scope in (SCOPE, EVERYWHERE):
            known = store.load_corrections(scope).value
            store.save_corrections(scope, known, ())
        list(store.all_corrections())


def _use_own_list(name: str, data: bytes) -> None:
    """Read a mutated list of the reader's own, and save an entry more in it."""
    with tempfile.TemporaryDirectory() as place:
        own = Path(place) / "mine"
        shutil.copytree(PATHS.lexicons / "hedging", own)
        (own / name).write_bytes(data)
        lists = UserLexicons(Path(place), (), LANGUAGES)
        for layer in lists.read().layers:
            category = layer.lexicon.categories[0].id if layer.lexicon.categories else "x"
            entry = Entry("zorgful", "exact", None, category, "confident")
            lists.save([added(layer, [entry])])


def fault_of(target: Target, data: bytes) -> str | None:
    """Return what a reader does wrong with these bytes, or None; its time is not looked at."""
    try:
        target.read(data)
    except ReaderError as error:
        if not error.message.rstrip().endswith((".", "!", "?")):
            return f"no finished sentence: {error.message[-60:]!r}"
    except Exception as error:  # noqa: BLE001 -- any other error is what is looked for
        return f"{type(error).__name__}: {str(error)[:100]}"
    return None


def fault_or_slowness_of(target: Target, data: bytes) -> str | None:
    """Return what a reader does wrong with these bytes, its time included, or None."""
    began = time.process_time()
    fault = fault_of(target, data)
    spent = time.process_time() - began
    if fault is None and spent > max(LEAST_SECONDS, SECONDS_PER_MB * len(data) / 1e6):
        return f"{spent:.2f} s of CPU time for {len(data):,} bytes"
    return fault


def keep(target: Target, data: bytes) -> Path:
    """Write a failing file into the corpus; return its place."""
    place = CORPUS / target.name / hashlib.sha256(data).hexdigest()[:12]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def run(target: Target, seconds: float, count: int, seed: int) -> int:
    """Fuzz one reader for some seconds or files; return how many kinds of faults were found."""
    random, kinds, tried = Random(seed), set[str](), 0
    until = time.monotonic() + seconds
    while tried < count if count else time.monotonic() < until:
        data = mutated(random, target.seeds)
        tried += 1
        if tried % _TELL_AFTER == 0:
            print(f"{target.name}: {tried} files so far", flush=True)
        fault = fault_or_slowness_of(target, data)
        kind = re.sub(r"\d+", "0", fault or "")[:40]
        if fault is not None and kind not in kinds:
            kinds.add(kind)
            print(f"{target.name}: {fault}: {keep(target, data)}", flush=True)
    print(f"{target.name}: {tried} files, {len(kinds)} kinds of faults", flush=True)
    return len(kinds)


def run_atheris(target: Target) -> None:
    """Let coverage choose the mutations, until it is stopped."""
    import atheris  # noqa: PLC0415 -- an optional tool, asked for by name

    def check(data: bytes) -> None:
        fault = fault_or_slowness_of(target, data)
        if fault is not None:
            raise RuntimeError(f"{fault}: {keep(target, data)}")

    atheris.Setup([sys.argv[0], "-max_len=20000"], check)
    atheris.Fuzz()


def _spare_children() -> None:
    """Keep the processes that read one PDF each from importing this tool: a second for each."""
    sys.modules["__main__"].__dict__.pop("__file__", None)


def main() -> int:
    """Fuzz the named readers, or all of them in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--count", type=int, default=0, help="files for each, instead of seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, help="a folder of good files to mutate")
    parser.add_argument("--atheris", action="store_true")
    call = parser.parse_args()
    _spare_children()
    known = targets()
    unknown = [name for name in call.target if name not in known]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(known)}.")
    if call.atheris:
        if importlib.util.find_spec("atheris") is None:
            parser.error("atheris is not installed here.")
        run_atheris(known[call.target[0]])
    chosen = [known[name] for name in call.target or known]
    if call.seeds:
        seeds = tuple(path.read_bytes() for path in sorted(call.seeds.iterdir()))
        chosen = [replace(target, seeds=seeds) for target in chosen]
    return 1 if sum([run(one, call.seconds, call.count, call.seed) for one in chosen]) else 0


if __name__ == "__main__":
    sys.exit(main())
