"""YAML: quanteda's dictionaries and Vale's rules. Only nodes are read, nothing is made of them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count

import yaml

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Entry, Guard, Lexicon, Match
from reader.errors import LexiconError
from reader.storage.interchange.drafts import Exported, Imported, ListDraft
from reader.storage.interchange.expressions import UnreadableError, listed, spelt_out
from reader.storage.interchange.list_format import ListFormat, from_text, without_papers
from reader.storage.interchange.regular import as_expression
from reader.storage.interchange.spellings import by_category, entries_by_category, losses

_LARGEST = 3_000_000  # bytes
_MOST_NODES = 250_000  # each takes half a kilobyte
_DEEPEST = 40
_OWN = "__"  # quanteda's key for the words of a category that has others inside
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUP = re.compile(r"\$\{?\d")  # what a part of the pattern found
_NESTED = re.compile(r"(?:[-?:][ \t]+){20}|[\[{](?:\s*[\[{]){20}")


def read_yaml(text: str, name: str, language: Language) -> Imported:
    """Read a dictionary of quanteda or a rule of Vale, whichever the file holds.

    Raises:
        LexiconError: It is not YAML, or nested without end.
    """
    root = _composed(text, name)
    draft = ListDraft(name, language)
    if not isinstance(root, yaml.MappingNode):
        draft.complain(1, "a list of words must begin with the name of a category.")
        return draft.finished()
    keys = {key.value for key, _ in root.value if isinstance(key, yaml.ScalarNode)}
    if "extends" in keys:
        _read_rule(root, draft)
    else:
        _read_dictionary(root, (), draft, set())
    return draft.finished()


def _composed(text: str, name: str) -> yaml.Node | None:
    advice = "Open it in a text editor, mend that line, and try again."
    if _NESTED.search(text) or "\n" + " " * 400 in text:
        raise LexiconError(f"{name} is nested too deeply to be a list of words.", advice)
    if sum(map(text.count, "\n,[{")) > _MOST_NODES:
        raise LexiconError(f"{name} is too large for a list of words.", "Make two lists of it.")
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or "it cannot be read"
        raise LexiconError(f"{name}, line {line}: this is not YAML: {problem}.", advice) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise LexiconError(f"{name} is not written as YAML asks.", advice) from error


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _read_dictionary(
    node: yaml.MappingNode, path: tuple[str, ...], draft: ListDraft, seen: set[int]
) -> None:
    if len(path) > _DEEPEST:
        draft.complain(_line(node), "categories are nested too deeply.")
        return
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            draft.complain(_line(key), "a category whose name is a list is left out.")
            continue
        name = str(key.value)
        place = path if name == _OWN else (*path, name)
        if not isinstance(value, yaml.ScalarNode) and id(value) in seen:
            draft.complain(_line(key), f"“{name}” refers to another part by an alias; left out.")
            continue
        seen.add(id(value))
        if isinstance(value, yaml.MappingNode) and value.value:
            _read_dictionary(value, place, draft, seen)
            continue
        called = " / ".join(place)
        if place:
            draft.category(called)  # it may have no words
        for item in _items(value):
            if isinstance(item, yaml.ScalarNode):
                draft.add(str(item.value), called, _line(item))
            elif isinstance(item, yaml.MappingNode) and id(item) not in seen:
                seen.add(id(item))
                _read_dictionary(item, place, draft, seen)
            else:
                draft.complain(_line(item), "a list inside a list is left out.")


def _items(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.ScalarNode) and node.value:
        yield node


def write_quanteda(lexicon: Lexicon) -> Exported:
    """Write a dictionary of quanteda; inflections are written out."""
    plain = {name: list(map(str.lower, spelt)) for name, spelt in by_category(lexicon)}
    text = yaml.safe_dump(
        plain, allow_unicode=True, sort_keys=False, default_flow_style=False, width=1000
    )
    return Exported(text.encode(), ".yml", losses(lexicon, "quanteda"))


# ------------------------------------------------------------ Vale


def _read_rule(root: yaml.MappingNode, draft: ListDraft) -> None:
    parts = {str(key.value): value for key, value in root.value}
    kind = str(parts["extends"].value) if _is_one(parts["extends"]) else "?"
    if kind not in {"existence", "substitution"}:
        what = f"a Vale rule of the kind “{kind[:40]}” is no list of words."
        draft.complain(_line(parts["extends"]), what, "existence and substitution are.")
        return
    for name in ("nonword", "scope", "filters", "pos"):
        if name in parts:
            draft.complain(_line(parts[name]), f"“{name}” has no counterpart here.")
    exceptions = tuple(_exceptions(parts, draft))
    like = Entry(
        "",
        "exact",
        None,
        "",
        "confident",
        guards=(Guard("phrase", exceptions),) if exceptions else (),
        note=_note(parts),
    )
    has_case = not _is_true(parts, "ignorecase")
    category = draft.name.rpartition(".")[0] or draft.name
    before = _neighbours(parts, draft) if kind == "existence" else ()
    if before is None:
        return
    for pattern, others, line in _rule_items(parts, kind, draft):
        _add_spellings(
            draft,
            category,
            replace(like, guards=(*like.guards, *before)),
            (pattern, others, line),
            has_case=has_case,
        )


def _is_one(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _is_true(parts: dict[str, yaml.Node], name: str) -> bool:
    return str(getattr(parts.get(name), "value", "false")).lower() == "true"


def _exceptions(parts: dict[str, yaml.Node], draft: ListDraft) -> Iterator[str]:
    for item in _items(parts["exceptions"]) if "exceptions" in parts else ():
        try:
            yield from filter(None, listed(str(item.value)))
        except UnreadableError as error:
            draft.complain(_line(item), f"an exception {error}")


def _neighbours(parts: dict[str, yaml.Node], draft: ListDraft) -> tuple[Guard, ...] | None:
    """Return the words that `raw` asks for beside the others; None where it cannot be read.

    They stand before the others, and behind them where the rule says `append`.
    """
    is_behind = _is_true(parts, "append")
    if "raw" not in parts or "tokens" not in parts:
        return ()
    raw = "".join(str(item.value) for item in _items(parts["raw"]))
    try:
        words = tuple(filter(None, listed(raw)))
    except UnreadableError as error:
        where = "behind" if is_behind else "before"
        what = f"“{raw[:60]}”, which stands {where} all words, {error}"
        draft.complain(_line(parts["raw"]), what)
        return None
    return (Guard("after" if is_behind else "before", words, only=True),) if words else ()


def _note(parts: dict[str, yaml.Node]) -> str:
    """Return message and link as a note, without the places for words."""
    message = str(getattr(parts.get("message"), "value", "")).replace("%s", "…")
    link = str(getattr(parts.get("link"), "value", ""))
    return f"{message} {link}".strip()[:1000]


def _rule_items(
    parts: dict[str, yaml.Node], kind: str, draft: ListDraft
) -> Iterator[tuple[str, str, int]]:
    """Yield each pattern of a rule with what is better, and its line; what is none is told."""
    names = ("tokens", "raw") if kind == "existence" else ("swap",)
    name = next((name for name in names if name in parts), "")
    if not name:
        draft.complain(1, f"the rule has no “{names[0]}”.")
    elif kind == "substitution":
        yield from _swaps(parts[name], draft)
    elif name == "raw":  # its lines are one expression
        items = list(_items(parts[name]))
        yield "".join(str(item.value) for item in items), "", _line(parts[name])
    else:
        for item in _items(parts[name]):
            if isinstance(item, yaml.ScalarNode):
                yield str(item.value), "", _line(item)
            else:
                draft.complain(_line(item), "a list among the words is left out.")


def _swaps(swap: yaml.Node, draft: ListDraft) -> Iterator[tuple[str, str, int]]:
    """Yield what is to be swapped; a pattern without words of its own for it stays."""
    if not isinstance(swap, yaml.MappingNode):
        draft.complain(_line(swap), "“swap” must name words, and behind a colon what is better.")
        return
    for key, value in swap.value:
        better = str(value.value) if isinstance(value, yaml.ScalarNode) else ""
        if not isinstance(key, yaml.ScalarNode):
            draft.complain(_line(key), "a list in the place of words is left out.")
            continue
        if not isinstance(value, yaml.ScalarNode) or _GROUP.search(better):
            told = f"what is better than “{str(key.value)[:40]}” is not kept: it is "
            what = f"{told}put together from parts." if better else f"{told}no plain words."
            draft.complain(_line(key), what)
            better = ""
        yield str(key.value), better, _line(key)


def _add_spellings(
    draft: ListDraft, category: str, like: Entry, item: tuple[str, str, int], *, has_case: bool
) -> None:
    pattern, others, line = item
    try:
        spelt = spelt_out(pattern)
    except UnreadableError as error:
        draft.complain(line, f"“{pattern[:60]}” {error}")
        return
    alternatives = tuple(filter(None, map(str.strip, others.split("|"))))
    if spelt.left_out:
        draft.complain(line, f"“{pattern[:60]}” in part {spelt.left_out}")
    for one in spelt.spellings:
        match: Match = "case" if has_case and one.text != one.text.lower() else "exact"
        guards = (*like.guards, *one.guards)
        entry = replace(like, match=match, alternatives=alternatives, guards=guards)
        draft.add(one.text, category, line, entry)


def write_vale(lexicon: Lexicon) -> Exported:
    """Write a style of Vale: a zip of rules, for each category one that finds, one that swaps."""
    out = io.BytesIO()
    style = re.sub(r"\W+", "", lexicon.title) or "Lexicon"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rule in _rules(lexicon):
            text = yaml.safe_dump(rule, allow_unicode=True, sort_keys=False, width=1000)
            archive.writestr(zipfile.ZipInfo(f"{style}/{name}.yml", (1980, 1, 1, 0, 0, 0)), text)
    return Exported(
        out.getvalue(),
        ".zip",
        losses(lexicon, "Vale", ("alternatives", "gaps", "ids", "explanation")),
    )


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name for two files that no other rule has, whether or not capitals count."""
    for other in chain((name,), (f"{name}{number}" for number in count(2))):
        both = {other.lower(), f"{other}plainer".lower()}
        if not taken & both:
            taken |= both
            break
    return other


