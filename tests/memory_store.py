"""The store in memory: what the window and the tests get instead of files."""

from reader.core.corrections import EVERYWHERE, merged
from reader.core.notes import merged_notes
from reader.settings import Settings
from reader.storage.user_data.settings_file import merged_settings
from reader.storage.user_data.store import Kept, Loaded


class MemoryStore:
    """Keeps everything by its scope, and can be told to fail."""

    def __init__(self, settings=None):
        self.settings = settings or Settings()
        self.kept = {}
        self.notes = {}
        self.failure = None
        self.problem = None  # with what is kept of corrections

    def prepare(self):
        return None

    def load_settings(self):
        return Loaded(self.settings)

    def save_settings(self, before, after):
        self._fail()
        self.settings = merged_settings(before, after, self.settings)
        return self.settings

    def load_corrections(self, scope):
        if self.problem is not None:
            return Loaded((), self.problem)
        return Loaded(self._of(self.kept, scope))

    def load_notes(self, scope):
        return Loaded(self._of(self.notes, scope))

    def _of(self, kept, scope):
        own = [one for one in kept if (one.text, one.place) == (scope.text, scope.place)]
        text = [one for one in kept if one.text == scope.text != ""]
        place = [one for one in kept if one.place == scope.place and scope.origin]
        found = (*own, *text[::-1], *place[::-1])
        return kept[found[0]] if found else ()

    def save_corrections(self, scope, before, after):
        return self._save(self.kept, merged, scope, before, after)

    def save_notes(self, scope, before, after):
        return self._save(self.notes, merged_notes, scope, before, after)

    def _save(self, kept, merge, scope, before, after):
        self._fail()
        both = merge(before, after, self._of(kept, scope))
        kept.pop(scope, None)  # the latest comes last
        kept[scope] = both
        return both

    def all_corrections(self):
        for scope in sorted(self.kept, key=lambda item: (item != EVERYWHERE, item.origin)):
            yield from (Kept(scope, correction) for correction in self.kept[scope])

    def _fail(self):
        if self.failure is not None:
            raise self.failure
