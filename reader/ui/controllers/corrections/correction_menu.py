"""The entries of the menus with which the reader corrects, each with its corrections."""

from collections.abc import Iterator, Sequence
from typing import get_args

from PySide6.QtCore import QCoreApplication

from reader.core import corrections
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import attributions_of, likely_sources, panel_categories
from reader.core.attribution import Attribution
from reader.core.attribution.attributions import Kind
from reader.core.corrections import (
    Correction,
    Speaker,
    attribution_actions,
    hedge_actions,
    source_actions,
)
from reader.core.lexicon.findings import Finding
from reader.core.sources.source import Source, SourceKind
from reader.core.text.spans import Span
from reader.ui.controllers.corrections.correction_words import shortened
from reader.ui.marks.places import said_words
from reader.ui.marks.words import attribution_kind_words, source_kind_words, unnamed_source
from reader.values import frozen

_MOST_SOURCES = 24


@frozen
class Naming:
    """The reader is to name a speaker first; then this attribution, or stretch, is theirs."""

    attribution: Attribution | None = None
    content: Span | None = None


@frozen
class Choice:
    """One entry of a menu.

    Attributes:
        text: What it says; "" for a line between entries.
        corrections: What is corrected when it is chosen.
        asks: What has to be asked first, or None.
        below: The entries of a menu of its own.
        is_present: It is so already: the entry is ticked, and changes nothing.
    """

    text: str = ""
    corrections: tuple[Correction, ...] = ()
    asks: Naming | None = None
    below: "tuple[Choice, ...]" = ()
    is_present: bool = False


def _tr(words: str) -> str:
    return QCoreApplication.translate("Corrections", words)


def selection_choices(
    analysis: Analysis, selected: Span, hedges: Sequence[Finding]
) -> tuple[Choice, ...]:
    """Return what can be said about words that the reader selected, or clicked on.

    Args:
        analysis: What is shown.
        selected: The words; empty for a mere place.
        hedges: The hedges that are shown there.
    """
    here = corrections.attribution_at(analysis, selected if len(selected) else _letter(selected))
    choices: list[Choice] = []
    if here is None and not len(selected):
        here = _told_by(analysis, _letter(selected))
    if here is not None:
        choices += _attribution_choices(analysis, here)
    if len(selected):
        choices += _speaking_choices(analysis, selected, here)
        choices.append(Choice(_tr("Add a hedge"), below=_hedge_kinds(analysis, selected)))
    for hedge in hedges:
        words = " ".join(hedge.span.of(analysis.article.text).split())
        told = _tr("Not a hedge: “{words}”").format(words=shortened(words))
        choices.append(Choice(told, (hedge_actions.remove_hedge(analysis, hedge),)))
    return tuple(choices)


def _letter(place: Span) -> Span:
    return Span(place.start, place.start + 1)


def _told_by(analysis: Analysis, letter: Span) -> Attribution | None:
    """Return the attribution whose verb, or whose words for who speaks, stand at a letter."""
    for item in analysis.attributions:
        if any(part.overlaps(letter) for part in (*item.cue, *item.source)):
            return item
    return None


def _speaking_choices(
    analysis: Analysis, selected: Span, here: Attribution | None
) -> Iterator[Choice]:
    """Yield who can be said to speak in a selection, and what else it can be."""
    yield Choice(
        _tr("This is said by"),
        below=(
            *(
                Choice(
                    _name(source),
                    _said_by(analysis, selected, here, corrections.speaker_of(analysis, source)),
                )
                for source in analysis.sources[:_MOST_SOURCES]
            ),
            Choice(),
            Choice(_tr("Somebody else…"), asks=Naming(here, selected)),
        ),
    )
    if here is not None:
        yield Choice(
            _tr("Only the selected words are said"),
            (attribution_actions.set_extent(analysis, here, selected),),
        )
    near = _nearest(analysis, selected)
    if near is not None:
        yield Choice(
            _tr("The selected words name the speaker of “{words}”").format(
                words=shortened(_words(analysis, near))
            ),
            (
                attribution_actions.set_speaker(
                    analysis, near, corrections.new_speaker(analysis, selected)
                ),
            ),
        )
        yield Choice(
            _tr("The selected words belong to “{words}”").format(
                words=shortened(_words(analysis, near))
            ),
            (attribution_actions.set_extent(analysis, near, *near.content, selected),),
        )


