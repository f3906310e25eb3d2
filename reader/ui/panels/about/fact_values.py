"""Facts as they are shown and typed: a date in words, a language by its name."""

from PySide6.QtCore import QCoreApplication, QLocale

from reader.intake.text.date_lines import date_in
from reader.ui.marks.dates import date_text

DAYS = frozenset({"date", "changed"})  # facts that are a day


def shown_fact(name: str, value: str) -> str:
    """Return a fact as it is shown; "" where it is not known."""
    if name == "language":
        return language_words(value)
    return date_text(value) if name in DAYS else value


def typed_fact(name: str, words: str) -> str | None:
    """Return the fact that somebody typed: "" for none known, None where it is no such fact."""
    typed = " ".join(words.split())
    if not typed:
        return ""
    if name in DAYS:
        return date_in(typed)
    return language_code(typed) if name == "language" else typed


def what_to_type(name: str) -> str:
    """Return how a fact is to be written, for one that was not understood."""
    if name in DAYS:
        return _tr("Write it as 2025-05-09 or 9 May 2025, or nothing where there is none.")
    return _tr("Write a language such as English or German, or nothing where it is not known.")


def language_words(code: str) -> str:
    """Return the name of a language, or its code where Qt knows no name."""
    language = QLocale(code).language()
    is_known = code and language != QLocale.Language.C
    return QLocale.languageToString(language) if is_known else code


def language_code(words: str) -> str | None:
    """Return the code of a language by its English name, its own name or its code, or None."""
    plain = words.casefold()
    for language in QLocale.Language:
        code = QLocale.languageToCode(language)
        if len(code) != 2 or language == QLocale.Language.C:
            continue
        names = (code, QLocale.languageToString(language), QLocale(language).nativeLanguageName())
        if plain in (name.casefold() for name in names):
            return code
    return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("DetailsPage", words)