def _rules(lexicon: Lexicon) -> Iterator[tuple[str, dict[str, object]]]:
    language = lexicon.language_data
    taken: set[str] = set()
    for category, entries in entries_by_category(lexicon):
        name = _free_name(re.sub(r"\W+", "", category.name.title()) or "Words", taken)
        head = {"level": "suggestion", "ignorecase": True}
        tokens = [as_expression(entry, language) for entry in entries if not entry.alternatives]
        said = f"'%s': {category.explanation or category.name}"
        if tokens:
            yield name, {"extends": "existence", "message": said, **head, "tokens": tokens}
        swap = {
            as_expression(e, language): "|".join(e.wordings) for e in entries if e.alternatives
        }
        if swap:
            message = f"A plainer wording for '%s' could be '%s'. {category.explanation}".strip()
            rule: dict[str, object] = {"extends": "substitution", "message": message, **head}
            yield f"{name}Plainer", {**rule, "action": {"name": "replace"}, "swap": swap}


# Rules of Vale end as dictionaries of quanteda do; what a file holds tells them apart.
QUANTEDA = ListFormat(
    "quanteda",
    "quanteda, or a rule of Vale",
    (".yml", ".yaml"),
    without_papers(write_quanteda),
    from_text(read_yaml),
    largest=_LARGEST,
)
VALE = ListFormat(
    "vale", "Style of Vale", (".zip",), without_papers(write_vale), None, is_text=False
)
