"""Line by line: LIWC `.dic`, Lexicoder `.lc3` and WordStat `.cat`."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Lexicon
from reader.storage.interchange.drafts import Exported, Imported, ListDraft
from reader.storage.interchange.list_format import ListFormat, from_text, without_papers
from reader.storage.interchange.spellings import by_category, losses

_CONDITION = re.compile(r"\([^)]*\)|<[^>]*>")
_WEIGHT = re.compile(r"\((-?\d+(?:[.,]\d+)?)\)$")
_NO_WEIGHT = re.compile(r"1(?:[.,]0+)?")
_BETWEEN_KEYS = re.compile(r"[\s,]+")
_LONGEST = 2_000  # characters of a line
_DEEPEST = 20  # levels of categories
_BELOW = " / "  # between a category and one below it


def _lines(text: str, draft: ListDraft) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, but for those that nobody wrote."""
    for number, line in enumerate(draft.first_lines(text).split("\n"), start=1):
        if len(line) > _LONGEST:
            draft.complain(number, f"the line is longer than {_LONGEST:,} characters.")
        else:
            yield number, line


def read_liwc(text: str, name: str, language: Language) -> Imported:
    """Read a LIWC dictionary: numbered categories between two `%`, then words and numbers."""
    draft = ListDraft(name, language)
    names: dict[str, str] = {}
    part = 0  # 1 in the legend, 2 in the words
    for number, raw in _lines(text, draft):
        line = raw.strip()
        if line == "%":
            part += 1
        elif line and part == 1:
            key, _, called = line.partition("\t" if "\t" in line else " ")
            key = _number(key.strip())  # some write a blank before the tab
            if key.isdecimal() or (called.strip() and "\t" in line):
                _name_category(key, called.strip() or key, number, names, draft)
            else:
                draft.complain(number, f"“{line[:40]}” is no numbered category.")
        elif line and part >= 2:
            _read_liwc_word(line, number, names, draft)
    if part < 2:
        draft.complain(0, "the categories must stand between two lines of %; none were found.")
    return draft.finished()


def _number(key: str) -> str:
    """Return the number of a category as it stands elsewhere: 01 is 1."""
    return key.lstrip("0") or key


def _name_category(
    key: str, called: str, number: int, names: dict[str, str], draft: ListDraft
) -> None:
    """Take a line of the legend; what gives a number a second name is told."""
    if names.setdefault(key, called) != called:
        draft.complain(number, f"category {key} is “{names[key]}” already, and stays so.")
    else:
        draft.category(called)


def _read_liwc_word(line: str, number: int, names: dict[str, str], draft: ListDraft) -> None:
    told, _, behind = line.partition("\t")  # "channel 4" and "cpi(m)" stand before a tab
    if _CONDITION.search(behind or line) or "<" in told or " (" in told:
        draft.complain(
            number, f"“{line[:40]}” has a condition in brackets, which is not known here."
        )
        return
    word, keys = told.strip(), list(filter(None, _BETWEEN_KEYS.split(behind)))
    if not keys or not all(key.isdecimal() or key in names for key in keys):
        found = re.fullmatch(r"(.*?)((?:\s+\d+)+)", line)
        if found is None:
            draft.complain(number, f"“{line[:40]}” names no category.")
            return
        word, keys = found.group(1).strip(), found.group(2).split()
    keys = list(map(_number, keys))
    draft.add_to_all(word, (names[key] for key in keys if key in names), number)
    for key in keys:
        if key not in names:
            draft.complain(number, f"category {key} of “{word[:40]}” is not in the legend.")


def write_liwc(lexicon: Lexicon) -> Exported:
    """Write a LIWC dictionary; inflections are written out."""
    lines = ["%"]
    lines += [f"{n}\t{category.name}" for n, category in enumerate(lexicon.categories, start=1)]
    lines.append("%")
    numbers: dict[str, list[int]] = {}
    for number, (_, spelt) in enumerate(by_category(lexicon), start=1):
        for text in spelt:
            numbers.setdefault(text.lower(), []).append(number)
    lines += ["\t".join((text, *map(str, found))) for text, found in sorted(numbers.items())]
    return Exported(_file(lines), ".dic", losses(lexicon, "LIWC"))


