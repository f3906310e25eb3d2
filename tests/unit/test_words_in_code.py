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


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if LEFT_OUT not in path.parents and not name.startswith(NO_WORD_LISTS):
                yield path, ast.parse(path.read_text("utf-8"))


def names_of_program() -> set[str]:
    """Return what names things of the program: fields, arguments, literals, categories, rooms."""
    names = {name for cls in ROOT.rglob("*.py") for name in cls.with_suffix("").parts}
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
            elif isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
                names |= {str(one.value) for one in ast.walk(node.slice) if is_text(one)}
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
    names = names_of_program()
    found: dict[str, Counter[str]] = {}
    for path, tree in trees():
        words: Counter[str] = Counter()
        for _, text in lists_in(tree):
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