def _said_by(
    analysis: Analysis, selected: Span, here: Attribution | None, speaker: Speaker
) -> tuple[Correction, ...]:
    """Return the corrections that give a selection to a speaker.

    An attribution that is about the same stretch is changed; else one more is added. Of a
    quotation in two pieces, the one that was not selected stays with who said it.
    """
    kept = _pieces_left(analysis, here, selected) if here is not None else None
    if here is not None and kept:
        return (
            attribution_actions.set_extent(analysis, here, *kept),
            attribution_actions.add_attribution(analysis, selected, speaker),
        )
    if here is None or not _is_about(here, selected):
        return (attribution_actions.add_attribution(analysis, selected, speaker),)
    changed = attribution_actions.set_speaker(analysis, here, speaker)
    if here.content == (selected,) or (len(here.content) > 1 and kept == ()):
        return (changed,)
    return (changed, attribution_actions.set_extent(analysis, here, selected))


def _pieces_left(analysis: Analysis, item: Attribution, selected: Span) -> tuple[Span, ...] | None:
    """Return the pieces of an attribution beside a selection that is one or more of them.

    None where the selection is none of them, or only words within a piece.
    """
    taken = [part for part in item.content if part.overlaps(selected)]
    text = analysis.article.text
    is_whole = all(_bare(part.of(text)) in _bare(selected.of(text)) for part in taken)
    left = tuple(part for part in item.content if part not in taken)
    return left if taken and is_whole else None


def _bare(words: str) -> str:
    """Return words without the marks around them: a selection may leave those out."""
    return words.strip("“”‘’\"',.;:!? \n")


def _is_about(item: Attribution, selected: Span) -> bool:
    """Tell whether at least half of the two stretches is shared."""
    shared = sum(
        max(0, min(part.end, selected.end) - max(part.start, selected.start))
        for part in item.content
    )
    return 2 * shared >= sum(map(len, item.content)) + len(selected) - shared


def _nearest(analysis: Analysis, selected: Span) -> Attribution | None:
    """Return the attribution next to some words, within its own paragraph."""
    text = analysis.article.text
    start = text.rfind("\n", 0, selected.start) + 1
    end = text.find("\n", selected.end)
    paragraph = Span(start, end if end >= 0 else len(text))
    near = [
        item
        for item in analysis.attributions
        if item.content
        and paragraph.overlaps(item.content[0])
        and not any(part.overlaps(selected) for part in item.content)
    ]
    return min(near, key=lambda item: abs(item.content[0].start - selected.start), default=None)


def attribution_choices(analysis: Analysis, attribution: Attribution) -> tuple[Choice, ...]:
    """Return what can be said about one attribution."""
    return tuple(_attribution_choices(analysis, attribution))


def _attribution_choices(analysis: Analysis, item: Attribution) -> Iterator[Choice]:
    owner = corrections.source_at(analysis, item)
    others = [source for source in analysis.sources if source is not owner]
    yield Choice(
        _tr("Change the speaker"),
        below=(
            *(
                Choice(
                    _name(source),
                    (
                        attribution_actions.set_speaker(
                            analysis, item, corrections.speaker_of(analysis, source)
                        ),
                    ),
                )
                for source in others[:_MOST_SOURCES]
            ),
            Choice(),
            Choice(_tr("Somebody else…"), asks=Naming(attribution=item)),
        ),
    )
    yield Choice(
        _tr("Not said by anyone"), (attribution_actions.remove_attribution(analysis, item),)
    )
    if owner is not None and len(owner.attributions) > 1:
        told = _tr("Split off from {name}").format(name=_name(owner))
        yield Choice(told, (attribution_actions.split_off(analysis, item),))
    if owner is not None:
        told = _tr("{name} is the same source as").format(name=_name(owner))
        yield Choice(told, below=tuple(join_choices(analysis, owner)))
    kinds = (
        Choice(attribution_kind_words(kind), (attribution_actions.set_kind(analysis, item, kind),))
        for kind in _kinds(item)
    )
    yield Choice(_tr("This is"), below=tuple(kinds))


