"""The classes of the verbs with which a source is made to speak."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import panel_categories
from reader.core.views.balance import VerbUse
from reader.ui.panels.sourcing.source_rows import VerbWords

_PLAIN = frozenset({"neutral", "source-phrase", "noun-cue", "formal"})  # classes without words


class VerbClasses:
    """Names the class of a verb, where it is worth a word."""

    def __init__(self, analysis: Analysis) -> None:
        self._classes = {item.id: item for item in panel_categories(analysis, "sourcing")}

    def words(self, use: VerbUse) -> str:
        """Return the class of a verb, or "" for a neutral one."""
        category = self._classes.get(use.verb_class or "")
        return category.name.lower() if category and category.id not in _PLAIN else ""

    def verb(self, use: VerbUse) -> VerbWords:
        """Return a verb with how often it is used, and its class."""
        times = len(use.attributions)
        return VerbWords(f"{use.words} ×{times}" if times > 1 else use.words, self.words(use))
