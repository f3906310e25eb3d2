"""The analysis of articles that have just been kept; what it needs is loaded for the first one."""

from functools import cached_property

from reader.batch.documents import AnalysisSettings, DocumentMaker, LoadReadability
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.library.library import Library


class Analyser:
    """Analyses one kept article after another, and keeps what comes of it.

    Attributes:
        problems: What was wrong with the lexicons, as finished sentences.
    """

    def __init__(self, library: Library, load_readability: LoadReadability) -> None:
        self._library = library
        self._load = load_readability
        self.problems: tuple[str, ...] = ()

    @cached_property
    def _maker(self) -> DocumentMaker:
        maker = DocumentMaker(AnalysisSettings(), self._load)
        self.problems = maker.problems
        return maker

    @cached_property
    def _lexicons(self) -> KnownLexicons:
        return KnownLexicons(self._maker.tools.lexicons)

    def analyse(self, article_id: str, article: Article) -> str:
        """Analyse an article and keep the analysis; return what went wrong as a sentence, or "".

        Raises:
            ReaderError: The lexicons cannot be read, or the library cannot be written.
        """
        try:
            analysis = self._maker.analysis(article)
        except ReaderError:
            raise
        except Exception as error:  # noqa: BLE001 -- one article must never end a run over thousands
            reason = f"{type(error).__name__}, {error}"
            return f"{article_id} is kept, but could not be analysed: {reason}."
        corrected = self._library.left_by_reader(analysis)
        self._library.analyses.keep(article_id, analysis, self._lexicons, corrected)
        return ""
