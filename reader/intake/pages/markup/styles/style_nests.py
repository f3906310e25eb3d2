"""Rules of a style sheet that stand in others (`.story { p { … } }`), each written for itself."""

import re
from dataclasses import dataclass, field
from itertools import islice

from reader.intake.pages.markup.styles.style_rules import COMMAS

_NESTED = re.compile(r"\{[^{}]*+\{")
_LONGEST = 5_000  # characters of selectors; more stay as they are
_PARTS = re.compile(r"([^{};]*+)([{};]|\Z)")
_MOST_SELECTORS = 60  # of one rule, with those around it
_LONGEST_SELECTOR = 300  # characters of one
_MOST_TIMES = 4  # that a selector names the one around it
_NOTHING = ":none"  # a selector that is for no element
_DEEPEST = 12
_MOST_WRITTEN = 1_500_000  # characters; what comes behind is not looked at


def without_nests(text: str) -> str:
    """Return a sheet in which no rule stands in another; at-rules stay around theirs."""
    if any(not _is_at_rule(text, found.start()) for found in _NESTED.finditer(text)):
        return _written_out(text)
    return text


def _is_at_rule(text: str, brace: int) -> bool:
    first = max(0, brace - _LONGEST)
    begin = max(text.rfind(sign, first, brace) for sign in "{};") + 1 or first
    return text[begin:brace].lstrip().startswith("@")


@dataclass(slots=True)
class _Open:
    """What is open: an at-rule or a rule.

    Attributes:
        selectors: The selectors of the rule, with those around it.
        around: The at-rules around it and itself.
        place: Where its own declarations go.
        says: Its declarations.
    """

    selectors: list[str]
    around: tuple[str, ...]
    place: int
    says: list[str] = field(default_factory=list)


def _written_out(text: str) -> str:
    rules: list[str] = []
    opened = [_Open([], (), 0)]
    size = 0
    for found in _PARTS.finditer(text):
        words, sign = found[1].strip(), found[2]
        above = opened[-1]
        if sign == "{":
            rules.append("")
            opened.append(_opened(words, above, len(rules) - 1))
            continue
        if words and above.selectors:
            above.says.append(words)
        elif words and sign == ";":
            rules.append(f"{words};")
        if sign == "}" and len(opened) > 1:
            rules[above.place] = _rule(opened.pop())
            size += len(rules[above.place])
            if size > _MOST_WRITTEN:
                break
    for above in opened[1:]:
        rules[above.place] = _rule(above)
    return "\n".join(filter(None, rules))


def _opened(words: str, above: _Open, place: int) -> _Open:
    if len(above.around) >= _DEEPEST:  # nobody writes this
        return _Open([_NOTHING], above.around, place)
    if words.startswith("@"):
        return _Open(above.selectors, (*above.around, words[:_LONGEST]), place)
    is_plain = "(" not in words or len(words) > _LONGEST
    parts = words.split(",") if is_plain else COMMAS.split(words)
    own = [part.strip() for part in parts[:_MOST_SELECTORS]]
    if not above.selectors:
        return _Open(own, above.around, place)
    whole = (_below(outer, inner) for outer in above.selectors for inner in own)
    short = (one for one in islice(whole, _MOST_SELECTORS) if len(one) <= _LONGEST_SELECTOR)
    return _Open(list(short) or [_NOTHING], above.around, place)


def _below(outer: str, inner: str) -> str:
    return inner.replace("&", outer, _MOST_TIMES) if "&" in inner else f"{outer} {inner}"


def _rule(rule: _Open) -> str:
    if not rule.says or not rule.selectors:
        return ""
    begin = "".join(f"{one}{{" for one in rule.around)
    return f"{begin}{','.join(rule.selectors)}{{{';'.join(rule.says)}}}{'}' * len(rule.around)}"
