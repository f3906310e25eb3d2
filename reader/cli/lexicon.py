"""The `lexicon` command: list, check, import, export and audit lexicons."""

import argparse
from collections.abc import Callable
from pathlib import Path

from reader.cli.frame.output import HarmlessLines, say, standard_output, write_output
from reader.core.language_lists import language_problems
from reader.core.languages.language import Languages
from reader.core.lexicon.audit import audit
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.intake.formats.registry import text_endings
from reader.intake.text.word_tables import own_problems
from reader.paths import Paths, default_paths
from reader.storage.analysis_tools import language_warnings
from reader.storage.corpora import read_corpus
from reader.storage.interchange.drafts import Imported, with_free_letters
from reader.storage.interchange.installing import (
    age_beside,
    install_lexicon,
    install_pack,
    list_as_sent,
    with_free_id,
)
from reader.storage.interchange.list_format import Pack
from reader.storage.interchange.packs import PACK
from reader.storage.interchange.registry import (
    LIST_FORMATS,
    list_endings,
    list_format,
    list_format_of_file,
    read_foreign,
    write_foreign,
)
from reader.storage.languages import load_languages, load_tagger
from reader.storage.lexicons.files import lexicon_folders, load_lexicon, load_lexicons
from reader.storage.reports.audit_report import audit_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions on lexicons, each with what may follow it."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="all lexicons in use")
    check = actions.add_parser("check", help="say all that is wrong with lexicons")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    bring = actions.add_parser("import", help="take a lexicon folder or another list over")
    endings = ", ".join(list_endings())
    bring.add_argument("file", type=Path, metavar="FILE", help=f"folder, or {endings}")
    bring.add_argument("--older", action="store_true", help="also a pack over a newer one of it")
    export = actions.add_parser("export", help="write a lexicon for another program")
    export.add_argument("id", metavar="ID")
    names = [one.name for one in LIST_FORMATS]
    export.add_argument("--format", choices=names, default="csv", help="default: csv")
    export.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    check_sides = actions.add_parser("audit", help="how a lexicon treats the sides of a corpus")
    check_sides.add_argument("id", metavar="ID")
    check_sides.add_argument("--on", required=True, type=Path, metavar="CORPUS")


def run(call: argparse.Namespace, _load_readability: object) -> int:
    """Run one action; return the exit status.

    Raises:
        ReaderError: It cannot be done.
    """
    actions: dict[str, Callable[[argparse.Namespace, Paths, HarmlessLines], int]] = {
        "list": _list,
        "check": _check,
        "import": _import,
        "export": _export,
        "audit": _audit,
    }
    return actions[call.action](call, default_paths(), HarmlessLines(standard_output()))


def _all(paths: Paths) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    return load_lexicons([paths.lexicons, paths.user_lexicons], load_languages(paths.languages))


def _find(paths: Paths, name: str) -> Lexicon:
    for lexicon in reversed(_all(paths)[0]):
        if lexicon.id == name:
            return lexicon
    raise LexiconError(
        f"There is no lexicon “{name}”.", hint="`close-reader lexicon list` shows all of them."
    )


def _list(_call: argparse.Namespace, paths: Paths, out: HarmlessLines) -> int:
    for lexicon in _all(paths)[0]:
        out.write(
            f"{lexicon.id}\t{lexicon.title} {lexicon.version}\t{lexicon.panel}\t"
            f"{_entries(len(lexicon.entries))}\t{lexicon.licence}\n"
        )
    return 0


def _check(call: argparse.Namespace, paths: Paths, out: HarmlessLines) -> int:
    folders = call.paths or [paths.lexicons, paths.user_lexicons]
    for folder in call.paths:
        if not folder.is_dir():
            raise LexiconError(f"{folder} is not a folder.", hint="Name a lexicon's folder.")
        if not lexicon_folders(folder):
            hint = "A lexicon's folder holds lexicon.toml and entries.csv."
            raise LexiconError(f"{folder} holds no lexicon.", hint=hint)
    languages = load_languages(paths.languages)
    lexicons, wrong = load_lexicons(folders, languages)
    say(tuple(map(str, language_warnings(lexicons, languages))))
    problems = [str(problem) for problem in wrong]
    if not call.paths:
        problems += [told for one in languages.known.values() for told in language_problems(one)]
        problems += own_problems(paths)
    for problem in problems:
        out.write(f"{problem}\n")
    entries = sum(len(lexicon.entries) for lexicon in lexicons)
    counts = (_lexicons(len(lexicons)), _entries(entries), _to_mend(len(problems)))
    out.write(f"{', '.join(counts)}.\n")
    return 1 if problems else 0


