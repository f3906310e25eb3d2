"""The parts of the library's page in one place, for those who load them late."""

from collections.abc import Callable, Sequence
from types import ModuleType

from reader.core.across.versions import Change
from reader.ui.places.library.adding import adding_work
from reader.ui.places.library.adding.add_dialog import AddDialog
from reader.ui.places.library.adding.adding_work import AddingReport
from reader.ui.places.library.adding.report_dialog import ReportDialog, report_words
from reader.ui.places.library.library_place import LibraryPlace
from reader.ui.places.library.shelf.shelf import Shelf
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from reader.ui.places.library.versions.changes_page import ChangesPage
from reader.ui.places.library.versions.version_text import words_changed
from reader.ui.places.library.versions.versions_dialog import VersionsDialog
from reader.values import frozen


@frozen
class LibraryPlaceParts:
    """What the controllers need, once somebody goes to the library.

    Attributes:
        place: The page of the window.
        tree_place: A row of its tree.
        shelf: The list over the page.
        dialog: The dialog that adds articles.
        report: What an import has done so far.
        reports: The dialog that shows reports.
        report_words: Returns the first line of a report.
        versions: The dialog that shows what changed between versions.
        changes: The page of what changed between versions.
        words_changed: Returns how many words are new, and how many are gone.
        work: What workers do to add articles.
    """

    place: type[LibraryPlace] = LibraryPlace
    tree_place: type[TreePlace] = TreePlace
    shelf: type[Shelf] = Shelf
    dialog: type[AddDialog] = AddDialog
    report: type[AddingReport] = AddingReport
    reports: type[ReportDialog] = ReportDialog
    report_words: Callable[[AddingReport], str] = report_words
    versions: type[VersionsDialog] = VersionsDialog
    changes: type[ChangesPage] = ChangesPage
    words_changed: Callable[[str, str, Sequence[Change]], tuple[int, int]] = words_changed
    work: ModuleType = adding_work
