"""An analysis as the reader left it, by what lies in the library."""

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import (
    EVERYWHERE,
    Corrections,
    Scope,
    apply,
    in_force,
    with_context,
    without_muted,
)
from reader.core.text.article import Article
from reader.storage.library.work.work import Work
from reader.storage.user_data.scope_files import CORRECTIONS


def corrections_on(work: Work, article: Article) -> Corrections:
    """Return the corrections and mutes that count for an article.

    Args:
        work: The reader's work in the library, `library.work`.
        article: The article.

    Raises:
        LibraryError: The library cannot be read.
    """
    everywhere = work.load(CORRECTIONS, EVERYWHERE).value
    here = with_context(work.load(CORRECTIONS, Scope.of(article)).value, article.text)
    return in_force(everywhere, here)


def as_left(work: Work, analysis: Analysis) -> Analysis | None:
    """Return an analysis corrected and muted by its reader, or None where nothing was changed.

    Args:
        work: The reader's work in the library, `library.work`.
        analysis: What the program has to say about an article.

    Raises:
        LibraryError: The library cannot be read.
    """
    corrections = corrections_on(work, analysis.article)
    return without_muted(apply(analysis, corrections), corrections) if corrections else None