def _import(call: argparse.Namespace, paths: Paths, out: HarmlessLines) -> int:
    languages = load_languages(paths.languages)
    pack = _read(call.file, languages)
    say(pack.imported.problems)
    if not pack.imported.lexicon.entries:
        above = "See what is said above, or look" if pack.imported.problems else "Look"
        raise LexiconError(
            f"{call.file.name} holds no entry that can be used.",
            hint=f"{above} whether it is the file you mean.",
        )
    shipped = [folder.name for folder in lexicon_folders(paths.lexicons)]
    lexicon = with_free_id(pack.imported.lexicon, shipped)
    if list_format_of_file(call.file) is PACK:
        known = list_as_sent(lexicon.id, paths.user_lexicons, languages)
        age = None if known is None else age_beside(lexicon, known)
        if age == "same":
            out.write(f"{lexicon.title} {lexicon.version} is installed already.\n")
            return 0
        if known is not None and age == "older" and not call.older:
            raise _older(lexicon, known)
        done = install_pack(lexicon, paths.user_lexicons, languages, pack.papers)
        what = "installed"
    else:
        if not _is_ours(call.file):  # then its letters were chosen here
            lexicon = with_free_letters(lexicon, _all(paths)[0])
        done = install_lexicon(lexicon, paths.user_lexicons, pack.papers)
        what = "taken over"
    for notice in done.notices:
        out.write(f"{_NOTICES[notice.kind].format(phrase=notice.phrase)}\n")
    out.write(
        f"{lexicon.title}: {_entries(len(done.lexicon.entries))} {what} as “{lexicon.id}”.\n"
    )
    return 0


def _older(lexicon: Lexicon, known: Lexicon) -> LexiconError:
    """Return what to say of a pack that would take out again what a newer one brought."""
    return LexiconError(
        f"{known.title} {known.version} is installed, which is newer than {lexicon.version}.",
        hint="Type the call again with --older to go back to that. What is yours stays.",
    )


_NOTICES = {
    "kept": "“{phrase}” was changed by its authors too. Yours is kept.",
    "orphaned": "“{phrase}” is no longer in the list of its authors. Yours is kept.",
    "doubled": "“{phrase}” is in the list of its authors now too. Yours counts.",
}


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _lexicons(number: int) -> str:
    return "1 lexicon" if number == 1 else f"{number} lexicons"


def _to_mend(number: int) -> str:
    return "1 thing to mend" if number == 1 else f"{number} things to mend"


def _folder_of(path: Path) -> Path:
    """Return the folder of a lexicon of ours, of which one of the two files may be named."""
    return path.parent if path.name in {"entries.csv", "lexicon.toml"} else path


def _is_ours(path: Path) -> bool:
    """Tell whether a path is a folder of ours, or one of its two files."""
    return (_folder_of(path) / "lexicon.toml").is_file()


def _read(path: Path, languages: Languages) -> Pack:
    """Return what a folder of ours, one of its two files, or a foreign file holds."""
    if not _is_ours(path):
        if path.is_dir():
            raise LexiconError(
                f"{path} is no lexicon's folder.",
                hint="A lexicon's folder holds lexicon.toml and entries.csv.",
            )
        return read_foreign(path, languages)
    folder = _folder_of(path)
    loaded = load_lexicon(folder, languages)
    if loaded.lexicon is None:
        raise LexiconError(f"{folder} could not be used: {loaded.problems[0]}")
    return Pack(Imported(loaded.lexicon, tuple(map(str, loaded.problems))), {})


def _export(call: argparse.Namespace, paths: Paths, _out: HarmlessLines) -> int:
    lexicon = _find(paths, call.id)
    places = [folder / lexicon.id for folder in (paths.user_lexicons, paths.lexicons)]
    folder = next(place for place in places if place.is_dir())
    exported = write_foreign(lexicon, call.format, folder)
    suffix = "" if list_format(call.format).is_text else exported.suffix
    if suffix and call.output and call.output.suffix.lower() not in {"", suffix}:
        raise LexiconError(
            f"The format {call.format} makes {suffix} files, and no {call.output.suffix} files.",
            hint=f"Name it {call.output.stem}{suffix}.",
        )
    write_output(exported.data, call.output, suffix)
    say(exported.losses)
    return 0


def _audit(call: argparse.Namespace, paths: Paths, out: HarmlessLines) -> int:
    lexicon = _find(paths, call.id)
    tagger = load_tagger(paths.languages, lexicon.language_data)
    report = audit(lexicon, read_corpus(call.on, text_endings()), tagger.tag)
    for line in audit_lines(report):
        out.write(f"{line}\n")
    return 0
