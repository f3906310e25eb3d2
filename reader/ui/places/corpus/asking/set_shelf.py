"""The sets that were read last, so that the next question about them is quick."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.batch.article_sets import ArticleSet, SetReader, kept_ids
from reader.core.across.corpora.voiced_text import VoicedText
from reader.errors import ReaderError
from reader.ui.places.corpus.asking.questions import SetChoice

if TYPE_CHECKING:
    from reader.core.analysis.analysing import AnalysisTools
    from reader.paths import Paths
    from reader.storage.library.library import Library

_HELD = 3  # sets
_MOST_HELD = 20_000  # articles, some 200 MB; larger sets are read again for every question

Tell = Callable[[int], None]


class SetShelf:
    """Reads sets on a worker, and holds the last ones."""

    def __init__(
        self,
        library: "Library | None",
        paths: "Paths",
        tools: "Callable[[], AnalysisTools | None]",
    ) -> None:
        """Use a library.

        Args:
            library: The library, or None where nothing is kept.
            paths: Where the lexicons lie that a folder is analysed with.
            tools: Returns what analyses articles, once it has been loaded.
        """
        self._library, self._paths, self._tools = library, paths, tools
        self._held: OrderedDict[tuple[SetChoice, object], ArticleSet] = OrderedDict()

    def state(self) -> object:
        """Return what is another after any change of the library; for the window's thread."""
        return self._library.change_number() if self._library is not None else None

    def get(self, choice: SetChoice, state: object, tell: Tell) -> ArticleSet:
        """Return a set, as it was in a state of the library.

        Raises:
            ReaderError: It cannot be read, or it has no article.
        """
        key = (choice, None if choice.kind == "folder" else state)
        found = self._held.pop(key, None)
        if found is None:
            found = self._read(choice, self._known(state), tell)
            if not found.texts:
                raise ReaderError(
                    _tr("There is no article to count in “{name}”.").format(name=found.name),
                    hint=" ".join(found.problems[:3]) or _tr("Choose another set."),
                )
        if len(found.texts) <= _MOST_HELD:
            self._held[key] = found
        while len(self._held) > _HELD:
            self._held.popitem(last=False)
        return found

    def _known(self, state: object) -> Iterator[VoicedText]:
        """Yield the articles that other sets of the library hold, as they are in a state."""
        for (choice, was), held in self._held.items():
            if choice.kind != "folder" and was == state:
                yield from held.texts

    def _read(self, choice: SetChoice, known: Iterable[VoicedText], tell: Tell) -> ArticleSet:
        reader = SetReader(self._paths, tell, self._tools(), known)
        if choice.kind == "folder":
            return reader.of_articles(Path(choice.detail))
        if self._library is None:
            hint = _tr("Choose a folder of articles.")
            raise ReaderError(_tr("The library is not open."), hint=hint)
        name = choice.name or _tr("the library")
        is_chosen = choice.kind == "chosen"  # one by one, copies too
        ids = _ids(self._library, choice)
        return reader.of_kept(self._library, name, ids, counts_copies=is_chosen)


def _ids(library: "Library", choice: SetChoice) -> tuple[str, ...]:
    """Return the ids of the articles of a set."""
    if choice.kind == "chosen":
        return choice.ids
    is_named = choice.kind in {"collection", "tag"}
    return kept_ids(library, choice.kind, choice.name if is_named else choice.detail)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusSets", words)
