"""The store in memory: what the window and the tests get instead of files."""

from reader.core.corrections import EVERYWHERE, merged
from reader.settings import Settings
from reader.storage.user_data.settings_file import merged_settings
from reader.storage.user_data.store import Kept, Loaded


class MemoryStore:
    """Keeps everything by its scope, and can be told to fail."""

    def __init__(self, settings=None):
        self.settings = settings or Settings()
        self.kept = {}
        self.failure = None

    def prepare(self):
        return None

    def load_settings(self):
        return Loaded(self.settings)

    def save_settings(self, before, after):
        self._fail()
        self.settings = merged_settings(before, after, self.settings)
        return self.settings

    def load_corrections(self, scope):
        own = [kept for kept in self.kept if (kept.text, kept.place) == (scope.text, scope.place)]
        text = [kept for kept in self.kept if kept.text == scope.text != ""]
        place = [kept for kept in self.kept if kept.place == scope.place and scope.origin]
        found = (*own, *text[::-1], *place[::-1])
        return Loaded(self.kept[found[0]] if found else ())

    def save_corrections(self, scope, before, after):
        self._fail()
        both = merged(before, after, self.load_corrections(scope).value)
        self.kept.pop(scope, None)  # the latest comes last
        self.kept[scope] = both
        return both

    def all_corrections(self):
        for scope in sorted(self.kept, key=lambda item: (item != EVERYWHERE, item.origin)):
            yield from (Kept(scope, correction) for correction in self.kept[scope])

    def _fail(self):
        if self.failure is not None:
            raise self.failure
