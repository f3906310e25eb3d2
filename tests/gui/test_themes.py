"""The contrast of the themes, computed as WCAG 2 has it."""

import pytest
from PySide6.QtGui import QColor

from reader.ui.theme import THEMES

CONTRAST = [theme for theme in THEMES.values() if theme.is_contrast]
GROUNDS = ("page", "chrome", "panel", "raised", "band", "accent_wash", "hover")
LINES = ("line2", "hedge", "accent", "focus", "warn")
CONTROLS = ("page", "chrome", "panel", "raised", "band", "accent_wash")


def luminance(color):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


def laid(color, alpha, ground):
    """Return a colour laid on a ground at an opacity."""
    color, ground = QColor(color), QColor(ground)
    mixed = [
        alpha * over + (1 - alpha) * under
        for over, under in zip(color.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)


def tints(theme):
    return [
        laid(slot, theme.tint, ground)
        for slot in theme.slots
        for ground in (theme.page, theme.band)
    ]


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("theme", CONTRAST, ids=lambda theme: theme.name)
def test_text_of_high_contrast_stands_at_seven_on_every_ground(theme):
    grounds = [getattr(theme, name) for name in (*GROUNDS, "warn_wash")] + tints(theme)
    low = [
        (name, QColor(ground).name())
        for ground in grounds
        for name in ("text", "text2")
        if contrast(getattr(theme, name), ground) < 7
    ]
    assert low == []
    assert contrast(theme.on, theme.accent) >= 7
    assert contrast(theme.warn, theme.warn_wash) >= 7


@pytest.mark.parametrize("theme", CONTRAST, ids=lambda theme: theme.name)
def test_every_line_of_high_contrast_stands_at_four_and_a_half(theme):
    low = [
        (line, ground)
        for line in LINES
        for ground in CONTROLS
        if contrast(getattr(theme, line), getattr(theme, ground)) < 4.5
    ]
    assert low == []
    marks = [
        (slot, ground.name())
        for slot in theme.slots
        for ground in (
            QColor(theme.page),
            QColor(theme.panel),
            QColor(theme.band),
            laid(slot, theme.tint, theme.page),
            laid(slot, theme.tint, theme.band),
        )
        if contrast(slot, ground) < 4.5
    ]
    assert marks == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_of_every_theme_stands_at_seven_on_page_and_panel(theme):
    assert all(contrast(theme.text, getattr(theme, ground)) >= 7 for ground in ("page", "panel"))
    assert all(contrast(theme.text2, getattr(theme, ground)) >= 4.5 for ground in GROUNDS[:4])
