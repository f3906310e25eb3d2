"""Feeds mutated files to every reader of foreign bytes.

    fuzz.py [TARGET...] [--seconds N] [--seed N] [--atheris]

A reader may answer with what it read or with a ReaderError, whose sentence is finished; anything
else is a fault, and so is more than two seconds of CPU time for a megabyte (small files get a
tenth of a second). Failing files are written to `tests/fuzz_corpus/TARGET/`, where `make test`
reads them for ever. With atheris installed, `--atheris` lets coverage choose the mutations.
"""

import argparse
import hashlib
import importlib.util
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from mutations import mutated

from reader.errors import ReaderError
from reader.intake import read
from reader.intake.formats.registry import ARTICLE_FORMATS
from reader.paths import default_paths
from reader.storage.interchange.registry import LIST_FORMATS, write_foreign
from reader.storage.languages import load_languages
from reader.storage.lexicons.files import load_lexicon, load_lexicons

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "unit" / "intake" / "formats" / "samples"
PATHS = default_paths()
LANGUAGES = load_languages(PATHS.languages)
CORPUS = ROOT / "tests" / "fuzz_corpus"
SECONDS_PER_MB = 2.0
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
    return {target.name: target for target in (*_articles(), *_lists(), *_tables())}


def _articles() -> Iterator[Target]:
    for one in ARTICLE_FORMATS:
        seeds = tuple(path.read_bytes() for path in SAMPLES.glob(f"{one.name}.*"))
        origin = f"mutated{one.endings[0]}"
        yield Target(
            f"article-{one.name}", lambda data, to=origin: read.read_bytes(data, to), seeds
        )


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


def fault_of(target: Target, data: bytes) -> str | None:
    """Return what a reader does wrong with these bytes, or None."""
    began = time.process_time()
    try:
        target.read(data)
    except ReaderError as error:
        if not error.message.rstrip().endswith((".", "!", "?")):
            return f"no finished sentence: {error.message[-60:]!r}"
    except Exception as error:  # noqa: BLE001 -- any other error is what is looked for
        return f"{type(error).__name__}: {str(error)[:100]}"
    spent = time.process_time() - began
    if spent > max(LEAST_SECONDS, SECONDS_PER_MB * len(data) / 1e6):
        return f"{spent:.2f} s of CPU time for {len(data):,} bytes"
    return None


def keep(target: Target, data: bytes) -> Path:
    """Write a failing file into the corpus; return its place."""
    place = CORPUS / target.name / hashlib.sha256(data).hexdigest()[:12]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def run(target: Target, seconds: float, seed: int) -> int:
    """Fuzz one reader for some seconds; return how many kinds of faults were found."""
    random, kinds, tried = Random(seed), set[str](), 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = mutated(random, target.seeds)
        tried += 1
        fault = fault_of(target, data)
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
        fault = fault_of(target, data)
        if fault is not None:
            raise RuntimeError(f"{fault}: {keep(target, data)}")

    atheris.Setup([sys.argv[0], "-max_len=20000"], check)
    atheris.Fuzz()


def main() -> int:
    """Fuzz the named readers, or all of them in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true")
    call = parser.parse_args()
    known = targets()
    unknown = [name for name in call.target if name not in known]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(known)}.")
    if call.atheris:
        if importlib.util.find_spec("atheris") is None:
            parser.error("atheris is not installed here.")
        run_atheris(known[call.target[0]])
    chosen = [known[name] for name in call.target or known]
    return 1 if sum([run(target, call.seconds, call.seed) for target in chosen]) else 0


if __name__ == "__main__":
    sys.exit(main())
