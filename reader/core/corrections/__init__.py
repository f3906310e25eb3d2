"""The reader corrects the program: a layer on top of an analysis, never mixed with it."""

from reader.core.corrections.anchors import Anchor
from reader.core.corrections.applying import ACTIONS, apply
from reader.core.corrections.as_data.evaluation import evaluation_line, is_corrected
from reader.core.corrections.as_data.merging import Corrections, merged
from reader.core.corrections.as_data.plain import corrections_from_plain, plain_corrections
from reader.core.corrections.attribution_actions import RULE
from reader.core.corrections.hedge_actions import LEXICON
from reader.core.corrections.layer import (
    Correction,
    History,
    Speaker,
    Target,
    attribution_at,
    named_speaker,
    new_speaker,
    source_at,
    speaker_of,
)
from reader.core.corrections.marked_article import marked_article
from reader.core.corrections.mutes import (
    MUTES,
    counts_everywhere,
    in_force,
    is_mute,
    mute_everywhere,
    mute_here,
    muted_entries,
    muted_entry,
    muted_places,
    with_context,
    without_muted,
)
from reader.core.corrections.scope import EVERYWHERE, Scope, digest

__all__ = [
    "ACTIONS",
    "EVERYWHERE",
    "LEXICON",
    "MUTES",
    "RULE",
    "Anchor",
    "Correction",
    "Corrections",
    "History",
    "Scope",
    "Speaker",
    "Target",
    "apply",
    "attribution_at",
    "corrections_from_plain",
    "counts_everywhere",
    "digest",
    "evaluation_line",
    "in_force",
    "is_corrected",
    "is_mute",
    "marked_article",
    "merged",
    "mute_everywhere",
    "mute_here",
    "muted_entries",
    "muted_entry",
    "muted_places",
    "named_speaker",
    "new_speaker",
    "plain_corrections",
    "source_at",
    "speaker_of",
    "with_context",
    "without_muted",
]
