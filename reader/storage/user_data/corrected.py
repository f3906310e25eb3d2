"""An analysis as its reader left it: with the kept corrections, and without what was muted."""

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import (
    EVERYWHERE,
    Scope,
    apply,
    in_force,
    with_context,
    without_muted,
)
from reader.errors import ReaderError
from reader.storage.user_data.store import Store


def corrected(analysis: Analysis, store: Store) -> tuple[Analysis, tuple[ReaderError, ...]]:
    """Return an analysis as its reader corrected and muted it, and what could not be read.

    Args:
        analysis: What the program has to say about an article.
        store: Where the corrections of the article are kept.
    """
    article = analysis.article
    everywhere = store.load_corrections(EVERYWHERE)
    here = store.load_corrections(Scope.of(article))
    corrections = in_force(everywhere.value, with_context(here.value, article.text))
    problems = tuple(one.problem for one in (everywhere, here) if one.problem is not None)
    return without_muted(apply(analysis, corrections), corrections), problems
