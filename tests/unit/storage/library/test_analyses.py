"""Kept analyses: back exactly, known to be stale, found again."""

import contextlib
import sqlite3
from dataclasses import replace

import pytest

from reader.batch.article_sets import voiced
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.keeping import FORM, SPOKEN_PARTS
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.analysis.readability import Measure
from reader.core.corrections import EVERYWHERE, Scope, mute_everywhere, mute_here
from reader.core.lexicon.lexicon import Lexicon
from reader.intake.read import read_text
from reader.storage.library.database.packing import pack_analysis
from reader.storage.library.library import Library
from reader.storage.library.rows import Marks
from reader.storage.user_data.scope_files import CORRECTIONS


@pytest.fixture(scope="module")
def known(shipped_tools: AnalysisTools) -> KnownLexicons:
    return KnownLexicons(shipped_tools.lexicons)


def with_version(lexicons: tuple[Lexicon, ...], version: str) -> KnownLexicons:
    return KnownLexicons((replace(lexicons[0], version=version), *lexicons[1:]))


def test_back_exactly(library: Library, storm: Analysis, known: KnownLexicons) -> None:
    one = library.articles.add(storm.article).id
    assert library.analyses.get(one, storm.article, known) is None
    assert library.analyses.keep(one, storm, known)
    article = library.articles.article(one)
    kept = library.analyses.get(one, article, known, storm.language_data)
    assert kept is not None
    assert kept.analysis == storm
    assert not kept.is_stale
    assert kept.versions == known.versions
    row = library.row(one)
    assert row is not None
    assert row.marks is not None
    assert row.marks.narrator >= 2
    assert row.marks != Marks()


