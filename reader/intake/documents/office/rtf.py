"""RTF -> an Article. striprtf knows code pages and Unicode; pictures are cut out before."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from striprtf.striprtf import rtf_to_text

from reader.core.text.article import Article, Removed
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import document_facts, with_facts_of_text
from reader.intake.documents.packs import damaged, too_large
from reader.intake.pages.blocks import NOTE
from reader.intake.pages.reasons import REASONS
from reader.intake.text.decode import plain_characters
from reader.intake.text.plain_text import read_plain_text

_LARGEST = 6_000_000  # characters without the pictures; striprtf takes 0.6 µs or more for each
_PLACE = "document properties"
_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{256,}")  # the bytes of a picture or of an object
_RAW = re.compile(r"\\bin(\d{1,9}) ?")
# Parted by a space, which says nothing: striprtf puts the addresses of links into the text, and
# looks for them in a way that takes hours on a line made to do harm.
_FIELD = re.compile(r"(?i)\\field\{")
# Its way of reading fonts takes as long, so it is given a table that we wrote.
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,5})[^;{}]{0,200}?\\fcharset(\d{1,3})")
_MOST_FONTS = 500
_INFO = re.compile(r"\{\\(title|author|creatim)\b([^{}]{0,500})\}")
_GROUP = re.compile(r"\{(?:\\\*)?\\(footnote|shp)\b ?")
_BOX = re.compile(r"\{(?:\\\*)?\\shptxt\b ?")
_BRACKET = re.compile(r"\\.|[{}]", re.DOTALL)
_NOTE_BEGINS, _NOTE_ENDS = "\x01", "\x02"  # what no text holds
_NOTE = re.compile(f"{_NOTE_BEGINS}([^{_NOTE_BEGINS}{_NOTE_ENDS}]*){_NOTE_ENDS}")
_SKIPPED = re.compile(r"\\uc\d{2,}")  # signs to pass over behind one in Unicode; it is one or two
_DAY = re.compile(r"\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_LOOKED_AT = 200_000  # characters at the top, where the properties stand


def read_rtf(data: bytes, origin: str, name: str) -> Article:
    """Return the article in an RTF file.

    Raises:
        ImportFailedError: It is damaged, too large or without words.
    """
    source = _SKIPPED.sub(r"\\uc1", _PICTURE.sub("", _without_raw(data.decode("latin-1"))))
    if len(source) > _LARGEST:
        raise too_large(name)
    told = _text(_with_notes_told(source), name)
    text = plain_characters(_NOTE.sub("", told)).replace("\u00ad", "")
    if not text.strip():
        raise ImportFailedError(f"“{name}” holds no words.", hint="Choose another file.")
    facts = document_facts(_properties(source[:_LOOKED_AT]), _PLACE)
    article = read_plain_text(text, origin)
    words = (" ".join(plain_characters(note).split()) for note in _NOTE.findall(told))
    left = (Removed(one, REASONS[NOTE], len(article.text)) for one in words if one)
    whole = replace(article, facts=facts, removed=(*article.removed, *left))
    return with_facts_of_text(whole)


def _with_notes_told(source: str) -> str:
    """Return an RTF file whose notes stand in its text between two signs.

    There they are read with its code page and its fonts. The words of text boxes stand apart.
    """
    parts: list[str] = []
    place = 0
    for found in _GROUP.finditer(source):
        if found.start() < place:
            continue
        end = _end_of_group(source, found.start())
        if end < 0:
            break
        parts.append(source[place : found.start()])
        if found[1] == "footnote":
            parts.append(f"{{{_NOTE_BEGINS}{{{source[found.end() : end]}{_NOTE_ENDS}}}")
        else:
            parts.append(_boxes(source[found.start() : end]))
        place = end
    return "".join([*parts, source[place:]])


def _boxes(shape: str) -> str:
    """Return the words of the text boxes in a shape as paragraphs, or the shape without any."""
    found, place = [], 0
    for box in _BOX.finditer(shape):
        if box.start() >= place:
            place = _end_of_group(shape, box.start())  # the shape is whole, and so is this
            found.append(f"\\par {{{shape[box.end() : place]}\\par ")
    return "".join(found) or shape


def _end_of_group(source: str, start: int) -> int:
    """Return where a group ends, behind its bracket, or -1."""
    depth = 0
    for sign in _BRACKET.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if not depth:
            return sign.end()
    return -1


def _text(source: str, name: str) -> str:
    tamed = _with_own_fonts(_FIELD.sub(r"\\field {", source))
    try:
        text = rtf_to_text(tamed, errors="replace")  # type: ignore[no-untyped-call]  # has no types
        return str(text)
    except Exception as error:  # what striprtf raises on a damaged file is no list
        raise damaged(name) from error


def _with_own_fonts(source: str) -> str:
    """Return an RTF file with a table of fonts before its own that is short and well formed."""
    found = _FONTS.search(source)
    if found is None:
        return source
    fonts = islice(_FONT.finditer(source, found.end()), _MOST_FONTS)
    rows = "".join(f"{{\\f{one.group(1)}\\fcharset{one.group(2)} a;}}\n" for one in fonts)
    return f"{source[: found.start()]}{{\\fonttbl\n{rows}}}{source[found.start() :]}"


def _without_raw(source: str) -> str:
    """Return an RTF file without the bytes of pictures that stand in it as they are."""
    parts, place = [], 0
    for found in _RAW.finditer(source):
        if found.start() >= place:
            parts.append(source[place : found.start()])
            place = found.end() + int(found.group(1))
    return "".join([*parts, source[place:]])


def _properties(source: str) -> Mapping[str, str]:
    told = dict(_INFO.findall(source))
    day = _DAY.search(told.get("creatim", ""))
    words = {key: _text("{" + told.get(key, "") + "}", "") for key in ("title", "author")}
    if day is None:
        return words
    year, month, number = day.groups()
    return {**words, "date": f"{year}-{month:0>2}-{number:0>2}"}
