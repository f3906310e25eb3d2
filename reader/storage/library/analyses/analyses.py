"""The kept analyses: small, marked with the lexicons they were made with, renewed when stale."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from reader import __version__
from reader.core.across.corpora.voiced_text import VoicedText
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.keeping import analysis_from_plain, plain_analysis
from reader.core.analysis.known_lexicons import KnownLexicons, LexiconVersion
from reader.core.analysis.summary import confident
from reader.core.corrections import digest
from reader.core.languages.language import PLAIN, Language
from reader.core.lexicon.findings import each_once
from reader.core.text.article import Article
from reader.storage.library.analyses.recounting import TO_RECOUNT, note_to_recount
from reader.storage.library.analyses.terms import (
    forget_analysis,
    muted_terms,
    put_terms,
    terms_of,
)
from reader.storage.library.analyses.voice_index import (
    lacks_voices,
    put_lacking_voices,
    put_voices,
)
from reader.storage.library.analyses.voiced import voiced_texts
from reader.storage.library.database.connections import Database
from reader.storage.library.database.full_text import has_index
from reader.storage.library.database.packing import pack_analysis, unpack_analysis, whole
from reader.storage.library.rows import Marks, id_of, number_of
from reader.values import frozen

_AT_ONCE = 200  # ids that are fetched together


@frozen
class KeptAnalysis:
    """An analysis as it was kept.

    Attributes:
        analysis: The program's work, without the reader's corrections.
        versions: The lexicons it was made with.
        is_stale: The lexicons or the program have changed since, or what the reader says of it
            elsewhere: show it, and renew it.
    """

    analysis: Analysis
    versions: tuple[LexiconVersion, ...]
    is_stale: bool


class Analyses:
    """The kept analyses; use them as `library.analyses`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self,
        article_id: str,
        analysis: Analysis,
        lexicons: KnownLexicons,
        corrected: Analysis | None = None,
    ) -> bool:
        """Keep the analysis of an article; return False where its text is another one by now.

        Args:
            article_id: The article.
            analysis: The program's work on it, readability included.
            lexicons: The lexicons it was made with.
            corrected: The same with the reader's corrections, where there are any: its voices
                and sources are what searches find, its marks are what lists count.

        Raises:
            LibraryError: The library cannot be written.
        """
        number = number_of(article_id)
        shown = corrected or analysis
        plain = plain_analysis(analysis, lexicons)
        plain_corrected = plain_analysis(corrected, lexicons) if corrected else None
        data = pack_analysis(plain)
        reader_s = pack_analysis(plain_corrected) if corrected else None
        marks = marks_of(shown)
        with self._database.writing() as connection:
            asked = "SELECT text_digest FROM article WHERE id = ?"
            row = connection.execute(asked, [number]).fetchone()
            if row is None or row[0] != digest(whole(analysis.article.text)):
                return False
            forget_analysis(connection, number)
            terms = terms_of(shown) + muted_terms(analysis, shown)
            numbers = put_terms(connection, number, terms)
            connection.execute(
                "INSERT INTO analysis (article, lexicons, terms, data, corrected)"
                " VALUES (?, ?, ?, ?, ?)",
                [number, self._set_of(stamp_of(lexicons)), numbers, data, reader_s],
            )
            connection.execute(
                "UPDATE article SET narrator = ?, direct = ?, indirect = ? WHERE id = ?",
                [marks.narrator, marks.direct, marks.indirect, number],
            )
            text = whole(analysis.article.text)
            put_voices(connection, number, text, plain_corrected or plain)
        return True

    def _set_of(self, stamp: str) -> int:
        run = self._database.connection.execute
        run("INSERT OR IGNORE INTO lexicon_set (stamp) VALUES (?)", [stamp])
        found = run("SELECT id FROM lexicon_set WHERE stamp = ?", [stamp]).fetchone()
        return int(found[0])

    def get(
        self,
        article_id: str,
        article: Article,
        lexicons: KnownLexicons,
        language: Language = PLAIN,
    ) -> KeptAnalysis | None:
        """Return the kept analysis of an article, or None where there is none that can be used.

        Args:
            article_id: The article.
            article: The same as `library.articles.article(article_id)` returned.
            lexicons: The lexicons in use now: entries are shown as they read today.
            language: What is known of the language.

        Raises:
            LibraryError: The library cannot be read.
        """
        row = self._database.one(
            f"SELECT a.data, s.stamp, a.article IN ({TO_RECOUNT})"
            " FROM analysis a JOIN lexicon_set s ON s.id = a.lexicons WHERE a.article = ?",
            [number_of(article_id)],
        )
        if row is None:
            return None
        try:
            analysis = analysis_from_plain(unpack_analysis(row[0]), article, lexicons, language)
        except ValueError:
            return None  # kept by another version of the program, or damaged: it is made anew
        program, *versions = json.loads(row[1])
        if program != __version__:  # which may have counted in another way
            analysis = replace(analysis, readability=())
        made_with = tuple(LexiconVersion(**one) for one in versions)
        return KeptAnalysis(analysis, made_with, bool(row[2]) or row[1] != stamp_of(lexicons))

    def voiced(self, article_ids: Sequence[str]) -> Iterator[VoicedText]:
        """Yield some articles as corpora count them; those without an analysis are left out.

        Raises:
            LibraryError: The library cannot be read.
        """
        return voiced_texts(self._database, article_ids)

    def stale(self, lexicons: KnownLexicons) -> Iterator[str]:
        """Yield the ids of articles whose analysis is lacking or stale, newest first.

        What is kept or added while it runs may or may not be yielded. The trash is left out.

        Raises:
            LibraryError: The library cannot be read.
        """
        last, stamp = 1 << 62, stamp_of(lexicons)
        while found := self._database.all(
            "SELECT a.id FROM article a LEFT JOIN analysis n ON n.article = a.id"
            " LEFT JOIN lexicon_set s ON s.id = n.lexicons"
            " WHERE a.id < ? AND a.trashed IS NULL"
            f" AND (s.stamp IS NOT ? OR a.id IN ({TO_RECOUNT}))"
            " ORDER BY a.id DESC LIMIT ?",
            [last, stamp, _AT_ONCE],
        ):
            for (number,) in found:
                yield id_of(number)
            last = found[-1][0]

    def note_to_recount(self, article_id: str) -> None:
        """Note that the kept analysis of an article is stale whatever it was made with.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            note_to_recount(connection, number_of(article_id))

    def is_any_stale(self, lexicons: KnownLexicons) -> bool:
        """Tell whether any analysis is lacking or stale, or lacks who says which words.

        Raises:
            LibraryError: The library cannot be read.
        """
        with self._database.reading() as connection:
            lacks = has_index(connection) and lacks_voices(connection)
        return lacks or next(self.stale(lexicons), None) is not None

    def note_voices(self, most: int = 50) -> int:
        """Note who says which words, where an earlier version kept analyses without that.

        Return how many articles were looked at: call it until that is 0. Searches by voice and
        speaker are right before, too, but slower.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            return put_lacking_voices(connection, most)


def marks_of(analysis: Analysis) -> Marks:
    """Return how many marks an analysis has by voice: those of wording that are shown at first.

    They are what the page counts above an article; hedges are no loaded words.
    """
    shown = each_once(confident(analysis.findings))
    voices = [finding.voice for finding in shown if finding.panel == "wording"]
    return Marks(voices.count("narrator"), voices.count("direct"), voices.count("indirect"))


def stamp_of(lexicons: KnownLexicons) -> str:
    """Return what changes with the program and with every lexicon in use."""
    return json.dumps([__version__, *map(asdict, lexicons.versions)], sort_keys=True)
