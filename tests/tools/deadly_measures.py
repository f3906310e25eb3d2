"""Measures of readability that end their process, which tests have other processes import."""

import os
from collections.abc import Callable

from reader.core.analysis.analysis import Analysis
from reader.paths import Paths


def dies_at_deadly(_paths: Paths) -> Callable[[Analysis], tuple[()]]:
    """Return what ends its process at a text with the word, as for want of memory."""

    def measure(analysis: Analysis) -> tuple[()]:
        if "deadly" in analysis.article.text:
            os._exit(9)
        return ()

    return measure