def read_lexicoder(text: str, name: str, language: Language) -> Imported:
    """Read a Lexicoder list: `+category`, then one word a line."""
    draft = ListDraft(name, language)
    category = ""
    for number, raw in _lines(text, draft):
        line = raw.strip()
        if line.startswith("+"):
            category = line[1:].strip()
            draft.category(category)
        elif line and not category:
            draft.complain(number, f"“{line[:40]}” stands before the first +category.")
        elif line:
            draft.add(line, category, number)
    return draft.finished()


def write_lexicoder(lexicon: Lexicon) -> Exported:
    """Write a Lexicoder list; inflections are written out."""
    lines, left = [], []
    for name, spelt in by_category(lexicon):
        words = [text.lower() for text in spelt]
        left += [text for text in words if text.startswith("+")]
        lines += [f"+{name}", *(text for text in words if not text.startswith("+"))]
    told = _told(left, "Lexicoder takes a word with + before it for a category; left out:")
    return Exported(_file(lines), ".lc3", (*losses(lexicon, "Lexicoder"), *told))


def _told(words: Iterable[str], what: str) -> tuple[str, ...]:
    """Return a sentence on words that a format cannot hold, if there are any."""
    named = ", ".join(dict.fromkeys(words))
    return (f"{what} {named}.",) if named else ()


def read_wordstat(text: str, name: str, language: Language) -> Imported:
    """Read a WordStat dictionary: indents make levels, words end in a weight like ` (1)`."""
    draft = ListDraft(name, language)
    above: list[str] = []
    indents: list[int] = []  # of those above
    for number, raw in _lines(text, draft):
        line = raw.rstrip()
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip("\t "))
        depth = sum(1 for other in indents if other < indent)
        weight = _WEIGHT.search(line)
        word = _WEIGHT.sub("", line).strip().replace("_", " ")
        if weight is None:
            depth = min(depth, _DEEPEST)
            above[depth:], indents[depth:] = [word], [indent]
            draft.category(_BELOW.join(above))
        elif not above:
            draft.complain(number, f"“{word[:40]}” stands before the first category.")
        elif word.startswith("@"):
            draft.complain(number, f"“{word[:40]}” is a rule, which is not known here.")
        else:
            if not _NO_WEIGHT.fullmatch(weight.group(1)):
                draft.complain(number, f"the weight of “{word[:40]}” is not kept.")
            draft.add(word.lower(), _BELOW.join(above[: max(1, depth)]), number)
    return draft.finished()


def write_wordstat(lexicon: Lexicon) -> Exported:
    """Write a WordStat dictionary; inflections are written out."""
    lines: list[str] = []
    above: list[str] = []
    changed: list[str] = []
    rules: list[str] = []
    for name, spelt in by_category(lexicon):
        path = name.upper().split(_BELOW)
        pairs = zip(above, path[:-1], strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        lines += ["\t" * depth + path[depth] for depth in range(same, len(path))]
        indent = "\t" * len(path)
        lines += [f"{indent}{text.upper().replace(' ', '_')} (1)" for text in spelt]
        changed += [text for text in spelt if text.upper().lower() != text.lower()]
        rules += [text for text in spelt if text.startswith("@")]
        above = path
    told = (
        *_told(changed, "WordStat writes capitals only, from which these words do not come back:"),
        *_told(rules, "WordStat takes a word with @ before it for a rule:"),
    )
    return Exported(_file(lines), ".cat", (*losses(lexicon, "WordStat"), *told))


def _file(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


LIWC = ListFormat("liwc", "LIWC", (".dic",), without_papers(write_liwc), from_text(read_liwc))
LEXICODER = ListFormat(
    "lexicoder", "Lexicoder", (".lc3",), without_papers(write_lexicoder), from_text(read_lexicoder)
)
WORDSTAT = ListFormat(
    "wordstat", "WordStat", (".cat",), without_papers(write_wordstat), from_text(read_wordstat)
)
