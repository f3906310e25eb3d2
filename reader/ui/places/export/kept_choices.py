"""What was chosen last, for each format, as one line of settings."""

import json
from collections.abc import Mapping
from dataclasses import field, replace

from reader.storage.reports.report_format import PARTS, Choices
from reader.values import frozen

# At first paper has what a class can read; other formats have all that they hold.
_ON_PAPER = frozenset(PARTS) - {"sourcing", "hedging"}
_FLAGS = ("is_black", "hides_outlet", "has_wide_margin")


@frozen
class KeptChoices:
    """The last choices.

    Attributes:
        last: The format that was chosen last, or "".
        by_format: The choices of each format that was ever chosen.
    """

    last: str = ""
    by_format: Mapping[str, Choices] = field(default_factory=dict)

    def of(self, name: str) -> Choices:
        """Return the choices for a format; the usual ones where there are none yet."""
        usual = Choices(parts=_ON_PAPER, is_black=True) if name == "pdf" else Choices()
        return self.by_format.get(name, usual)

    def with_choice(self, name: str, choices: Choices) -> "KeptChoices":
        """Return what is kept after a choice; voices and a selection are of the moment only."""
        kept = replace(choices, voices=(), within=None, shows_possible=False)
        return KeptChoices(name, {**self.by_format, name: kept})

    def line(self) -> str:
        """Return all as one line."""
        plain = {name: _plain(choices) for name, choices in self.by_format.items()}
        return json.dumps({"last": self.last, "formats": plain}, separators=(",", ":"))


def kept_choices(line: str) -> KeptChoices:
    """Return what a line of settings holds; what is no choice in it is passed over."""
    try:
        plain = json.loads(line or "{}")
    except (ValueError, RecursionError):
        return KeptChoices()
    formats = plain.get("formats") if isinstance(plain, dict) else None
    if not isinstance(formats, dict):
        return KeptChoices()
    found = {name: _choices(one) for name, one in formats.items() if isinstance(one, dict)}
    last = plain.get("last")
    return KeptChoices(last if isinstance(last, str) else "", found)


def _plain(choices: Choices) -> dict[str, object]:
    flags = {name: getattr(choices, name) for name in _FLAGS}
    return {"parts": sorted(choices.parts), "paper": choices.paper, **flags}


def _choices(plain: Mapping[str, object]) -> Choices:
    parts, paper = plain.get("parts"), plain.get("paper")
    named = parts if isinstance(parts, list) else PARTS
    flags = {name: plain[name] for name in _FLAGS if isinstance(plain.get(name), bool)}
    return replace(
        Choices(parts=frozenset(part for part in PARTS if part in named)),
        paper="Letter" if paper == "Letter" else "A4",
        **flags,  # type: ignore[arg-type]  # flags are bools, as asked above
    )