def _kinds(item: Attribution) -> Iterator[Kind]:
    kinds: tuple[Kind, ...] = get_args(Kind)
    return (kind for kind in kinds if kind != item.kind)


def source_choices(analysis: Analysis, source: Source) -> tuple[Choice, ...]:
    """Return what can be said about a source."""
    marks = analysis.marks
    sides = (
        *(
            Choice(_side_words(side, name), (source_actions.set_side(analysis, source, side),))
            for side, name in enumerate(marks.side_names, start=1)
        ),
        Choice(_tr("On no side"), (source_actions.set_side(analysis, source, 0),)),
    )
    return (
        *_likely_choices(analysis, source),
        *sides,
        Choice(),
        Choice(_tr("Same source as"), below=tuple(join_choices(analysis, source))),
        Choice(_tr("Split off"), below=tuple(_split_choices(analysis, source))),
        Choice(_tr("Change the speaker"), below=speaker_choices(analysis, source)),
        Choice(_tr("Kind of source"), below=tuple(_kind_choices(analysis, source))),
    )


def _likely_choices(analysis: Analysis, source: Source) -> Iterator[Choice]:
    """Yield whom a pronoun may mean: the persons named last before it, the nearest first."""
    likely = likely_sources(analysis, source)
    for other in likely:
        told = _tr("Merge “{pronoun}” with {name}")
        words = told.format(pronoun=source.name, name=_name(other))
        yield Choice(words, (source_actions.merge_sources(analysis, other, source),))
    if likely:
        yield Choice()


def join_choices(analysis: Analysis, source: Source) -> Iterator[Choice]:
    """Yield the sources that one can be joined to."""
    for other in analysis.sources[:_MOST_SOURCES]:
        if other is not source:
            yield Choice(_name(other), (source_actions.merge_sources(analysis, other, source),))


def speaker_choices(analysis: Analysis, source: Source) -> tuple[Choice, ...]:
    """Return for each attribution of a source who else may speak in it."""
    choices = []
    for item in attributions_of(analysis, source)[:_MOST_SOURCES]:
        change = next(_attribution_choices(analysis, item))
        choices.append(Choice(f"“{shortened(_words(analysis, item))}”", below=change.below))
    return tuple(choices)


def _split_choices(analysis: Analysis, source: Source) -> Iterator[Choice]:
    said = attributions_of(analysis, source)
    if len(said) > 1:
        for item in said[:_MOST_SOURCES]:
            told = f"“{shortened(_words(analysis, item))}”"
            yield Choice(told, (attribution_actions.split_off(analysis, item),))


def _kind_choices(analysis: Analysis, source: Source) -> Iterator[Choice]:
    kinds: tuple[SourceKind, ...] = get_args(SourceKind)
    for kind in kinds:
        is_present = kind == source.kind
        change = source_actions.set_source_kind(analysis, source, kind)
        said = () if is_present else (change,)
        yield Choice(source_kind_words(kind), said, is_present=is_present)


def _hedge_kinds(analysis: Analysis, selected: Span) -> tuple[Choice, ...]:
    return tuple(
        Choice(category.name, (hedge_actions.add_hedge(analysis, selected, category.id),))
        for category in panel_categories(analysis, "hedging")
    )


def _side_words(side: int, name: str) -> str:
    told = _tr("On side {side}: {name}") if name else _tr("On side {side}")
    return told.format(side=side, name=name)


def naming_corrections(
    analysis: Analysis, naming: Naming, speaker: Speaker
) -> tuple[Correction, ...]:
    """Return the corrections of a choice that asked who speaks."""
    if naming.content is not None:
        return _said_by(analysis, naming.content, naming.attribution, speaker)
    if naming.attribution is not None:
        return (attribution_actions.set_speaker(analysis, naming.attribution, speaker),)
    return ()


def _name(source: Source) -> str:
    return shortened(source.name or unnamed_source())


def _words(analysis: Analysis, item: Attribution) -> str:
    spans = item.content or item.cue[:1] or item.source[:1]
    return said_words(analysis.article.text, spans)
