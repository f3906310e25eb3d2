"""Corrections as plain data and back, ready for JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from reader.core.corrections.anchors import Anchor
from reader.core.corrections.applying import ACTIONS
from reader.core.corrections.layer import Correction, Speaker, Target


def plain_corrections(corrections: Iterable[Correction]) -> list[dict[str, object]]:
    """Return corrections as data for JSON; what is empty is left out."""
    return [_plain_correction(item) for item in corrections]


def corrections_from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[Correction, ...]:
    """Return corrections from data of JSON.

    Raises:
        ValueError: Something in it is no correction.
    """
    try:
        return tuple(_correction(item) for item in plain)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(str(error)) from error


def _plain_correction(item: Correction) -> dict[str, object]:
    plain: dict[str, object] = {"action": item.action}
    if item.target is not None:
        plain["target"] = _plain_target(item.target)
    for key, speaker in (("speaker", item.speaker), ("other", item.other)):
        if speaker is not None:
            plain[key] = _plain_speaker(speaker)
    if item.places:
        plain["places"] = _plain_anchors(item.places)
    if item.value:
        plain["value"] = item.value
    if item.lexicon:
        plain["lexicon"] = item.lexicon
    if item.is_continued:
        plain["continued"] = True
    return plain


def _plain_target(target: Target) -> dict[str, object]:
    return {
        "cue": _plain_anchors(target.cue),
        "content": _plain_anchors(target.content),
        "source": _plain_anchors(target.source),
    }


def _plain_speaker(speaker: Speaker) -> dict[str, object]:
    plain: dict[str, object] = {
        "name": speaker.name,
        "mentions": _plain_anchors(speaker.mentions),
    }
    if speaker.example is not None:
        plain["example"] = _plain_target(speaker.example)
    return plain


def _plain_anchors(anchors: Iterable[Anchor]) -> list[dict[str, object]]:
    return [
        {"exact": item.quote, "prefix": item.prefix, "suffix": item.suffix, "start": item.start}
        for item in anchors
    ]


def _correction(plain: Mapping[str, Any]) -> Correction:
    action = {name: name for name in ACTIONS}[plain["action"]]
    value = str(plain.get("value", ""))
    side = value.partition(" ")[0] if action == "name-side" else value
    if action in {"set-side", "name-side"} and side not in {"0", "1", "2"}:
        raise ValueError(f"no side: {value}")
    return Correction(
        action=action,
        target=_target(plain["target"]) if "target" in plain else None,
        speaker=_speaker(plain["speaker"]) if "speaker" in plain else None,
        other=_speaker(plain["other"]) if "other" in plain else None,
        places=_anchors(plain.get("places", ())),
        value=value,
        lexicon=str(plain.get("lexicon", "")),
        is_continued=bool(plain.get("continued", False)),
    )


def _target(plain: Mapping[str, Any]) -> Target:
    return Target(
        cue=_anchors(plain["cue"]),
        content=_anchors(plain["content"]),
        source=_anchors(plain["source"]),
    )


def _speaker(plain: Mapping[str, Any]) -> Speaker:
    example = _target(plain["example"]) if "example" in plain else None
    return Speaker(str(plain["name"]), _anchors(plain["mentions"]), example)


def _anchors(plain: Iterable[Mapping[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(
            str(item["exact"]),
            str(item["prefix"]),
            str(item["suffix"]),
            max(0, int(item["start"])),
        )
        for item in plain
    )
