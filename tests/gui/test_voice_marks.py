"""How the page shows who speaks: joined bands, roofs that touch no letter, quiet sentences."""

import pytest
from measure_roofs import CAPITALS, RATIOS, gap_under_roof
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from reader.core.sources.voice import VoiceStretch
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.paths import default_paths
from reader.ui.reading_view.painting.voices import VoicePainter
from reader.ui.reading_view.typesetting.geometry import PageGeometry
from reader.ui.reading_view.typesetting.page import PageSetter
from reader.ui.theme import LIGHT, load_fonts


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp):
    load_fonts(default_paths().resources)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("size_px", [15, 19, 22, 32])
def test_no_capital_touches_the_roof(size_px, ratio):
    gaps = {one: gap_under_roof(one, size_px, ratio)[0] for one in f"{CAPITALS}E“"}
    assert min(gaps.values()) >= 1, gaps


def painted(geometry, stretches, *, washed=None, is_strong=False):
    """Return a picture of the voices of a page, without its text."""
    image = QImage(700, 260, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.page))
    painter = QPainter(image)
    VoicePainter(painter, LIGHT, geometry, 1.0).paint(stretches, washed, is_strong=is_strong)
    painter.end()
    return image


def column(image, x):
    return [image.pixelColor(x, y).name().upper() for y in range(image.height())]


@pytest.fixture
def geometry():
    text = ("It rained. " * 30).strip()
    document = QTextDocument()
    document.setDocumentMargin(20)
    article = Article(text, (Zone("paragraph", Span(0, len(text))),))
    offsets = PageSetter(LIGHT, 19, 600).fill(document, article, 0)
    document.setTextWidth(640)
    document.documentLayout().documentSize()
    yield PageGeometry(document, offsets)
    document.deleteLater()


def test_a_band_has_no_stripes(geometry):
    span = Span(0, 200)
    pieces = geometry.pieces(span)
    assert len(pieces) >= 3
    image = painted(geometry, [VoiceStretch(span, "direct", 1)])
    rows = column(image, round(pieces[1].left) + 40)
    found = [number for number, name in enumerate(rows) if name == LIGHT.band]
    assert found == list(range(found[0], found[-1] + 1))
    assert len(found) == pytest.approx(29 + 30 * (len(pieces) - 1), abs=1)


@pytest.mark.parametrize(("is_strong", "thick"), [(False, 1), (True, 2)])
def test_a_roof_runs_over_every_line_and_has_two_feet(geometry, is_strong, thick):
    span = Span(4, 150)
    pieces = geometry.pieces(span)
    image = painted(geometry, [VoiceStretch(span, "indirect", 1)], is_strong=is_strong)
    middle = column(image, round(pieces[1].left) + 40)
    assert middle.count(LIGHT.line2) == thick * len(pieces)
    left = column(image, round(pieces[0].left) - 1)
    assert left.count(LIGHT.line2) >= 5
    assert set(column(image, round(pieces[1].left) - 3)) == {LIGHT.page.upper()}


def test_a_washed_sentence_shows_through_a_band(geometry):
    band = [VoiceStretch(Span(0, 200), "direct", 1)]
    plain, washed = painted(geometry, band), painted(geometry, band, washed=Span(0, 10))
    spot = (round(geometry.pieces(Span(0, 10))[0].left) + 4, 60)
    rows = column(washed, spot[0])
    assert rows != column(plain, spot[0])
    assert LIGHT.accent_wash not in rows
