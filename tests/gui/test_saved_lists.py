"""The reader's lists as the editor keeps them: what another program did to them is told."""

from reader.core.languages.language import Languages
from reader.ui.places.editor.saved_lists import SavedLists

NAMES = ("birds", "boats", "winds")


def test_each_of_several_lists_that_are_broken_at_once_is_named(qapp, tmp_path):
    lists = SavedLists(tmp_path, (), Languages({}), None)
    lists.read()
    told = []
    lists.failed.connect(told.append)
    for name in NAMES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "lexicon.toml").write_text("name = [")
    lists.look_outside()
    (error,) = told
    assert error.message == "Not all of your lists could be read."
    assert all(name in error.hint for name in NAMES)
