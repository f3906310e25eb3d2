"""The tour of five steps over the first sample: what each step says, points at and does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.controllers import late_loads
from reader.ui.window.main_window import MainWindow
from reader.values import frozen

if TYPE_CHECKING:
    from reader.ui.places.tour.tour_card import TourCard, TourRing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@frozen
class TourStep:
    """One step.

    Attributes:
        title: Its heading.
        words: What it says, as rich text.
        thing: Returns what it points at.
        act: What it does to the window as it begins, or None.
        legend: A voice and how its words are drawn, a line each.
        is_for_page: It asks for keys of the page.
    """

    title: str
    words: str
    thing: Callable[[], QWidget | None]
    act: Callable[[], object] | None = None
    legend: tuple[tuple[str, str], ...] = ()
    is_for_page: bool = False


class Tour(QObject):
    """Walks through the window; what is pointed at can be used at once. Nothing of it is kept.

    Signals:
        sample_requested(): The first sample is to be on the page.

    Attributes:
        card: The card, while the tour is on.
    """

    sample_requested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._at = -1
        self.card: TourCard | None = None
        self._ring: TourRing | None = None
        self._marks = window.actions_by_name["show_marks"]
        self._marks.toggled.connect(self._marks_toggled)
        window.resized.connect(self._place)
        window.view.finding_focused.connect(self._place)  # the card goes along with the ring

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"tour": self.begin}

    def _steps(self) -> tuple[TourStep, ...]:
        window = self._window
        return (
            TourStep(
                self.tr("Read first"),
                self.tr(
                    "Marks are off. What happened, in one sentence? When you have read it, press "
                    "<b>M</b>."
                ),
                self._marks_button,
                self._hide_marks,
            ),
            TourStep(
                self.tr("A mark is a question"),
                self.tr(
                    "A tint and a line lie under the word, its letter stands in the margin. Press "
                    "<b>F8</b> for the next one, <b>Enter</b> for its question."
                ),
                self._page,
                self._show_marks,
                is_for_page=True,
            ),
            TourStep(
                self.tr("Whose words?"),
                self.tr(
                    "A loaded word weighs differently in the writer’s mouth and in somebody "
                    "else’s. Try it: press <b>Quoted</b>."
                ),
                self._voices,
                legend=self._legend(),
            ),
            TourStep(
                self.tr("Who speaks, how sure"),
                self.tr(
                    "Each tab shows another layer: wording, sources, signs of doubt, names. One "
                    "lies on the page at a time."
                ),
                self._tabs,
                window.actions_by_name["sourcing"].trigger,
            ),
            TourStep(
                self.tr("Correct it, keep it"),
                self.tr(
                    "The program makes mistakes. The right button on words corrects it. What you "
                    "read is kept in the library, <b>Ctrl+L</b>, if you want it."
                ),
                self._library_button,
            ),
        )

    def _legend(self) -> tuple[tuple[str, str], ...]:
        return (
            ("narrator", self.tr("solid: the narrator")),
            ("direct", self.tr("hatched on a band: quoted")),
            ("indirect", self.tr("hatched under a roof: reported")),
        )

    # -- what is pointed at --------------------------------------------------------------------

    def _marks_button(self) -> QWidget | None:
        return self._window.button_of("show_marks")

    def _library_button(self) -> QWidget | None:
        return self._window.button_of("shelf")

    def _page(self) -> QWidget | None:
        return self._window.view

    def _voices(self) -> QWidget | None:
        return self._window.voices

    def _tabs(self) -> QWidget | None:
        tabs = self._window.tabs
        return tabs.tabBar() if tabs.isVisible() else self._window.panel.rail

    def _hide_marks(self) -> None:
        if self._marks.isChecked():
            self._marks.trigger()

    def _show_marks(self) -> None:
        if not self._marks.isChecked():
            self._marks.trigger()
        self._window.view.focus_next()

    # -- walking -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin with the first step, over the first sample."""
        self.end()
        self.sample_requested.emit()
        window = self._window
        make_card, make_ring = late_loads.tour_card()
        self.card, self._ring = make_card(window.theme, window), make_ring(window.theme, window)
        self.card.stepped.connect(self._step)
        self.card.ended.connect(self.end)
        window.installEventFilter(self)
        self._go_to(0)

    def end(self) -> None:
        """End the tour; the page stays as it is."""
        card, ring, self.card, self._ring, self._at = self.card, self._ring, None, None, -1
        self._window.removeEventFilter(self)
        for widget in (card, ring):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if card is not None:
            self._window.view.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take keys that nothing else in the window had a use for.

        Esc ends the tour; Enter opens the card of the mark that the tour speaks of.
        """
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in _ENTER and self._at >= 0 and self._steps()[self._at].is_for_page:
            self._window.view.open_card()
        else:
            return False
        return True

    def _step(self, steps: int) -> None:
        self._go_to(self._at + steps)

    def _go_to(self, number: int) -> None:
        steps = self._steps()
        if self.card is None or not 0 <= number < len(steps):
            self.end()
            return
        self._at = -1  # what the step does to the marks is no answer to it
        step = steps[number]
        if step.act is not None:
            step.act()
        self._at = number
        self.card.show_step(number + 1, len(steps), (step.title, step.words), step.legend)
        self._place()

    def _marks_toggled(self, is_on: bool) -> None:  # noqa: FBT001 -- a slot
        """Go on by itself when the reader has brought the marks."""
        if self._at == 0 and is_on:
            self._step(1)

    def _place(self) -> None:
        if self.card is None or self._ring is None or self._at < 0:
            return
        thing = self._steps()[self._at].thing()
        if thing is None:
            return
        corner = thing.mapTo(self._window, QPoint(0, 0))
        area = QRect(corner, thing.size())
        is_page = thing is self._window.view
        if is_page:
            area = self._mark_area() or area
        self._ring.setVisible(not is_page)  # a mark has a ring of its own
        if not is_page:
            self._ring.show_around(area)
        self.card.stand_by(area, self._window.rect())

    def _mark_area(self) -> QRect | None:
        """Return where the mark with the ring stands in the window, or None."""
        view = self._window.view
        mark = view.focused_finding()
        rects = view.rects_of(mark.span) if mark is not None else []
        if not rects:
            return None
        area = rects[0].toAlignedRect()
        return QRect(view.viewport().mapTo(self._window, area.topLeft()), area.size())
