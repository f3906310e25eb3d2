"""Words as they stand in a Markdown file, whatever signs are in them."""

import json
import re

_MARKUP = re.compile(r"([\\`*_\[\]<>|~#$&]|==+)")
_AT_THE_START = re.compile(r"^([+\-=]|\d+(?=[.)]))")
_NO_TAG = re.compile(r"[^\w/-]+")


def plain(words: str) -> str:
    """Return words on one line in which Markdown sees no markup."""
    return _AT_THE_START.sub(r"\\\1", within_line(" ".join(words.split())))


def within_line(words: str) -> str:
    """Return words that stand in the middle of a line, their space as it is."""
    return _MARKUP.sub(r"\\\1", words)


def quoted(words: str) -> str:
    """Return words as a block quotation, a line for each line."""
    lines = [plain(line) for line in words.splitlines() if line.strip()]
    return "\n>\n".join(f"> {line}" for line in lines) or ">"


def tags_line(tags: tuple[str, ...]) -> str:
    """Return tags as programs for notes read them: each one word with # before it."""
    named = (_NO_TAG.sub("-", tag).strip("-") for tag in tags)
    return " ".join(f"#{name}" for name in named if name)


def front_matter(facts: dict[str, object]) -> str:
    """Return facts as front matter; every value is JSON, which YAML reads as it is."""
    lines = (
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in facts.items()
        if value
    )
    return "\n".join(("---", *lines, "---"))
