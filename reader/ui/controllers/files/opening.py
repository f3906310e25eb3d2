"""How articles get into the window: files, addresses, the clipboard, what was read recently."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.core.text.article import Article, count_words, is_web_address
from reader.intake.formats.front_matter import has_front_matter, split_front_matter
from reader.intake.formats.registry import file_kinds
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.window.welcome_page import Offer

PACK_SUFFIX = ".crlex"
LESSON_SUFFIX = ".crlesson"
_MOST_RECENT = 12
_MOST_OFFERED = 5
_LONGEST_TITLE = 200


class Opening(QObject):
    """Asks for an article and opens it.

    Signals:
        lesson_opened(str): A lesson was opened instead of an article.
        pack_opened(str): A packed lexicon was opened instead of an article.
        others_given(list): These are to be opened in tabs behind the first of them, which is
            opened next.
    """

    lesson_opened = Signal(str)
    pack_opened = Signal(str)
    others_given = Signal(object)

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts.window)
        window, session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._window = window
        self._article = session.article
        self._settings = session.settings
        self._file_kinds = self._kinds_of_files()
        window.recent_menu.article_requested.connect(self.open)
        window.drops.text_dropped.connect(self.take_text)
        window.drops.failed.connect(window.notes.show_trouble)
        window.notes.error.first_chosen.connect(self.paste)
        welcome = window.welcome
        welcome.address_requested.connect(self.choose_address)
        welcome.article_requested.connect(self.open)
        welcome.open_requested.connect(self.choose_file)
        welcome.library_requested.connect(window.actions_by_name["library"].trigger)
        welcome.paste_requested.connect(self.paste)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "open": self.choose_file,
            "open_address": self.choose_address,
            "paste": self.paste,
        }

    def _kinds_of_files(self) -> str:
        """Return what the file dialog offers: all articles, each format, everything."""
        kinds = file_kinds()
        every = (self.tr("Articles"), tuple(ending for _, endings in kinds for ending in endings))
        shown = [
            f"{self.tr(title)} ({' '.join(f'*{ending}' for ending in endings)})"
            for title, endings in (every, *kinds, (self.tr("Lessons"), (LESSON_SUFFIX,)))
        ]
        return ";;".join((*shown, self.tr("All files (*)")))

    def open(self, origin: str) -> None:
        """Open an article, or tell that it is a packed lexicon."""
        self._window.status.tell("")
        if origin.lower().endswith(PACK_SUFFIX):
            self.pack_opened.emit(origin)
        elif origin.lower().endswith(LESSON_SUFFIX):
            self.lesson_opened.emit(origin)
        else:
            self._article.open(origin)

    def choose_file(self) -> None:
        """Let the reader choose files; all but the first get tabs behind."""
        self.open_first(self._messages.ask_files(self.tr("Open articles"), self._file_kinds))

    def choose_address(self) -> None:
        """Let the reader type a web address; only then is anything fetched."""
        told = self.tr("The page is fetched once, from its own site, and only now:")
        address = self._messages.ask_words(self.tr("Open an address"), told, verb=self.tr("Open"))
        if address:
            is_whole = is_web_address(address)
            self._article.open(address if is_whole else f"https://{address}")

    def paste(self) -> None:
        """Take the article from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and (data.hasText() or data.hasHtml()):
            self.take_text(data.text(), data.html() if data.hasHtml() else "")

    def take_text(self, text: str, html: str) -> None:
        """Take pasted or dropped text; the piece of a page counts more.

        Where the words begin with facts on lines of their own, as in a file, they count more:
        an editor that hands on its letters' shapes too makes paragraphs of them.
        """
        if html.strip() and not has_front_matter(text):
            self._article.paste_html(html)
        else:
            self._article.paste_text(text)

    def open_first(self, origins: Sequence[str]) -> None:
        """Open the first of some articles that were dropped or named; the others get tabs."""
        if len(origins) > 1:
            self.others_given.emit(origins)
        if origins:
            self.open(origins[0])

    def open_sample(self) -> None:
        """Open the first sample."""
        samples = self._paths.samples
        if samples:
            self.open(str(samples[0]))

    def remember(self, article: Article) -> None:
        """Put an article that came from a file first among the recent ones."""
        if not _is_file(article.origin):
            return
        path = str(Path(article.origin).resolve())
        settings = self._settings.now
        others = (item for item in settings.recent if item != path)
        recent = (path, *others)[:_MOST_RECENT]
        titles = {**_titles(settings.recent_titles), path: article.name[:_LONGEST_TITLE]}
        line = json.dumps({item: titles[item] for item in recent if item in titles})
        self._settings.change(replace(settings, recent=recent, recent_titles=line))
        self._window.recent_menu.show_offers(self.recent())

    def recent(self) -> list[Offer]:
        """Return what was read recently, the samples left out."""
        samples = {str(path.resolve()) for path in self._paths.samples}
        titles = _titles(self._settings.now.recent_titles)
        recent = self._settings.now.recent
        return [self._read_before(item, titles) for item in recent if item not in samples]

    def _read_before(self, path: str, titles: Mapping[str, str]) -> Offer:
        """Return the offer of a recent file: its title, and the name of the file behind it."""
        is_there, name = _is_file(path), Path(path)
        detail = name.name if path in titles else ""
        told = detail if is_there else self.tr("moved or deleted")
        return Offer(path, titles.get(path, name.stem), told, is_there)

    def show_offers(self) -> None:
        """Fill the welcome page and the menu."""
        samples = [self._sample(path) for path in self._paths.samples]
        self._window.welcome.show_offers(samples, self.recent()[:_MOST_OFFERED])
        self._window.recent_menu.show_offers(self.recent())

    def _sample(self, path: Path) -> Offer:
        """Return the offer of a shipped sample: its title, outlet and length."""
        facts, body = split_front_matter(path.read_text(encoding="utf-8"))
        told = self.tr("{outlet}, {n} words")
        detail = told.format(outlet=facts.get("outlet", ""), n=count_words(body))
        return Offer(str(path), facts.get("title", path.stem), detail)


def _titles(line: str) -> Mapping[str, str]:
    """Return the titles in a line of settings; what is none in it is passed over."""
    try:
        plain = json.loads(line or "{}")
    except (ValueError, RecursionError):
        return {}
    found = plain.items() if isinstance(plain, dict) else ()
    return {path: title for path, title in found if isinstance(title, str)}


def _is_file(origin: str) -> bool:
    """Tell whether there is a file of this name; a name that no system takes is none."""
    try:
        return bool(origin) and Path(origin).is_file()
    except (OSError, ValueError):
        return False
