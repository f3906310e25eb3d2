"""Words of a language stand in data; in lists of the code there are next to none."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import reader
from reader.paths import default_paths
from tests.english import LANGUAGES

# In all rooms that are counted; most of them are keys and endings of files, not English.
MOST = 80
ROOT = Path(reader.__file__).parent
ROOMS = ("core", "intake", "storage", "cli", "batch")
LEFT_OUT = ROOT / "core" / "languages"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PATTERN_SIGNS = re.compile(r"\\[a-zA-Z]|\(\?[a-zA-Z]+[:)]|\(\?P?<\w+>|\[[^\]]*\]")
# Modules whose lists are keys of foreign formats, SQL, names of measures and encodings, codes, or
# sentences for readers: no words to look for.
NO_WORD_LISTS = (
    "core/analysis/readability.py",
    "core/attribution/rules.py",
    "core/corrections/__init__.py",
    "core/lessons/plain_answers.py",
    "core/lessons/plain_lessons.py",
    "intake/formats",
    "intake/text/decode.py",
    "storage/lexicons/tables.py",
    "storage/library",
    "intake/documents",
    "intake/pages/metadata",
    "intake/pages/reasons.py",
    "intake/pages/markup",
    "intake/sources",
    "storage/exports",
    "storage/interchange",
    "storage/lessons",
    "storage/reports",
)
# Names of elements and attributes of pages, and keys of foreign formats, are no words either.
FOREIGN = frozenset(
    """
    a abbr address article aside audio b base blockquote body br button canvas caption cite
    code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
    input ins kbd label legend li link main map mark math menu meta meter nav noscript object
    ol optgroup option output p picture pre progress q rp rt ruby s samp script search section
    select slot small source span strong style sub summary sup svg table tbody td template
    textarea tfoot th thead time title tr track u ul var video wbr center font strike tt big
    frame frameset applet noframes content property name itemprop author headline published
    modified href src alt class rel utf latin windows ascii cp iso mac koi gb big5 shift jis
    euc kr csv tsv toml json html xml yaml
    """.split()
)


def is_counted(path: Path) -> bool:
    """Tell whether the words in the lists of a module are counted."""
    name = path.relative_to(ROOT).as_posix()
    is_left_out = LEFT_OUT in path.parents or name.startswith(NO_WORD_LISTS)
    return name.partition("/")[0] in ROOMS and not is_left_out


def names_in(tree: ast.Module) -> Iterator[str]:
    """Yield what a module names things of the program: fields, arguments, literals."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
            yield from (str(one.value) for one in ast.walk(node.slice) if is_text(one))


def names_beside_modules() -> set[str]:
    """Return what else names things of the program: categories, rooms, foreign formats."""
    names = {name for path in ROOT.rglob("*.py") for name in path.with_suffix("").parts}
    for place in default_paths().lexicons.glob("*/lexicon.toml"):
        names |= set(re.findall(r'^(?:id|use) = "(.*)"$', place.read_text("utf-8"), re.MULTILINE))
    return names | set(LANGUAGES.known) | FOREIGN


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def lists_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of all strings that stand in a list, or are cut into one."""
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        for inner in ast.walk(node.slice)
    }
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
            held = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            for item in held:
                if item is not None and is_text(item) and len(item.value.split()) <= 3:
                    yield item.lineno, item.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "split" and is_text(node.func.value):
                yield node.lineno, node.func.value.value
            elif node.func.attr == "compile":
                for item in filter(is_text, ast.walk(node)):
                    yield item.lineno, PATTERN_SIGNS.sub(" ", item.value)


def words_by_file() -> dict[str, Counter[str]]:
    names, listed = names_beside_modules(), {}
    for path in sorted(ROOT.rglob("*.py")):  # each is read once
        tree = ast.parse(path.read_text("utf-8"))
        names.update(names_in(tree))
        if is_counted(path):
            listed[path] = list(lists_in(tree))
    found: dict[str, Counter[str]] = {}
    for path, texts in listed.items():
        words: Counter[str] = Counter()
        for _, text in texts:
            if text in names or text.startswith((".", "--", "<", "http")):
                continue
            words.update(
                word
                for word in WORD.findall(text)
                if len(word) > 1 and not word.isupper() and word not in names
            )
        if words:
            found[str(path.relative_to(ROOT))] = words
    return found


def test_lists_of_the_code_hold_next_to_no_words() -> None:
    found = words_by_file()
    total = sum(words.total() for words in found.values())
    most = sorted(found.items(), key=lambda item: -item[1].total())[:8]
    assert total <= MOST, [(name, words.total(), list(words)[:6]) for name, words in most]


def test_the_counter_sees_words() -> None:
    tree = ast.parse('A = frozenset("the mayor said".split())\nB = {"mayor", "NNP"}')
    words = [word for _, text in lists_in(tree) for word in WORD.findall(text)]
    assert sorted(words) == ["NNP", "mayor", "mayor", "said", "the"]