def test_a_row_counts_the_marks_that_the_page_counts(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = library.articles.add(storm.article).id
    library.analyses.keep(one, storm, known)
    wording = [one for one in storm.findings if one.panel == "wording"]
    shown = [one for one in wording if one.confidence == "confident"]
    assert len(shown) < len([one for one in storm.findings if one.confidence == "confident"])
    row = library.row(one)
    assert row is not None
    assert row.marks is not None
    counted = row.marks.narrator + row.marks.direct + row.marks.indirect
    assert counted == len({one.span for one in shown})


def test_an_article_in_another_language_has_no_lexicons(
    library: Library, shipped_tools: AnalysisTools, known: KnownLexicons
) -> None:
    text = "Der Rat hat am Montag nichts gesagt, und die Stadt ist nicht mehr so wie sie war. " * 5
    german = analyse(read_text(text, ""), shipped_tools)
    assert german.lexicons == ()
    one = library.articles.add(german.article).id
    library.analyses.keep(one, german, known)
    kept = library.analyses.get(one, german.article, known, german.language_data)
    assert kept is not None
    assert (kept.analysis, kept.is_stale) == (german, False)


def test_stale_ones_are_found_and_still_shown(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = library.articles.add(storm.article).id
    other = library.articles.add(replace(storm.article, origin="", title="Other")).id
    assert list(library.analyses.stale(known)) == [other, one]
    library.analyses.keep(one, storm, known)
    library.analyses.keep(other, storm, known)
    assert list(library.analyses.stale(known)) == []
    newer = with_version(known.lexicons, "99")
    assert list(library.analyses.stale(newer)) == [other, one]
    kept = library.analyses.get(one, storm.article, newer)
    assert kept is not None
    assert kept.is_stale
    library.trash.remove([other])
    assert list(library.analyses.stale(newer)) == [one]


def test_an_entry_that_is_gone_keeps_its_phrase(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = library.articles.add(storm.article).id
    library.analyses.keep(one, storm, known)
    kept = library.analyses.get(one, storm.article, KnownLexicons(()))
    assert kept is not None
    phrases = [finding.entry.phrase for finding in kept.analysis.findings]
    assert phrases == [finding.entry.phrase for finding in storm.findings]


def test_no_analysis_of_another_text(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = library.articles.add(storm.article).id
    library.articles.replace(one, replace(storm.article, text="Another text.", zones=()))
    assert not library.analyses.keep(one, storm, known)
    assert library.row(one).marks is None


def test_an_analysis_of_another_version_is_made_anew(
    library: Library, storm: Analysis, known: KnownLexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = library.articles.add(storm.article).id
    with monkeypatch.context() as patched:
        patched.setattr("reader.core.analysis.keeping.keeping.FORM", 0)
        library.analyses.keep(one, storm, known)
    assert library.analyses.get(one, storm.article, known) is None
    monkeypatch.setattr("reader.storage.library.analyses.analyses.__version__", "0")
    assert list(library.analyses.stale(known)) == [one]


def test_counts_read_the_same_voices_and_speakers(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = library.articles.add(storm.article).id
    library.analyses.keep(one, storm, known)
    (counted,) = library.analyses.voiced([one])
    assert counted == voiced(storm, one)
    assert len({speaker for *_, speaker, _ in counted.stretches}) > 1


WRONG = [
    [FORM, *[one] * max(SPOKEN_PARTS)]  # of the right form, and with wrong values in it
    for one in (None, 7, "x", [1], [[], [[1]]], [[1, 2], [[None]]])
]


@pytest.mark.parametrize(
    "kept", [b"", b"\x01x", b"another", pack_analysis([0]), *map(pack_analysis, WRONG)]
)
def test_counts_leave_out_what_cannot_be_read(
    library: Library, storm: Analysis, known: KnownLexicons, kept: bytes
) -> None:
    ids = [library.articles.add(replace(storm.article, origin="", title=name)).id for name in "ab"]
    for one in ids:
        library.analyses.keep(one, storm, known)
    database = sqlite3.connect(library.path)
    with contextlib.closing(database), database:
        cut = database.execute("SELECT data FROM analysis").fetchone()[0][:-9]
        database.execute("UPDATE analysis SET data = ? WHERE rowid = ?", [kept or cut, 1])
    assert len(list(library.analyses.voiced(ids))) == len(ids) - 1


def test_measures_come_along_where_the_text_is_counted_alike(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    measures = (Measure("words", 3.0, True),)
    measured = replace(storm, readability=measures)
    other = replace(storm, article=replace(storm.article, text=storm.article.text + "!"))
    assert storm.with_readability_of(measured).readability == measures
    assert storm.with_readability_of(None) == storm.with_readability_of(storm) == storm
    assert other.with_readability_of(measured) == other
    assert replace(storm, words=3).with_readability_of(measured).readability == ()

    one = library.articles.add(storm.article).id
    library.analyses.keep(one, measured, known)
    with contextlib.closing(sqlite3.connect(library.path)) as other_program, other_program:
        order = "UPDATE lexicon_set SET stamp = json_set(stamp, '$[0]', 'earlier')"
        other_program.execute(order)
    kept = library.analyses.get(one, storm.article, known, storm.language_data)
    assert kept is not None
    assert (kept.is_stale, kept.analysis) == (True, storm)


def kept_with_corrections(library: Library, analysis: Analysis, known: KnownLexicons) -> str:
    """Keep an analysis as the window and the renewing process do."""
    one = library.articles.add(analysis.article).id
    library.analyses.keep(one, analysis, known, library.left_by_reader(analysis))
    return one


def test_a_mute_and_its_end_make_the_articles_stale_that_have_the_entry(
    library: Library, storm: Analysis, known: KnownLexicons, shipped_tools: AnalysisTools
) -> None:
    one = kept_with_corrections(library, storm, known)
    dull = analyse(read_text("The bins were moved on Monday.", "/news/bins.txt"), shipped_tools)
    kept_with_corrections(library, dull, known)
    (horrific,) = (item for item in storm.findings if item.entry.phrase == "horrific")
    mute, marks = mute_everywhere(horrific), library.row(one).marks
    for after, count in (((mute,), marks.narrator - 1), ((), marks.narrator)):
        before = () if after else (mute,)
        library.work.save(CORRECTIONS, EVERYWHERE, before, after)
        assert list(library.analyses.stale(known)) == [one]
        assert library.analyses.get(one, storm.article, known).is_stale
        library.analyses.keep(one, storm, known, library.left_by_reader(storm))
        assert not library.analyses.is_any_stale(known)
        assert not library.analyses.get(one, storm.article, known).is_stale
        assert library.row(one).marks.narrator == count


def test_a_correction_made_elsewhere_makes_the_article_stale(
    library: Library, storm: Analysis, known: KnownLexicons
) -> None:
    one = kept_with_corrections(library, storm, known)
    mute = mute_here(storm.article.text, storm.findings[0])
    library.work.save(CORRECTIONS, Scope.of(storm.article), (), (mute,))
    assert list(library.analyses.stale(known)) == [one]
    library.trash.remove([one])
    assert not library.analyses.is_any_stale(known)


def test_a_mute_taken_back_elsewhere_is_not_in_force_where_it_was_made(
    library: Library, storm: Analysis
) -> None:
    mute, scope = mute_everywhere(storm.findings[0]), Scope.of(storm.article)
    library.work.save(CORRECTIONS, EVERYWHERE, (), (mute,))
    library.work.save(CORRECTIONS, scope, (), (mute,))  # as the window does, for its order
    assert library.corrections_on(storm.article) == (mute,)
    library.work.save(CORRECTIONS, EVERYWHERE, (mute,), ())
    assert library.left_by_reader(storm) is None
