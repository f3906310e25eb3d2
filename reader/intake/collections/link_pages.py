"""Pages that are lists of links: bookmarks of browsers, Pocket. Nothing in them is fetched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from reader.intake.collections.tables import MOST_ITEMS
from reader.intake.documents.xml_parts import attributes_of
from reader.intake.pages.markup.tree import page_tree
from reader.intake.text.decode import decode
from reader.values import frozen

_LONGEST = 500  # characters of a title or a note
_DEEPEST = 20  # folders in folders
_NESTING = frozenset({"dl", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@frozen
class KeptLink:
    """A link in a list of links.

    Attributes:
        words: Its words.
        attributes: What its tag says, by names in lower case.
        heading: The heading that it stands under.
        folders: The headings of the lists that it stands in, the outermost first.
        note: What stands below it, or "".
    """

    words: str
    attributes: Mapping[str, str]
    heading: str
    folders: tuple[str, ...]
    note: str = ""


def links_of(data: bytes, name: str) -> Iterator[KeptLink]:
    """Yield the links of a page, each with the folders that it stands in.

    Raises:
        ImportFailedError: There is nothing in it that can be read.
    """
    walk = _Walk()
    events = etree.iterwalk(page_tree(decode(data, name), name), events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.leave(element.tag)
        else:
            yield from walk.enter(element)
        if walk.count > MOST_ITEMS:
            return
    yield from walk.finished()


@dataclass(slots=True)
class _Walk:
    """One pass over a page; a link waits for the note that may stand below it."""

    folders: list[str] = field(default_factory=list)
    heading: str = ""
    is_title: bool = False
    count: int = 0
    waiting: list[KeptLink] = field(default_factory=list)

    def enter(self, element: etree._Element) -> Iterator[KeptLink]:
        """Begin an element; yield the link before, if it is known whole."""
        tag = element.tag
        if tag in _NESTING:
            is_folder = not self.is_title and len(self.folders) < _DEEPEST
            self.folders.append(self.heading if is_folder else "")
            self.heading = self.heading if tag == "ul" else ""
        elif tag in _HEADINGS:
            self.heading = _words(element)
            self.is_title = tag == "h1"  # of the page, not of a folder
        elif tag == "a" and element.get("href"):
            yield from self.finished()
            self.count += 1
            told = {key.lower(): value for key, value in attributes_of(element).items()}
            inside = tuple(filter(None, self.folders))
            self.waiting = [KeptLink(_words(element), told, self.heading, inside)]
        elif tag == "dd":
            note = " ".join(str(element.text or "").split())[:_LONGEST]
            self.waiting = [replace(link, note=note) for link in self.waiting]

    def leave(self, tag: object) -> None:
        """End an element."""
        if tag in _NESTING and self.folders:
            self.folders.pop()

    def finished(self) -> Iterator[KeptLink]:
        """Yield the link that waits, if there is one."""
        yield from self.waiting
        self.waiting = []


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())[:_LONGEST]
